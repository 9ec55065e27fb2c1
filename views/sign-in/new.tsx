import { MAX_SIGN_IN_NAME } from '../../src/domain/sign-in-name.ts';
import { t } from '../../src/messages/language.ts';
import { Field } from '../shared/_field.tsx';
import { OtherWays, type OtherWaysProps } from './_other-ways.tsx';

export interface SignInPageProps {
  /** The page of the desk to go on with. */
  readonly next: string;
  /** What was typed as the name. */
  readonly name?: string | undefined;
  readonly problem?: string | undefined;
  /** Why another way did not lead in. */
  readonly refused?: string | undefined;
  readonly others: Omit<OtherWaysProps, 'next'>;
  /** Whether a link to a new password can be mailed. */
  readonly mails: boolean;
}

/** Who one is, and a password. */
export function SignInPage({ next, name = '', problem, refused, others, mails }: SignInPageProps) {
  return (
    <>
      <h1>{t('signIn.heading')}</h1>
      {refused !== undefined ? (
        <p class="wrong" role="alert">
          {refused}
        </p>
      ) : (
        next !== '/' && <p>{t('signIn.needed')}</p>
      )}
      <form method="post" action="/sign-in">
        <input type="hidden" name="next" value={next} />
        <Field name="name" label={t('signIn.name')}>
          {(control) => (
            <input
              {...control}
              value={name}
              required
              maxLength={MAX_SIGN_IN_NAME}
              autoComplete="username"
              autoCapitalize="none"
              spellcheck={false}
              autofocus={problem === undefined ? true : undefined}
            />
          )}
        </Field>
        <Field name="password" label={t('signIn.password')} problem={problem}>
          {(control) => <input {...control} type="password" required autoComplete="current-password" />}
        </Field>
        <p class="actions">
          <button type="submit">{t('signIn.go')}</button>
        </p>
      </form>
      <OtherWays next={next} {...others} />
      {mails ? (
        <p>
          <a href="/sign-in/forgotten">{t('ways.byMail')}</a>
        </p>
      ) : (
        <p class="hint">{t('signIn.forgotten')}</p>
      )}
    </>
  );
}
