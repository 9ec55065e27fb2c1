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
  /** The article whose speakers the field of a speaker offers, and those of its project. */
  readonly articleId?: string | undefined;
  /** These names are offered at once; without them they are fetched when the field is reached. */
  readonly speakers?: readonly string[] | undefined;
}

/** One attribute of an annotation, asked for in the way its kind wants, with its error beside it. */
export function AttributeField(props: AttributeFieldProps) {
  const { rule, label, value, problem, idPrefix, isFirst = false } = props;
  const id = `${idPrefix}-${rule.field}`;
  const isSpeaker = rule.name === 'speaker' && props.articleId !== undefined;
  const common = {
    id,
    name: rule.field,
    'aria-describedby': `${id}-error`,
    'aria-invalid': problem ? ('true' as const) : undefined,
    // Not autofocus: taking the focus so, browsers would scroll the text.
    'data-takes-focus': isFirst ? '' : undefined,
    ...(isSpeaker && offering(id, props)),
  };
  return (
    <div class={`field is-${rule.kind}`}>
      <label for={id}>{label ?? t(`attributeName.${rule.name}`)}</label>
      <Control rule={rule} value={value} common={common} />
      {isSpeaker && <Offered id={id} {...props} />}
      <p class="wrong" id={`${id}-error`}>
        {problem}
      </p>
    </div>
  );
}

/** Names are offered by the browser's own list; nothing is fetched before somebody comes to the field. */
function offering(id: string, { articleId, speakers }: AttributeFieldProps) {
  const list = { list: `${id}-list` };
  if (speakers) return list;
  const fetched = { 'hx-get': `/articles/${articleId}/speakers`, 'hx-trigger': 'focus once' };
  return { ...list, ...fetched, 'hx-target': `#${id}-list`, 'hx-swap': 'innerHTML' };
}

function Offered({ id, value, articleId, speakers = [] }: AttributeFieldProps & { id: string }) {
  const address = `/articles/${articleId}/speakers?name=${encodeURIComponent(value)}`;
  return (
    <>
      <datalist id={`${id}-list`}>
        {speakers.map((name) => (
          <option value={name} />
        ))}
      </datalist>
      {value !== '' && (
        <a class="hint" href={address}>
          {t('speakers.everywhere')}
        </a>
      )}
    </>
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
