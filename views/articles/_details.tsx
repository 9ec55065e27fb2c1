import { ARTICLE_DETAILS, type DetailFields } from '../../src/domain/article-details.ts';
import { t } from '../../src/messages/language.ts';
import { Field } from '../shared/_field.tsx';

export interface DetailsProps {
  readonly values: DetailFields;
  /** What was read from the text into the fields: a field that still says so was not changed by hand. */
  readonly read?: DetailFields;
  readonly problems: Readonly<Record<string, string | undefined>>;
}

/** What is known of an article beside its text, each detail in a field of its own. */
export function Details({ values, read, problems }: DetailsProps) {
  return (
    <fieldset id="details" class="details">
      <legend class={read ? undefined : 'hidden-words'}>{t('importing.details')}</legend>
      {read && <p class="hint">{t('importing.detailsHint')}</p>}
      {ARTICLE_DETAILS.map(({ name }) => (
        <>
          <Field
            name={name}
            label={t(`detailName.${name}`)}
            hint={t(`detailHint.${name}`)}
            problem={problems[name]}
          >
            {(control) => <input {...control} value={values[name]} autoComplete="off" dir="auto" />}
          </Field>
          {read?.[name] && (
            <input type="hidden" id={`read-${name}`} name={`read_${name}`} value={read[name]} />
          )}
        </>
      ))}
    </fieldset>
  );
}
