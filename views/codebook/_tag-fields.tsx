import { ATTRIBUTES, COMMON_ATTRIBUTES } from '../../src/domain/attributes.ts';
import { CODEBOOK_LIMITS as MOST } from '../../src/domain/codebook/codebook.ts';
import { isBuiltIn } from '../../src/domain/tag.ts';
import { t } from '../../src/messages/language.ts';
import { Field } from '../shared/_field.tsx';
import { hueNames } from './_differences.tsx';

/** What the form says of a tag, as it was typed. */
export interface TypedCodebookTag {
  /** What the names of its fields begin with: its key, or `New1` for one that is added. */
  readonly slot: string;
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
  /** Names of the program's fields that it asks for. */
  readonly fields: readonly string[];
  /** `1` where the tag is switched off. */
  readonly off: string;
}

interface TagFieldsProps {
  readonly tag: TypedCodebookTag;
  /** How many tags there are. */
  readonly count: number;
  /** By the name of the field. */
  readonly problems: Readonly<Record<string, string>>;
}

/** What a codebook says of a tag, to be changed. */
export function TagFields(props: TagFieldsProps) {
  const { tag, count } = props;
  const isAdded = tag.slot !== tag.key;
  return (
    <fieldset class="setting-group" id={`tag-${tag.slot}`}>
      <legend dir="auto">{tag.name || (isAdded ? t('codebook.newTag') : tag.key)}</legend>
      {isAdded && <input type="hidden" name="new" value={tag.slot} />}
      <div class="fields">
        <Line {...props} text="name" />
        <Line {...props} text="plural" />
        <Letter {...props} />
        <Choice {...props} text="hue" options={hueNames()} />
        <Choice {...props} text="place" options={places(count)} />
        {isAdded && <Key {...props} />}
      </div>
      <Words {...props} text="definition" />
      <Words {...props} text="useWhen" />
      <Words {...props} text="notWhen" />
      <Words {...props} text="examples" />
      {!isBuiltIn(tag.slot) && <AskedFields {...props} />}
      {isAdded ? <Remove {...props} /> : <Off {...props} />}
    </fieldset>
  );
}

function places(count: number): [string, string][] {
  return Array.from({ length: count }, (_, at) => [String(at + 1), String(at + 1)]);
}

function Key({ tag, problems }: TagFieldsProps) {
  const name = `${tag.slot}-key`;
  return (
    <Field name={name} label={t('codebookText.key')} hint={t('codebook.keyHint')} problem={problems[name]}>
      {(control) => (
        <input {...control} value={tag.key} maxLength={40} autoComplete="off" autoCapitalize="off" />
      )}
    </Field>
  );
}

/** What every tag asks for needs no box. */
const CHOSEN = ATTRIBUTES.filter(({ name, isComputed }) => !isComputed && !COMMON_ATTRIBUTES.includes(name));

function AskedFields({ tag, problems }: TagFieldsProps) {
  const name = `${tag.slot}-fields`;
  return (
    <fieldset class="choices" aria-describedby={`${name}-hint`}>
      <legend>{t('codebookText.attributes')}</legend>
      {CHOSEN.map((rule) => (
        <label>
          <input type="checkbox" name={name} value={rule.field} checked={tag.fields.includes(rule.field)} />{' '}
          {t(`attributeName.${rule.name}`)}
        </label>
      ))}
      <p class="hint" id={`${name}-hint`}>
        {t('codebook.fieldsHint')}
      </p>
      <p class="wrong">{problems[name]}</p>
    </fieldset>
  );
}

function Remove({ tag: { slot } }: TagFieldsProps) {
  return (
    <p>
      <button type="submit" class="quiet" name="remove" value={`tag:${slot}`} formNoValidate>
        {t('codebook.removeTag')}
      </button>
    </p>
  );
}

function Line({ tag, text, problems }: TagFieldsProps & { text: 'name' | 'plural' }) {
  const name = `${tag.slot}-${text}`;
  return (
    <Field name={name} label={t(`codebookText.${text}`)} problem={problems[name]}>
      {(control) => (
        <input {...control} value={tag[text]} maxLength={MOST.name} required autoComplete="off" dir="auto" />
      )}
    </Field>
  );
}

function Letter({ tag, problems }: TagFieldsProps) {
  const name = `${tag.slot}-letter`;
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
  const name = `${tag.slot}-${text}`;
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
  const name = `${tag.slot}-${text}`;
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
  const name = `${tag.slot}-off`;
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
