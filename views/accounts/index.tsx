import { MAX_NAME } from '../../src/domain/person-settings.ts';
import { MAX_SIGN_IN_NAME } from '../../src/domain/sign-in-name.ts';
import { t } from '../../src/messages/language.ts';
import { Field } from '../shared/_field.tsx';
import { moment } from '../shared/dates.ts';

export interface ShownAccount {
  readonly id: string;
  readonly name: string;
  readonly signIn: string;
  readonly isAdmin: boolean;
  readonly isClosed: boolean;
  /** When one of their sign-ins was last used; absent where there is none. */
  readonly seen: Date | undefined;
}

export interface AccountsPageProps {
  readonly accounts: readonly ShownAccount[];
  /** The account of whoever looks. */
  readonly own: string;
  /** A link that was just made, and for whom. */
  readonly link?: { readonly name: string; readonly address: string };
  readonly typed?: { readonly name: string; readonly signIn: string } | undefined;
  readonly problems?: Readonly<Record<string, string | undefined>>;
}

/** Who signs in at this desk, for whoever looks after it. */
export function AccountsPage({ accounts, own, link, typed, problems = {} }: AccountsPageProps) {
  return (
    <>
      <h1>{t('accounts.heading')}</h1>
      <p>{t('accounts.intro')}</p>
      {link && (
        <p role="status">
          {t('accounts.link', { name: link.name })} <code class="ticket">{link.address}</code>
        </p>
      )}
      {problems.account && (
        <p class="wrong" role="alert">
          {problems.account}
        </p>
      )}
      <table class="deeds stacked">
        <thead>
          <tr>
            <th scope="col">{t('accounts.name')}</th>
            <th scope="col">{t('accounts.signIn')}</th>
            <th scope="col">{t('accounts.state')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <Account account={account} isOwn={account.id === own} />
          ))}
        </tbody>
      </table>
      <NewAccount typed={typed} problems={problems} />
    </>
  );
}

function Account({ account, isOwn }: { account: ShownAccount; isOwn: boolean }) {
  const { id, name, signIn, isAdmin, isClosed, seen } = account;
  const states = [
    isAdmin && t('accounts.admin'),
    isClosed ? t('accounts.closed') : seen ? t('accounts.seen', { seen: moment(seen) }) : t('accounts.never'),
  ];
  return (
    <tr>
      <th scope="row" dir="auto">
        {name}
      </th>
      <td>{signIn}</td>
      <td>{states.filter(Boolean).join(', ')}</td>
      <td>
        {!isClosed && (
          <form method="post" action={`/accounts/${id}/resets`}>
            <button type="submit" class="quiet" aria-label={t('accounts.resetOf', { name })}>
              {t('accounts.reset')}
            </button>
          </form>
        )}
        {!isClosed && !isOwn && (
          <form method="post" action={`/accounts/${id}`}>
            <input type="hidden" name="_method" value="DELETE" />
            <button type="submit" class="quiet" aria-label={t('accounts.closeOf', { name })}>
              {t('accounts.close')}
            </button>
          </form>
        )}
        {!isOwn && (
          <a href={`/accounts/${id}/deletion`} aria-label={t('leaving.deleteOf', { name })}>
            {t('leaving.deleteShort')}
          </a>
        )}
      </td>
    </tr>
  );
}

function NewAccount({ typed, problems = {} }: Pick<AccountsPageProps, 'typed' | 'problems'>) {
  return (
    <section class="setting-group" aria-labelledby="new-account">
      <h2 id="new-account">{t('accounts.add')}</h2>
      <form method="post" action="/accounts">
        <Field name="name" label={t('accounts.name')} problem={problems.name}>
          {(control) => (
            <input
              {...control}
              value={typed?.name}
              required
              maxLength={MAX_NAME}
              autoComplete="off"
              dir="auto"
            />
          )}
        </Field>
        <Field
          name="sign_in"
          label={t('signIn.name')}
          hint={t('accounts.signInHint')}
          problem={problems.sign_in}
        >
          {(control) => (
            <input
              {...control}
              value={typed?.signIn}
              required
              maxLength={MAX_SIGN_IN_NAME}
              autoComplete="off"
              autoCapitalize="none"
              spellcheck={false}
            />
          )}
        </Field>
        <p class="choice">
          <input type="checkbox" id="new-admin" name="admin" value="1" />{' '}
          <label for="new-admin">{t('accounts.isAdmin')}</label>
        </p>
        <p class="actions">
          <button type="submit">{t('accounts.addButton')}</button>
        </p>
      </form>
    </section>
  );
}
