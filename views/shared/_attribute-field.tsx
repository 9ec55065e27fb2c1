import type { AttributeRule } from '../../src/domain/attributes.ts';
import { t } from '../../src/messages/language.ts';

export interface AttributeFieldProps {
  readonly rule: AttributeRule;
  /** Its name, where that alone does not do. */
  readonly label?: string;
  readonly value: string;
  readonly problem?: string | undefined;
  /** Makes the control's id one of a kind on the page. */
  readonly idPrefix: string;
  readonly isFirst?: boolean;
}

/** One attribute of an annotation, asked for in the way its kind wants, with its error beside it. */
export function AttributeField({
  rule,
  label,
  value,
  problem,
  idPrefix,
  isFirst = false,
}: AttributeFieldProps) {
  const id = `${idPrefix}-${rule.field}`;
  const common = {
    id,
    name: rule.field,
    'aria-describedby': `${id}-error`,
    'aria-invalid': problem ? ('true' as const) : undefined,
    // Not autofocus: taking the focus so, browsers would scroll the text.
    'data-takes-focus': isFirst ? '' : undefined,
  };
  return (
    <div class={`field is-${rule.kind}`}>
      <label for={id}>{label ?? t(`attributeName.${rule.name}`)}</label>
      <Control rule={rule} value={value} common={common} />
      <p class="wrong" id={`${id}-error`}>
        {problem}
      </p>
    </div>
  );
}

interface ControlProps {
  readonly rule: AttributeRule;
  readonly value: string;
  readonly common: Readonly<Record<string, unknown>>;
}

function Control({ rule, value, common }: ControlProps) {
  if (rule.kind === 'choice') {
    return (
      <select {...common}>
        <option value="" />
        {rule.choices?.map((choice) => (
          <option value={choice} selected={choice === value}>
            {t(`choice.${choice}`)}
          </option>
        ))}
      </select>
    );
  }
  if (rule.kind === 'paragraph') {
    return (
      <textarea {...common} rows={1} maxLength={rule.maxLength}>
        {value}
      </textarea>
    );
  }
  const numeric = rule.kind === 'number' ? { inputMode: 'decimal' as const } : {};
  return <input {...common} {...numeric} value={value} maxLength={rule.maxLength} autoComplete="off" />;
}
