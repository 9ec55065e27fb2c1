import { t } from '../../src/messages/language.ts';
import { moment } from '../shared/dates.ts';

/** A sign-in of the person's, as the page shows it. */
export interface ShownSignIn {
  readonly tokenHash: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly agent: string | null;
  readonly address: string | null;
}

export interface SignInsProps {
  readonly signIns: readonly ShownSignIn[];
  /** Which of them this is. */
  readonly current: string;
}

/** Where the person is signed in, each with the way out. */
export function SignIns({ signIns, current }: SignInsProps) {
  return (
    <>
      <ul class="sign-ins">
        {signIns.map((signIn) => (
          <li>
            <p>
              <bdi>{agentName(signIn.agent)}</bdi>
              {signIn.tokenHash === current && <strong> · {t('account.here')}</strong>}
            </p>
            <p class="hint">
              {t('account.seen', {
                begun: moment(signIn.createdAt),
                seen: moment(signIn.lastSeenAt),
                address: signIn.address ?? '–',
              })}
            </p>
            {signIn.tokenHash !== current && <SignOutThere signIn={signIn} />}
          </li>
        ))}
      </ul>
      {signIns.length > 1 && (
        <form method="post" action="/account/sign-ins">
          <input type="hidden" name="_method" value="DELETE" />
          <button type="submit">{t('account.outEverywhere')}</button>
        </form>
      )}
    </>
  );
}

function SignOutThere({ signIn }: { signIn: ShownSignIn }) {
  return (
    <form method="post" action={`/account/sign-ins/${signIn.tokenHash}`}>
      <input type="hidden" name="_method" value="DELETE" />
      <button type="submit" class="quiet" aria-label={t('account.outOf', { where: agentName(signIn.agent) })}>
        {t('signIn.out')}
      </button>
    </form>
  );
}

const BROWSERS: readonly (readonly [sign: RegExp, name: string])[] = [
  [/\bEdg\w*\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\//, 'Firefox'],
  [/\bChrom(e|ium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [sign: RegExp, name: string])[] = [
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\b(Linux|X11)\b/, 'Linux'],
];

/** `Firefox, Linux`; what is neither, as it calls itself. */
function agentName(agent: string | null): string {
  if (agent === null) return t('account.unknownBrowser');
  const find = (list: typeof BROWSERS) => list.find(([sign]) => sign.test(agent))?.[1];
  const names = [find(BROWSERS), find(SYSTEMS)].filter((name) => name !== undefined);
  return names.length > 0 ? names.join(', ') : agent.slice(0, 60);
}
