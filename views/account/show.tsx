import type { ComponentChildren } from 'preact';
import { MAX_SIGN_IN_NAME } from '../../src/domain/sign-in-name.ts';
import { t } from '../../src/messages/language.ts';
import { Field } from '../shared/_field.tsx';
import { NewPasswordField } from '../tickets/show.tsx';
import { type ShownSignIn, SignIns } from './_sign-ins.tsx';

export type AccountProblems = Readonly<Record<string, string | undefined>>;

export interface AccountPageProps {
  readonly owner: { readonly name: string; readonly signIn: string };
  /** What was typed to sign in with, where that was refused. */
  readonly typedSignIn?: string | undefined;
  readonly problems: AccountProblems;
  readonly hasPassword: boolean;
  readonly leastPassword: number;
  readonly signIns: readonly ShownSignIn[];
  /** Which of them this is. */
  readonly current: string;
  /** Whether they look after the desk. */
  readonly isAdmin: boolean;
  /** Further ways to sign in, each a section. */
  readonly children?: ComponentChildren;
}

/** How the person signs in, and where they are signed in. */
export function AccountPage(props: AccountPageProps) {
  const { owner, typedSignIn, problems, hasPassword, leastPassword, signIns, current, isAdmin } = props;
  return (
    <main id="main" tabIndex={-1} class="settings account">
      <h1>{t('account.heading')}</h1>
      {isAdmin && (
        <p class="actions">
          <a href="/accounts">{t('account.accounts')}</a>
          <a href="/audit">{t('account.audit')}</a>
        </p>
      )}
      <AccountSection id="sign-in-with" heading={t('account.signInWith')}>
        <SignInNameForm value={typedSignIn ?? owner.signIn} problem={problems.sign_in} />
      </AccountSection>
      {hasPassword && (
        <AccountSection id="password" heading={t('account.password')}>
          <PasswordForm signIn={owner.signIn} problems={problems} leastPassword={leastPassword} />
        </AccountSection>
      )}
      {props.children}
      <AccountSection id="signed-in" heading={t('account.signedIn')}>
        <SignIns signIns={signIns} current={current} />
      </AccountSection>
      <AccountSection id="own-data" heading={t('leaving.data')}>
        <p class="hint">{t('leaving.dataHint')}</p>
        <p class="actions">
          <a href="/account/data.zip" download>
            {t('leaving.download')}
          </a>
          <a href="/account/deletion">{t('leaving.delete')}</a>
        </p>
      </AccountSection>
    </main>
  );
}

export interface AccountSectionProps {
  readonly id: string;
  readonly heading: string;
  readonly children?: ComponentChildren;
}

/** A part of the page of the account. */
export function AccountSection({ id, heading, children }: AccountSectionProps) {
  return (
    <section class="setting-group" aria-labelledby={id}>
      <div class="setting-head">
        <h2 id={id}>{heading}</h2>
      </div>
      {children}
    </section>
  );
}

function SignInNameForm({ value, problem }: { value: string; problem: string | undefined }) {
  return (
    <form method="post" action="/account/sign-in-name">
      <Field name="sign_in" label={t('signIn.name')} problem={problem}>
        {(control) => (
          <input
            {...control}
            value={value}
            required
            maxLength={MAX_SIGN_IN_NAME}
            autoComplete="username"
            autoCapitalize="none"
            spellcheck={false}
          />
        )}
      </Field>
      <p class="actions">
        <button type="submit">{t('settings.save')}</button>
      </p>
    </form>
  );
}

interface PasswordFormProps {
  readonly signIn: string;
  readonly problems: AccountProblems;
  readonly leastPassword: number;
}

function PasswordForm({ signIn, problems, leastPassword }: PasswordFormProps) {
  return (
    <form method="post" action="/account/password">
      <input hidden name="username" value={signIn} autoComplete="username" readOnly />
      <Field name="current" label={t('account.currentPassword')} problem={problems.current}>
        {(control) => <input {...control} type="password" required autoComplete="current-password" />}
      </Field>
      <NewPasswordField label={t('signIn.newPassword')} problem={problems.password} least={leastPassword} />
      <p class="hint">{t('account.passwordHint')}</p>
      <p class="actions">
        <button type="submit">{t('account.changePassword')}</button>
      </p>
    </form>
  );
}
