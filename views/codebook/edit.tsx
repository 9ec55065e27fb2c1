import { CODEBOOK_LIMITS as MOST } from '../../src/domain/codebook/codebook.ts';
import { TAGS } from '../../src/domain/tag.ts';
import { t } from '../../src/messages/language.ts';
import { Field } from '../shared/_field.tsx';
import { hueNames } from './_differences.tsx';

/** What the form says of a tag, as it was typed. */
export interface TypedCodebookTag {
  readonly key: string;
  readonly place: string;
  readonly name: string;
  readonly plural: string;
  readonly letter: string;
  readonly hue: string;
  readonly definition: string;
  readonly useWhen: string;
  readonly notWhen: string;
  /** One on each line. */
  readonly examples: string;
  /** `1` where the tag is switched off. */
  readonly off: string;
}

export interface CodebookFormProps {
  readonly address: string;
  readonly tags: readonly TypedCodebookTag[];
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
  const { address, tags, seen, remark, problems } = props;
  return (
    <main id="main" tabIndex={-1} class="codebook">
      <h1>{t('codebook.changeHeading')}</h1>
      <p>{t('codebook.changeIntro')}</p>
      <form method="post" action={address}>
        <input type="hidden" name="seen" value={seen} />
        <input type="hidden" name="remark" value={remark} />
        {tags.map((tag) => (
          <TagFields tag={tag} problems={problems} />
        ))}
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

interface TagFieldsProps {
  readonly tag: TypedCodebookTag;
  readonly problems: CodebookFormProps['problems'];
}

function TagFields({ tag, problems }: TagFieldsProps) {
  const { key } = tag;
  return (
    <fieldset class="setting-group">
      <legend dir="auto">{tag.name || key}</legend>
      <div class="fields">
        <Line tag={tag} text="name" problems={problems} />
        <Line tag={tag} text="plural" problems={problems} />
        <Letter tag={tag} problems={problems} />
        <Choice tag={tag} text="hue" options={hueNames()} problems={problems} />
        <Choice tag={tag} text="place" options={places()} problems={problems} />
      </div>
      <Words tag={tag} text="definition" problems={problems} />
      <Words tag={tag} text="useWhen" problems={problems} />
      <Words tag={tag} text="notWhen" problems={problems} />
      <Words tag={tag} text="examples" problems={problems} />
      <Off tag={tag} problems={problems} />
    </fieldset>
  );
}

function places(): [string, string][] {
  return TAGS.map((_, at) => [String(at + 1), String(at + 1)]);
}

function Line({ tag, text, problems }: TagFieldsProps & { text: 'name' | 'plural' }) {
  const name = `${tag.key}-${text}`;
  return (
    <Field name={name} label={t(`codebookText.${text}`)} problem={problems[name]}>
      {(control) => (
        <input {...control} value={tag[text]} maxLength={MOST.name} required autoComplete="off" dir="auto" />
      )}
    </Field>
  );
}

function Letter({ tag, problems }: TagFieldsProps) {
  const name = `${tag.key}-letter`;
  return (
    <Field
      name={name}
      label={t('codebookText.letter')}
      hint={t('codebook.letterHint')}
      problem={problems[name]}
    >
      {(control) => (
        <input {...control} value={tag.letter} maxLength={1} size={3} required autoComplete="off" />
      )}
    </Field>
  );
}

interface ChoiceProps extends TagFieldsProps {
  readonly text: 'hue' | 'place';
  readonly options: readonly (readonly [name: string, value: string])[];
}

function Choice({ tag, text, options, problems }: ChoiceProps) {
  const name = `${tag.key}-${text}`;
  const label = text === 'hue' ? t('codebookText.hue') : t('codebook.place');
  return (
    <Field name={name} label={label} problem={problems[name]}>
      {(control) => (
        <select {...control}>
          {options.map(([words, value]) => (
            <option value={value} selected={value === tag[text]}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Words({
  tag,
  text,
  problems,
}: TagFieldsProps & { text: 'definition' | 'useWhen' | 'notWhen' | 'examples' }) {
  const name = `${tag.key}-${text}`;
  const hint = text === 'examples' ? t('codebook.examplesHint') : undefined;
  const rows = text === 'examples' ? 4 : 2;
  return (
    <Field name={name} label={t(`codebookText.${text}`)} hint={hint} problem={problems[name]}>
      {(control) => (
        <textarea {...control} rows={rows} dir="auto" required={text === 'definition'}>
          {tag[text]}
        </textarea>
      )}
    </Field>
  );
}

function Off({ tag, problems }: TagFieldsProps) {
  const name = `${tag.key}-off`;
  return (
    <div class="choice">
      <input
        type="checkbox"
        id={name}
        name={name}
        value="1"
        checked={tag.off === '1'}
        aria-describedby={`${name}-hint`}
      />
      <label for={name}>{t('codebookText.isOff')}</label>
      <p class="hint" id={`${name}-hint`}>
        {t('codebook.offHint')}
      </p>
      <p class="wrong" role={problems[name] ? 'alert' : undefined}>
        {problems[name]}
      </p>
    </div>
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
