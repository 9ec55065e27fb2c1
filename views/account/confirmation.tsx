import { t } from '../../src/messages/language.ts';
import { Field } from '../shared/_field.tsx';
import { PasskeyForm } from '../shared/_passkey-form.tsx';

export interface ConfirmationPageProps {
  /** The page of the desk to go on with. */
  readonly next: string;
  /** What the person signs in with, for the browser to find the password by. */
  readonly signIn: string;
  /** The ways to sign in that the account has. */
  readonly has: {
    readonly password: boolean;
    readonly passkeys: boolean;
    readonly provider: string | undefined;
  };
  /** What is wrong with the password. */
  readonly problem?: string | undefined;
  /** Why another way did not do. */
  readonly refused?: string | undefined;
}

/** Asks for a proof that it still is the person who has signed in. */
export function ConfirmationPage({ next, signIn, has, problem, refused }: ConfirmationPageProps) {
  return (
    <>
      <h1>{t('ways.confirm')}</h1>
      <p>{t('ways.confirmIntro')}</p>
      {refused !== undefined && (
        <p class="wrong" role="alert">
          {refused}
        </p>
      )}
      {has.password && <ByPassword {...{ next, signIn, problem }} />}
      <div class="other-ways">
        {has.passkeys && (
          <PasskeyForm
            does="get"
            action="/account/confirmation/passkey"
            challenge="/account/confirmation/passkey/challenge"
          >
            <input type="hidden" name="next" value={next} />
            <button type="submit">{t('ways.confirmByPasskey')}</button>
          </PasskeyForm>
        )}
        {has.provider !== undefined && (
          <p>
            <a class="button" href={`/account/confirmation/provider?next=${encodeURIComponent(next)}`}>
              {t('ways.byProvider', { provider: has.provider })}
            </a>
          </p>
        )}
      </div>
    </>
  );
}

function ByPassword({ next, signIn, problem }: Pick<ConfirmationPageProps, 'next' | 'signIn' | 'problem'>) {
  return (
    <form method="post" action="/account/confirmation">
      <input type="hidden" name="next" value={next} />
      <input hidden name="username" value={signIn} autoComplete="username" readOnly />
      <Field name="password" label={t('signIn.password')} problem={problem}>
        {(control) => (
          <input {...control} type="password" required autoComplete="current-password" autofocus />
        )}
      </Field>
      <p class="actions">
        <button type="submit">{t('ways.goOn')}</button>
      </p>
    </form>
  );
}
