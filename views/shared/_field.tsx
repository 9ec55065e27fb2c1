import type { ComponentChildren } from 'preact';

export interface FieldProps {
  readonly name: string;
  /** Where it stands beside a field of the same name on the page. */
  readonly id?: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  /** Makes the control, given what ties it to its label, hint and error. */
  readonly children: (control: ControlProps) => ComponentChildren;
}

export interface ControlProps {
  readonly id: string;
  readonly name: string;
  readonly 'aria-describedby': string;
  readonly 'aria-invalid': 'true' | undefined;
  /** The first wrong field of a refused form takes the focus. */
  readonly autofocus: true | undefined;
}

/** A control with its label above, what to write below, and what is wrong with it. */
export function Field({ name, id = `f-${name}`, label, hint, problem, children }: FieldProps) {
  const described = [hint && `${id}-hint`, `${id}-error`].filter(Boolean).join(' ');
  const control = {
    id,
    name,
    'aria-describedby': described,
    'aria-invalid': problem ? 'true' : undefined,
    autofocus: problem ? true : undefined,
  } as const;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children(control)}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <p class="wrong" id={`${id}-error`}>
        {problem}
      </p>
    </div>
  );
}

/** What is wrong with a field; empty where nothing is. */
export function FieldError({ name, problem }: { name: string; problem?: string | undefined }) {
  return (
    <p class="wrong" id={`f-${name}-error`}>
      {problem}
    </p>
  );
}
