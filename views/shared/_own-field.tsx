import { CHOICE_JOINT, type CodebookField, ownField } from '../../src/domain/codebook/field.ts';
import { t } from '../../src/messages/language.ts';

export interface OwnFieldProps {
  readonly field: CodebookField;
  /** Its name, where that alone does not do. */
  readonly label?: string;
  /** As `writeAnswer` writes it, or as it was typed. */
  readonly value: string;
  readonly problem?: string | undefined;
  /** Makes the control's id one of a kind on the page. */
  readonly idPrefix: string;
}

/** A field of the project's own, asked for in the way its kind wants, with its help and its error beside it. */
export function OwnField(props: OwnFieldProps) {
  const { field, label = field.name, problem, idPrefix } = props;
  const name = ownField(field.key);
  const id = `${idPrefix}-${name}`;
  const { shownIf } = field;
  const condition = shownIf && { 'data-asked-if': `${ownField(shownIf.field)}=${shownIf.value}` };
  const beside = (
    <>
      {field.help !== '' && (
        <p class="hint" id={`${id}-hint`}>
          {field.help}
        </p>
      )}
      <p class="wrong" id={`${id}-error`}>
        {problem}
      </p>
    </>
  );
  const words = <Words label={label} isRequired={field.isRequired} />;
  if (field.kind === 'several') {
    return (
      <fieldset class="field choices" aria-describedby={describedBy(id, field)} {...condition}>
        <legend dir="auto">{words}</legend>
        <Boxes {...props} name={name} />
        {beside}
      </fieldset>
    );
  }
  return (
    <div class="field" {...condition}>
      <label for={id} dir="auto">
        {words}
      </label>
      <Control {...props} id={id} name={name} />
      {beside}
    </div>
  );
}

function describedBy(id: string, { help }: CodebookField): string {
  return help === '' ? `${id}-error` : `${id}-hint ${id}-error`;
}

function Words({ label, isRequired }: { label: string; isRequired: boolean }) {
  return (
    <>
      {label}
      {isRequired && <span class="faint"> ({t('field.required')})</span>}
    </>
  );
}

/** Nothing ticked is an answer too: the empty field says that the form had the boxes. */
function Boxes({ field, value, name }: OwnFieldProps & { name: string }) {
  const chosen = value.split(CHOICE_JOINT);
  return (
    <>
      <input type="hidden" name={name} value="" />
      {withHeld(field.choices, chosen.filter(Boolean)).map((choice) => (
        <label dir="auto">
          <input type="checkbox" name={name} value={choice} checked={chosen.includes(choice)} /> {choice}
        </label>
      ))}
    </>
  );
}

/** What is chosen stays a choice, though a later version may not have it. */
function withHeld(choices: readonly string[], held: readonly string[]): readonly string[] {
  return [...new Set([...choices, ...held])];
}

function Control(props: OwnFieldProps & { id: string; name: string }) {
  const { field, value, problem, id, name } = props;
  const common = {
    id,
    name,
    'aria-describedby': describedBy(id, field),
    'aria-invalid': problem ? ('true' as const) : undefined,
  };
  switch (field.kind) {
    case 'paragraph':
      return (
        <textarea {...common} rows={2} dir="auto">
          {value}
        </textarea>
      );
    case 'one':
    case 'scale':
    case 'yes-no':
      return <Choice field={field} value={value} common={common} />;
    case 'date':
      return <input {...common} type="date" value={value} />;
    case 'number':
      return (
        <span class="with-unit">
          <input {...common} inputMode="decimal" value={value} autoComplete="off" /> {field.unit}
        </span>
      );
    default:
      return <input {...common} value={value} autoComplete="off" dir="auto" />;
  }
}

interface ChoiceProps extends Pick<OwnFieldProps, 'field' | 'value'> {
  readonly common: Readonly<Record<string, unknown>>;
}

function Choice({ field, value, common }: ChoiceProps) {
  const options =
    field.kind === 'yes-no'
      ? [['yes', t('field.yes')] as const, ['no', t('field.no')] as const]
      : withHeld(field.choices, value === '' ? [] : [value]).map((choice) => [choice, choice] as const);
  return (
    <select {...common}>
      <option value="" />
      {options.map(([option, words]) => (
        <option value={option} selected={option === value}>
          {words}
        </option>
      ))}
    </select>
  );
}
