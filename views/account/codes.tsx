import { rich, t } from '../../src/messages/language.ts';
import { Field } from '../shared/_field.tsx';
import { ToAccount } from './_to-account.tsx';

export interface CodesOffProps {
  /** The secret, sealed, for the form to send back. */
  readonly setup: string;
  /** The secret in groups, for who types it. */
  readonly secret: string;
  /** The address that an app on this device opens. */
  readonly app: string;
  readonly problem: string | undefined;
}

/** How to turn one-time codes on. */
export function CodesOff({ setup, secret, app, problem }: CodesOffProps) {
  return (
    <>
      <h1>{t('ways.codes')}</h1>
      <p>{t('ways.codesIntro')}</p>
      <ol class="steps">
        <li>
          {t('ways.scan')}
          <img
            class="code-picture"
            src={`/account/codes/picture?setup=${setup}`}
            width="220"
            height="220"
            alt={t('ways.picture')}
          />
          <p>
            {rich(
              'ways.orType',
              {
                secret: (words) => <code class="secret">{words}</code>,
                link: (words) => <a href={app}>{words}</a>,
              },
              { secret },
            )}
          </p>
        </li>
        <li>
          <form method="post" action="/account/codes">
            <input type="hidden" name="setup" value={setup} />
            <Field name="code" label={t('ways.codeOfApp')} problem={problem}>
              {(control) => (
                <input
                  {...control}
                  class="code"
                  required
                  maxLength={12}
                  inputMode="numeric"
                  autoComplete="one-time-code"
                />
              )}
            </Field>
            <p class="actions">
              <button type="submit">{t('ways.turnOn')}</button>
            </p>
          </form>
        </li>
      </ol>
      <ToAccount />
    </>
  );
}

/** That codes are on, and what can be done with them. */
export function CodesOn({ left }: { readonly left: number }) {
  return (
    <>
      <h1>{t('ways.codes')}</h1>
      <p>{t('ways.codesOn')}</p>
      <h2>{t('ways.recoveryCodes')}</h2>
      <p class={left < 3 ? 'wrong' : undefined}>{t('ways.recoveryLeft', { count: left })}</p>
      <form method="post" action="/account/recovery-codes">
        <p class="hint">{t('ways.newRecoveryHint')}</p>
        <p class="actions">
          <button type="submit">{t('ways.newRecovery')}</button>
        </p>
      </form>
      <h2>{t('ways.turnOff')}</h2>
      <form method="post" action="/account/codes">
        <input type="hidden" name="_method" value="DELETE" />
        <p class="hint">{t('ways.turnOffHint')}</p>
        <p class="actions">
          <button type="submit" class="quiet">
            {t('ways.turnOff')}
          </button>
        </p>
      </form>
      <ToAccount />
    </>
  );
}

/** New recovery codes, shown this once. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  return (
    <>
      <h1>{t('ways.recoveryCodes')}</h1>
      <p>{t('ways.recoveryIntro')}</p>
      <ol class="recovery-codes">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p class="actions">
        <a class="button" href="/account/codes">
          {t('ways.kept')}
        </a>
      </p>
    </>
  );
}
