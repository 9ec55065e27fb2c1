import { t } from '../../src/messages/language.ts';
import { Field } from '../shared/_field.tsx';

export interface ConfirmationPageProps {
  /** What goes on behind it. */
  readonly next: string;
  /** The page from which it was asked for. */
  readonly back: string;
  /** What they sign in with, for the browser that keeps passwords. */
  readonly signIn: string;
  readonly problem?: string | undefined;
}

/** Asks whether it is still the person who signed in. */
export function ConfirmationPage({ next, back, signIn, problem }: ConfirmationPageProps) {
  return (
    <main id="main" tabIndex={-1}>
      <h1>{t('signIn.confirmation')}</h1>
      <p>{t('signIn.confirmationIntro')}</p>
      <form method="post" action="/confirmation">
        <input type="hidden" name="next" value={next} />
        <input type="hidden" name="back" value={back} />
        <input hidden name="username" value={signIn} autoComplete="username" readOnly />
        <Field name="password" label={t('signIn.password')} problem={problem}>
          {(control) => (
            <input {...control} type="password" required autoComplete="current-password" autofocus />
          )}
        </Field>
        <p class="actions">
          <button type="submit">{t('signIn.confirm')}</button>
          <a href={back}>{t('signIn.confirmNot')}</a>
        </p>
      </form>
    </main>
  );
}
