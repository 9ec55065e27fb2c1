import { t } from '../../src/messages/language.ts';

/** Somebody whose work in an article can be looked at by itself. */
export interface WhoseChoice {
  /** The annotator, or `final`. */
  readonly id: string;
  readonly name: string;
}

/** Leads to the work of one annotator in the article; nothing where there is nobody to choose. */
export function Whose({ articleId, choices }: { articleId: string; choices: readonly WhoseChoice[] }) {
  if (choices.length === 0) return null;
  return (
    <form class="whose-work" action={`/articles/${articleId}`} autocomplete="off">
      <label for="annotator">{t('codings.whose')}</label>
      <select id="annotator" name="annotator">
        {choices.map(({ id, name }) => (
          <option value={id}>{name}</option>
        ))}
      </select>
      <button type="submit">{t('codings.show')}</button>
    </form>
  );
}
