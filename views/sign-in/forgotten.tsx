import { MAX_SIGN_IN_NAME } from '../../src/domain/sign-in-name.ts';
import { t } from '../../src/messages/language.ts';
import { Field } from '../shared/_field.tsx';

export interface ForgottenPageProps {
  readonly name?: string;
  readonly problem?: string;
  /** A mail is on its way, if there is somebody to take it. */
  readonly isSent?: boolean;
}

/** Asks for a mail with a link to a new password. */
export function ForgottenPage({ name = '', problem, isSent = false }: ForgottenPageProps) {
  return (
    <>
      <h1>{t('ways.forgottenHeading')}</h1>
      {isSent ? (
        <p role="status">{t('ways.forgottenSent')}</p>
      ) : (
        <ForgottenForm name={name} problem={problem} />
      )}
      <p>
        <a href="/sign-in">{t('ways.toSignIn')}</a>
      </p>
    </>
  );
}

function ForgottenForm({ name, problem }: { name: string; problem: string | undefined }) {
  return (
    <form method="post" action="/sign-in/forgotten">
      <p>{t('ways.forgottenIntro')}</p>
      <Field name="name" label={t('signIn.name')} problem={problem}>
        {(control) => (
          <input
            {...control}
            value={name}
            required
            maxLength={MAX_SIGN_IN_NAME}
            autoComplete="username"
            autoCapitalize="none"
            spellcheck={false}
          />
        )}
      </Field>
      <p class="actions">
        <button type="submit">{t('ways.sendLink')}</button>
      </p>
    </form>
  );
}
