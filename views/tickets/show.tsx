import { MAX_NAME } from '../../src/domain/person-settings.ts';
import { MAX_SIGN_IN_NAME } from '../../src/domain/sign-in-name.ts';
import { t } from '../../src/messages/language.ts';
import { Field } from '../shared/_field.tsx';

export type Problems = Readonly<Record<string, string | undefined>>;

export interface AccountFieldsProps {
  readonly typed: { readonly name?: string | undefined; readonly signIn?: string | undefined };
  readonly problems: Problems;
  readonly leastPassword: number;
}

/** What somebody gives who is to sign in from now on. */
export function AccountFields({ typed, problems, leastPassword }: AccountFieldsProps) {
  return (
    <>
      <Field name="name" label={t('signIn.yourName')} hint={t('signIn.yourNameHint')} problem={problems.name}>
        {(control) => (
          <input
            {...control}
            value={typed.name}
            required
            maxLength={MAX_NAME}
            autoComplete="name"
            dir="auto"
          />
        )}
      </Field>
      <Field name="sign_in" label={t('signIn.name')} hint={t('signIn.nameHint')} problem={problems.sign_in}>
        {(control) => (
          <input
            {...control}
            value={typed.signIn}
            required
            maxLength={MAX_SIGN_IN_NAME}
            autoComplete="username"
            autoCapitalize="none"
            spellcheck={false}
          />
        )}
      </Field>
      <NewPasswordField label={t('signIn.password')} problem={problems.password} least={leastPassword} />
    </>
  );
}

export interface NewPasswordFieldProps {
  readonly label: string;
  readonly problem: string | undefined;
  readonly least: number;
}

/** A password that is chosen. */
export function NewPasswordField({ label, problem, least }: NewPasswordFieldProps) {
  return (
    <Field name="password" label={label} hint={t('signIn.passwordHint', { least })} problem={problem}>
      {(control) => <input {...control} type="password" required autoComplete="new-password" />}
    </Field>
  );
}

export interface FirstOwnerPageProps extends AccountFieldsProps {
  readonly action: string;
}

/** For whoever starts a desk that nobody signs in to yet. */
export function FirstOwnerPage({ action, ...fields }: FirstOwnerPageProps) {
  return (
    <>
      <h1>{t('signIn.firstOwner')}</h1>
      <p>{t('signIn.firstOwnerIntro')}</p>
      <form method="post" action={action}>
        <AccountFields {...fields} />
        <p class="actions">
          <button type="submit">{t('signIn.begin')}</button>
        </p>
      </form>
    </>
  );
}

export interface ResetPageProps {
  readonly action: string;
  readonly name: string;
  /** What they sign in with, for the browser to keep with the password. */
  readonly signIn: string;
  readonly problem: string | undefined;
  readonly leastPassword: number;
}

/** Sets a first or a new password. */
export function ResetPage({ action, name, signIn, problem, leastPassword }: ResetPageProps) {
  return (
    <>
      <h1>{t('signIn.reset')}</h1>
      <p>{t('signIn.resetIntro', { name })}</p>
      <form method="post" action={action}>
        <input hidden name="username" value={signIn} autoComplete="username" readOnly />
        <NewPasswordField label={t('signIn.newPassword')} problem={problem} least={leastPassword} />
        <p class="actions">
          <button type="submit">{t('signIn.savePassword')}</button>
        </p>
      </form>
    </>
  );
}
