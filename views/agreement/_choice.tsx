import type { Tag } from '../../src/domain/tag.ts';
import { t } from '../../src/messages/language.ts';
import { useTags } from '../shared/_codebook.tsx';

export interface ChoiceProps {
  /** `/projects/slug/agreement`. */
  readonly address: string;
  readonly choice: {
    readonly coders: readonly string[];
    readonly isByAll: boolean;
    readonly withSighted: boolean;
  };
  readonly tag: Tag;
  /** Whoever has finished something. */
  readonly candidates: readonly string[];
  readonly names: ReadonlyMap<string, string>;
}

/** Which coders and articles are compared. */
export function Choice({ address, choice, tag, candidates, names }: ChoiceProps) {
  const tags = useTags();
  const isChosen = (id: string) => choice.coders.length === 0 || choice.coders.includes(id);
  return (
    <details class="study-choice">
      <summary>{t('agreement.choose')}</summary>
      <form action={address} autocomplete="off">
        <fieldset class="options">
          <legend>{t('agreement.coders')}</legend>
          {candidates.map((id) => (
            <label dir="auto">
              <input type="checkbox" name="coder" value={id} checked={isChosen(id)} /> {names.get(id)}
            </label>
          ))}
        </fieldset>
        <fieldset class="options">
          <legend>{t('agreement.articles')}</legend>
          <label>
            <input type="radio" name="by" value="two" checked={!choice.isByAll} /> {t('agreement.byTwo')}
          </label>
          <label>
            <input type="radio" name="by" value="all" checked={choice.isByAll} /> {t('agreement.byAll')}
          </label>
          <label>
            <input type="checkbox" name="sighted" value="1" checked={choice.withSighted} />{' '}
            {t('agreement.withSighted')}
          </label>
        </fieldset>
        <fieldset class="options">
          <legend>{t('agreement.tag')}</legend>
          {tags.map((each) => (
            <label>
              <input type="radio" name="tag" value={each} checked={each === tag} /> {t(`tagName.${each}`)}
            </label>
          ))}
        </fieldset>
        <button type="submit" class="primary">
          {t('agreement.show')}
        </button>
      </form>
    </details>
  );
}
