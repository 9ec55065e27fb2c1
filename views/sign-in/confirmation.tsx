import { t } from '../../src/messages/language.ts';
import { Field } from '../shared/_field.tsx';
import { HeldFields, type HeldFieldsProps } from './_held-form.tsx';

export interface ConfirmationPageProps extends HeldFieldsProps {
  readonly next: string;
  /** What they sign in with, for the browser that keeps passwords. */
  readonly signIn: string;
  readonly problem?: string | undefined;
}

/** Asks whether it is still the person who signed in. */
export function ConfirmationPage({ next, signIn, held, problem }: ConfirmationPageProps) {
  return (
    <main id="main" tabIndex={-1}>
      <h1>{t('signIn.confirmation')}</h1>
      <p>{t('signIn.confirmationIntro')}</p>
      <form method="post" action="/confirmation">
        <input type="hidden" name="next" value={next} />
        <HeldFields held={held} />
        <input hidden name="username" value={signIn} autoComplete="username" readOnly />
        <Field name="password" label={t('signIn.password')} problem={problem}>
          {(control) => (
            <input {...control} type="password" required autoComplete="current-password" autofocus />
          )}
        </Field>
        <p class="actions">
          <button type="submit">{t('signIn.confirm')}</button>
          <a href={next}>{t('signIn.confirmNot')}</a>
        </p>
      </form>
    </main>
  );
}
