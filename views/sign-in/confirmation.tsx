import { t } from '../../src/messages/language.ts';
import { Field } from '../shared/_field.tsx';
import { PasskeyForm } from '../shared/_passkey-form.tsx';

export interface ConfirmationPageProps {
  /** What goes on behind it. */
  readonly next: string;
  /** The page from which it was asked for. */
  readonly back: string;
  /** What they sign in with, for the browser that keeps passwords. */
  readonly signIn: string;
  /** The ways in which they can show it; of the provider its name. */
  readonly has: {
    readonly password: boolean;
    readonly passkeys: boolean;
    readonly provider: string | undefined;
  };
  readonly problem?: string | undefined;
  /** Why another way than the password did not do. */
  readonly refused?: string | undefined;
}

/** Asks whether it is still the person who signed in. */
export function ConfirmationPage({ next, back, signIn, has, problem, refused }: ConfirmationPageProps) {
  return (
    <>
      <h1>{t('signIn.confirmation')}</h1>
      <p>{t('signIn.confirmationIntro')}</p>
      {refused !== undefined && (
        <p class="wrong" role="alert">
          {refused}
        </p>
      )}
      {has.password && <ByPassword {...{ next, back, signIn, problem }} />}
      <div class="other-ways">
        {has.passkeys && (
          <PasskeyForm does="get" action="/confirmation/passkey" challenge="/confirmation/passkey/challenge">
            <input type="hidden" name="next" value={next} />
            <button type="submit">{t('ways.confirmByPasskey')}</button>
          </PasskeyForm>
        )}
        {has.provider !== undefined && (
          <p>
            <a class="button" href={`/confirmation/provider?next=${encodeURIComponent(next)}`}>
              {t('ways.byProvider', { provider: has.provider })}
            </a>
          </p>
        )}
      </div>
      {!has.password && (
        <p>
          <a href={back}>{t('signIn.confirmNot')}</a>
        </p>
      )}
    </>
  );
}

type ByPasswordProps = Pick<ConfirmationPageProps, 'next' | 'back' | 'signIn' | 'problem'>;

function ByPassword({ next, back, signIn, problem }: ByPasswordProps) {
  return (
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
  );
}
