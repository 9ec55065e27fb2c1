import { t } from '../../src/messages/language.ts';
import { AccountSection } from './show.tsx';

export interface WaysProps {
  /** Whether one-time codes are on. */
  readonly hasCodes: boolean;
  /** How many recovery codes are left. */
  readonly recoveryCodes: number;
  readonly passkeys: number;
  /** Whom the account is linked with at a provider. */
  readonly links: readonly string[];
  /** Whether the desk has a provider that it could be linked with. */
  readonly hasProvider: boolean;
}

/** The ways to sign in beside the password, each with its own page. */
export function Ways({ hasCodes, recoveryCodes, passkeys, links, hasProvider }: WaysProps) {
  return (
    <>
      <AccountSection id="codes" heading={t('ways.codes')}>
        <p>
          {hasCodes ? t('ways.areOn') : t('ways.areOff')}{' '}
          {hasCodes && t('ways.recoveryLeft', { count: recoveryCodes })}
        </p>
        <p>
          <a href="/account/codes">{hasCodes ? t('ways.change') : t('ways.setUp')}</a>
        </p>
      </AccountSection>
      <AccountSection id="passkeys" heading={t('ways.passkeys')}>
        <p>{passkeys > 0 ? t('ways.passkeyCount', { count: passkeys }) : t('ways.none')}</p>
        <p>
          <a href="/account/passkeys">{passkeys > 0 ? t('ways.change') : t('ways.addPasskey')}</a>
        </p>
      </AccountSection>
      {(hasProvider || links.length > 0) && (
        <AccountSection id="provider" heading={t('ways.provider')}>
          <p dir="auto">{links.length > 0 ? links.join(', ') : t('ways.none')}</p>
          <p>
            <a href="/account/provider">{t('ways.change')}</a>
          </p>
        </AccountSection>
      )}
    </>
  );
}
