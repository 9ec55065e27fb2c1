import { CODEBOOK_LIMITS as MOST } from '../../src/domain/codebook/codebook.ts';
import { CHOOSING, FIELD_KINDS } from '../../src/domain/codebook/field.ts';
import { t } from '../../src/messages/language.ts';
import { Field } from '../shared/_field.tsx';

/** What the form says of a field of the project's own, as it was typed. */
export interface TypedCodebookField {
  readonly slot: string;
  readonly key: string;
  readonly place: string;
  readonly name: string;
  readonly kind: string;
  readonly tags: readonly string[];
  readonly help: string;
  /** One on each line. */
  readonly choices: string;
  readonly unit: string;
  readonly required: string;
  readonly ifField: string;
  readonly ifValue: string;
  readonly off: string;
}

interface OwnFieldsProps {
  readonly tags: readonly { readonly slot: string; readonly key: string; readonly name: string }[];
  readonly fields: readonly TypedCodebookField[];
  readonly problems: Readonly<Record<string, string>>;
}

/** What the project asks of its annotations beside what the program knows. */
export function OwnFields(props: OwnFieldsProps) {
  const { fields, problems } = props;
  return (
    <section aria-labelledby="own-fields">
      <h2 id="own-fields">{t('codebook.ownFields')}</h2>
      <p class="hint">{t('codebook.ownFieldsHint')}</p>
      {fields.map((field) => (
        <OneField {...props} field={field} />
      ))}
      <p class="wrong" role={problems.fields ? 'alert' : undefined}>
        {problems.fields}
      </p>
      <p>
        <button type="submit" name="add" value="field" formNoValidate>
          {t('codebook.addField')}
        </button>
      </p>
    </section>
  );
}

type OneFieldProps = OwnFieldsProps & { readonly field: TypedCodebookField };

function OneField(props: OneFieldProps) {
  const { field, fields } = props;
  const isAdded = field.slot !== field.key;
  const places = fields.map((_, at) => [String(at + 1), String(at + 1)] as const);
  const kinds = FIELD_KINDS.map((kind) => [kind, t(`fieldKind.${kind}`)] as const);
  return (
    <fieldset class="setting-group" id={`field-${field.slot}`}>
      <legend dir="auto">{field.name || t('codebook.newField')}</legend>
      {isAdded && <input type="hidden" name="newField" value={field.slot} />}
      <div class="fields">
        <Line {...props} of="name" isNeeded />
        <Chosen {...props} of="kind" options={kinds} isFixed={!isAdded} />
        <Chosen {...props} of="place" options={places} />
        {isAdded && <Line {...props} of="key" />}
      </div>
      <Tags {...props} />
      <Line {...props} of="help" />
      {(isAdded || CHOOSING.some((kind) => kind === field.kind)) && <Choices {...props} />}
      {(isAdded || field.kind === 'number') && <Line {...props} of="unit" />}
      <ShownIf {...props} />
      <Flag {...props} of="required" />
      {isAdded ? <Remove slot={field.slot} /> : <Flag {...props} of="off" />}
    </fieldset>
  );
}

function nameOf({ slot }: TypedCodebookField, of: string): string {
  return `field-${slot}-${of}`;
}

const HINTS = {
  key: 'codebook.fieldKeyHint',
  help: 'codebook.helpHint',
  unit: 'codebook.unitHint',
} as const;

type LineProps = OneFieldProps & { of: 'name' | 'key' | 'help' | 'unit' | 'ifValue'; isNeeded?: boolean };

function Line({ field, problems, of, isNeeded }: LineProps) {
  const name = nameOf(field, of);
  const hint = of in HINTS ? t(HINTS[of as keyof typeof HINTS]) : undefined;
  return (
    <Field name={name} label={t(`fieldText.${of}`)} hint={hint} problem={problems[name]}>
      {(control) => (
        <input
          {...control}
          value={field[of]}
          maxLength={of === 'help' ? MOST.text : MOST.name}
          required={isNeeded}
          autoComplete="off"
          dir="auto"
        />
      )}
    </Field>
  );
}

interface ChosenProps extends OneFieldProps {
  readonly of: 'kind' | 'place' | 'ifField';
  readonly options: readonly (readonly [value: string, name: string])[];
  /** What is filled in already would not fit another. */
  readonly isFixed?: boolean;
}

function Chosen({ field, problems, of, options, isFixed = false }: ChosenProps) {
  const name = nameOf(field, of);
  const shown = isFixed ? options.filter(([value]) => value === field[of]) : options;
  return (
    <Field name={name} label={t(`fieldText.${of}`)} problem={problems[name]}>
      {(control) => (
        <select {...control}>
          {shown.map(([value, words]) => (
            <option value={value} selected={value === field[of]}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Tags({ field, tags, problems }: OneFieldProps) {
  const name = nameOf(field, 'tags');
  return (
    <fieldset class="choices" aria-describedby={`${name}-error`}>
      <legend>{t('fieldText.tags')}</legend>
      {tags
        .filter(({ slot, key }) => slot === key)
        .map(({ key, name: words }) => (
          <label>
            <input type="checkbox" name={name} value={key} checked={field.tags.includes(key)} /> {words}
          </label>
        ))}
      <p class="wrong" id={`${name}-error`}>
        {problems[name]}
      </p>
    </fieldset>
  );
}

function Choices({ field, problems }: OneFieldProps) {
  const name = nameOf(field, 'choices');
  return (
    <Field
      name={name}
      label={t('fieldText.choices')}
      hint={t('codebook.choicesHint')}
      problem={problems[name]}
    >
      {(control) => (
        <textarea {...control} rows={4} dir="auto">
          {field.choices}
        </textarea>
      )}
    </Field>
  );
}

/** Asked only where another field holds something. */
function ShownIf(props: OneFieldProps) {
  const { field, fields } = props;
  const others = fields.filter(({ slot, key }) => slot === key && slot !== field.slot);
  if (others.length === 0) return null;
  const options = [
    ['', t('codebook.always')] as const,
    ...others.map(({ key, name }) => [key, name] as const),
  ];
  return (
    <div class="fields">
      <Chosen {...props} of="ifField" options={options} />
      <Line {...props} of="ifValue" />
    </div>
  );
}

function Flag({ field, of }: OneFieldProps & { of: 'required' | 'off' }) {
  const name = nameOf(field, of);
  return (
    <div class="choice">
      <input
        type="checkbox"
        id={name}
        name={name}
        value="1"
        checked={field[of] === '1'}
        aria-describedby={`${name}-hint`}
      />
      <label for={name}>{t(`fieldText.${of}`)}</label>
      <p class="hint" id={`${name}-hint`}>
        {t(of === 'off' ? 'codebook.fieldOffHint' : 'codebook.requiredHint')}
      </p>
    </div>
  );
}

function Remove({ slot }: { slot: string }) {
  return (
    <p>
      <button type="submit" class="quiet" name="remove" value={`field:${slot}`} formNoValidate>
        {t('codebook.removeField')}
      </button>
    </p>
  );
}
