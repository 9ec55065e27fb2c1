import { t } from '../../src/messages/language.ts';
import { PasskeyForm } from '../shared/_passkey-form.tsx';

/** The ways to sign in beside the password that a desk has. */
export interface OtherWaysProps {
  /** The page of the desk to go on with. */
  readonly next: string;
  /** What people call the provider of sign-ins. */
  readonly provider: string | undefined;
  /** Whether passkeys hold at this address. */
  readonly passkeys: boolean;
}

/** By a passkey, or by a provider. */
export function OtherWays({ next, provider, passkeys }: OtherWaysProps) {
  return (
    <div class="other-ways">
      {passkeys && (
        <PasskeyForm does="get" action="/sign-in/passkey" challenge="/sign-in/passkey/challenge">
          <input type="hidden" name="next" value={next} />
          <button type="submit">{t('ways.byPasskey')}</button>
        </PasskeyForm>
      )}
      {provider !== undefined && (
        <p>
          <a class="button" href={`/sign-in/provider?next=${encodeURIComponent(next)}`}>
            {t('ways.byProvider', { provider })}
          </a>
        </p>
      )}
    </div>
  );
}
