import { inList, t } from '../../src/messages/language.ts';

/** What was refused of a form, and why. */
export interface RefusedComment {
  /** `new`, `answer-ID` or `edit-ID`. */
  readonly form: string;
  readonly typed: string;
  readonly problem: string;
}

export interface CommentFormProps {
  /** Names it on its page. */
  readonly id: string;
  readonly action: string;
  /** What it carries beside the words. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly label: string;
  readonly button: string;
  readonly isMain?: boolean;
  /** What stands there from the start. */
  readonly value?: string;
  /** Whom one may mention. */
  readonly people: readonly string[];
  /** Who will read it. */
  readonly hint: string;
  readonly refused?: RefusedComment | undefined;
}

/** Something to say, and whom to mention with it. */
export function CommentForm(props: CommentFormProps) {
  const { id, action, hidden, label, button, isMain, value = '', hint, refused } = props;
  const problem = refused?.form === id ? refused.problem : undefined;
  const body = `${id}-body`;
  return (
    <form method="post" action={action} class="comment-form">
      {Object.entries(hidden).map(([name, each]) => (
        <input type="hidden" name={name} value={each} />
      ))}
      <div class="field">
        <label for={body}>{label}</label>
        <textarea
          id={body}
          name="body"
          rows={3}
          dir="auto"
          aria-describedby={`${body}-hint ${body}-error`}
          aria-invalid={problem ? 'true' : undefined}
          autofocus={problem ? true : undefined}
        >
          {problem ? refused?.typed : value}
        </textarea>
        <p class="hint" id={`${body}-hint`}>
          {hint} <People {...props} />
        </p>
        <p class="wrong" id={`${body}-error`} role={problem ? 'alert' : undefined}>
          {problem}
        </p>
      </div>
      <div class="actions">
        <Mention {...props} />
        <button class={isMain ? 'primary' : undefined}>{button}</button>
      </div>
    </form>
  );
}

/** Beyond this many they are not all named; the list to choose from has them. */
const NAMED = 6;

function People({ people }: Pick<CommentFormProps, 'people'>) {
  if (people.length === 0 || people.length > NAMED) return null;
  return <>{t('comments.bodyHint', { names: inList(people) })}</>;
}

function Mention({ id, people }: Pick<CommentFormProps, 'id' | 'people'>) {
  if (people.length === 0) return null;
  return (
    <>
      <label for={`${id}-mention`}>{t('comments.mention')}</label>
      <select id={`${id}-mention`} name="mention">
        <option value="">{t('comments.nobody')}</option>
        {people.map((name) => (
          <option value={name}>{name}</option>
        ))}
      </select>
    </>
  );
}

export interface CommentDeedProps {
  readonly action: string;
  readonly back: string;
  readonly isRemoval?: boolean;
  readonly label: string;
  readonly children: string;
}

/** A form of one button. */
export function CommentDeed({ action, back, isRemoval = false, label, children }: CommentDeedProps) {
  return (
    <form method="post" action={action}>
      {isRemoval && <input type="hidden" name="_method" value="DELETE" />}
      <input type="hidden" name="back" value={back} />
      <button class="quiet" aria-label={label}>
        {children}
      </button>
    </form>
  );
}
