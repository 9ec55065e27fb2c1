import { MAX_NAME } from '../../src/domain/person-settings.ts';
import { inTime, t } from '../../src/messages/language.ts';
import { Field } from '../shared/_field.tsx';
import { PasskeyForm } from '../shared/_passkey-form.tsx';
import { ToAccount } from './_to-account.tsx';

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly usedAt: Date | null;
}

export interface PasskeysPageProps {
  readonly passkeys: readonly Entry[];
  /** Whether there can be passkeys at this address. */
  readonly canHold: boolean;
  readonly problem: string | undefined;
}

/** One's passkeys: those that are there, and how to add one. */
export function PasskeysPage({ passkeys, canHold, problem }: PasskeysPageProps) {
  return (
    <>
      <h1>{t('ways.passkeys')}</h1>
      <p>{t('ways.passkeysIntro')}</p>
      {problem !== undefined && (
        <p class="wrong" role="alert">
          {problem}
        </p>
      )}
      {passkeys.length > 0 && (
        <ul class="passkeys">
          {passkeys.map((passkey) => (
            <PasskeyEntry {...passkey} />
          ))}
        </ul>
      )}
      {canHold ? <NewPasskey /> : <p class="hint">{t('ways.noPasskeysHere')}</p>}
      <ToAccount />
    </>
  );
}

function PasskeyEntry({ id, name, createdAt, usedAt }: Entry) {
  const action = `/account/passkeys/${encodeURIComponent(id)}`;
  const day = (moment: Date) => inTime(moment, { dateStyle: 'medium' });
  return (
    <li>
      <form method="post" action={action}>
        <input type="hidden" name="_method" value="PATCH" />
        <input
          name="name"
          value={name}
          required
          maxLength={MAX_NAME}
          aria-label={t('ways.nameOf', { name })}
          dir="auto"
        />
        <button type="submit" class="quiet">
          {t('ways.rename')}
        </button>
      </form>
      <span class="hint">
        {t('ways.addedOn', { day: day(createdAt) })}{' '}
        {usedAt === null ? t('ways.neverUsed') : t('ways.usedOn', { day: day(usedAt) })}
      </span>
      <form method="post" action={action}>
        <input type="hidden" name="_method" value="DELETE" />
        <button type="submit" class="quiet" aria-label={t('ways.removeOf', { name })}>
          {t('ways.remove')}
        </button>
      </form>
    </li>
  );
}

function NewPasskey() {
  return (
    <>
      <h2>{t('ways.addPasskey')}</h2>
      <p class="hint without-scripts">{t('ways.passkeysNeedScripts')}</p>
      <PasskeyForm does="create" action="/account/passkeys" challenge="/account/passkeys/challenge">
        <Field name="name" label={t('ways.passkeyName')} hint={t('ways.passkeyNameHint')}>
          {(control) => <input {...control} required maxLength={MAX_NAME} dir="auto" />}
        </Field>
        <p class="actions">
          <button type="submit">{t('ways.addPasskey')}</button>
        </p>
      </PasskeyForm>
    </>
  );
}
