import { t } from '../../src/messages/language.ts';
import { Field } from '../shared/_field.tsx';
import { OwnFields, type TypedCodebookField } from './_own-fields.tsx';
import { TagFields, type TypedCodebookTag } from './_tag-fields.tsx';

export interface CodebookFormProps {
  readonly address: string;
  readonly tags: readonly TypedCodebookTag[];
  readonly fields: readonly TypedCodebookField[];
  /** The version that the form was filled from. */
  readonly seen: number;
  readonly remark: string;
  /** By the name of the field. */
  readonly problems: Readonly<Record<string, string>>;
  readonly fileProblems: readonly SaidProblem[];
}

/** What is wrong in a place of a file; the empty place is the whole. */
export interface SaidProblem {
  readonly place: string;
  readonly why: string;
}

/** The codebook as a form, and the way to bring in a file. */
export function CodebookForm(props: CodebookFormProps) {
  const { address, tags, fields, seen, remark, problems } = props;
  return (
    <main id="main" tabIndex={-1} class="codebook">
      <h1>{t('codebook.changeHeading')}</h1>
      <p>{t('codebook.changeIntro')}</p>
      <form method="post" action={address}>
        <input type="hidden" name="seen" value={seen} />
        <input type="hidden" name="remark" value={remark} />
        {/* Enter in a field presses the first button of a form: it must not be one that takes a tag away. */}
        <button type="submit" class="hidden-words" tabIndex={-1} aria-hidden="true">
          {t('codebook.review')}
        </button>
        {tags.map((tag) => (
          <TagFields tag={tag} count={tags.length} problems={problems} />
        ))}
        <p class="wrong" role={problems.tags ? 'alert' : undefined}>
          {problems.tags}
        </p>
        <p>
          <button type="submit" name="add" value="tag" formNoValidate>
            {t('codebook.addTag')}
          </button>
        </p>
        <OwnFields tags={tags} fields={fields} problems={problems} />
        <p class="actions">
          <button type="submit" class="primary">
            {t('codebook.review')}
          </button>
          <a href={address}>{t('codebook.cancel')}</a>
        </p>
      </form>
      <FileForm {...props} />
    </main>
  );
}

function FileForm({ address, seen, fileProblems }: CodebookFormProps) {
  return (
    <section class="setting-group" aria-labelledby="import">
      <h2 id="import">{t('codebook.fileHeading')}</h2>
      <form method="post" action={address} enctype="multipart/form-data">
        <input type="hidden" name="from" value="file" />
        <input type="hidden" name="seen" value={seen} />
        <Field name="file" label={t('codebook.file')} hint={t('codebook.fileHint')}>
          {(control) => (
            <input
              {...control}
              type="file"
              accept=".json,application/json"
              aria-invalid={fileProblems.length > 0 ? 'true' : undefined}
              autofocus={fileProblems.length > 0 ? true : undefined}
            />
          )}
        </Field>
        {fileProblems.length > 0 && (
          <ul class="wrong" role="alert">
            {fileProblems.map(({ place, why }) => (
              <li>
                {place !== '' && <code>{place}:</code>} {why}
              </li>
            ))}
          </ul>
        )}
        <p class="actions">
          <button type="submit">{t('codebook.importFile')}</button>
        </p>
      </form>
    </section>
  );
}
