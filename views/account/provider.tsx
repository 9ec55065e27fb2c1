import { t } from '../../src/messages/language.ts';
import { ToAccount } from './_to-account.tsx';

interface Identity {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
}

export interface ProviderPageProps {
  readonly identities: readonly Identity[];
  /** What people call the provider; there may be none any more. */
  readonly provider: string | undefined;
  /** What shows that this page leads to the provider. */
  readonly begin: string;
  readonly problem: string | undefined;
}

/** Whom one is linked with at a provider of sign-ins. */
export function ProviderPage({ identities, provider, begin, problem }: ProviderPageProps) {
  return (
    <>
      <h1>{t('ways.provider')}</h1>
      <p>{t('ways.providerIntro')}</p>
      {problem !== undefined && (
        <p class="wrong" role="alert">
          {problem}
        </p>
      )}
      {identities.length > 0 && (
        <ul class="passkeys">
          {identities.map((identity) => (
            <Linked {...identity} />
          ))}
        </ul>
      )}
      {provider !== undefined && (
        <p class="actions">
          <a class="button" href={`/account/provider/new?begin=${begin}`}>
            {t('ways.link', { provider })}
          </a>
        </p>
      )}
      <ToAccount />
    </>
  );
}

function Linked({ issuer, subject, name }: Identity) {
  return (
    <li>
      <form method="post" action="/account/provider">
        <input type="hidden" name="_method" value="DELETE" />
        <input type="hidden" name="issuer" value={issuer} />
        <input type="hidden" name="subject" value={subject} />
        <span dir="auto">{name}</span> <span class="hint">{new URL(issuer).host}</span>{' '}
        <button type="submit" class="quiet" aria-label={t('ways.unlinkOf', { name })}>
          {t('ways.unlink')}
        </button>
      </form>
    </li>
  );
}
