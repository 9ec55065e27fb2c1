import { MAX_SIGN_IN_NAME } from '../../src/domain/sign-in-name.ts';
import { rich, t } from '../../src/messages/language.ts';
import { Field } from '../shared/_field.tsx';
import { Partial } from '../shared/_partial.tsx';
import { OtherWays, type OtherWaysProps } from './_other-ways.tsx';

export interface SignInPageProps {
  /** The page of the desk to go on with. */
  readonly next: string;
  /** What was typed as the name. */
  readonly name?: string | undefined;
  readonly problem?: string | undefined;
  /** Why another way did not lead in. */
  readonly refused?: string | undefined;
  /** What to know first. */
  readonly notice?: string | undefined;
  readonly others: Omit<OtherWaysProps, 'next'>;
  /** Whether a link to a new password can be mailed. */
  readonly mails: boolean;
}

/** Who one is, and a password; or another way. */
export function SignInPage(props: SignInPageProps) {
  const { next, refused, others, mails, notice = next === '/' ? undefined : t('signIn.needed') } = props;
  return (
    <>
      <h1>{t('signIn.heading')}</h1>
      {refused !== undefined ? (
        <p class="wrong" role="alert">
          {refused}
        </p>
      ) : (
        notice !== undefined && <p>{notice}</p>
      )}
      <form method="post" action="/sign-in">
        <input type="hidden" name="next" value={next} />
        <SignInFields {...props} />
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

function SignInFields({ name = '', problem }: Pick<SignInPageProps, 'name' | 'problem'>) {
  const isNameKnown = name !== '';
  return (
    <>
      <Field name="name" id="sign-in-name" label={t('signIn.name')}>
        {(control) => (
          <input
            {...control}
            value={name}
            required
            maxLength={MAX_SIGN_IN_NAME}
            autoComplete="username"
            autoCapitalize="none"
            spellcheck={false}
            autofocus={isNameKnown ? undefined : true}
          />
        )}
      </Field>
      <Field name="password" id="sign-in-password" label={t('signIn.password')} problem={problem}>
        {(control) => (
          <input
            {...control}
            type="password"
            required
            autoComplete="current-password"
            autofocus={isNameKnown ? true : undefined}
          />
        )}
      </Field>
      <p class="actions">
        <button type="submit" class="primary">
          {t('signIn.go')}
        </button>
      </p>
    </>
  );
}

/** The place in a page in which somebody signs in whose sign-in has ended there. */
export const SIGN_IN_DIALOG = 'sign-in-dialog';

export interface SignInInPlaceProps {
  readonly name?: string | undefined;
  readonly problem?: string | undefined;
  /** Whose page it is: for somebody else it would be another. */
  readonly person: string;
}

/** The same over the page on which somebody works: what is typed and waits there stays. */
export function SignInInPlace({ person, ...typed }: SignInInPlaceProps) {
  return (
    <Partial target={`#${SIGN_IN_DIALOG}`} swap="innerHTML">
      <h2 id={`${SIGN_IN_DIALOG}-heading`}>{t('signIn.heading')}</h2>
      <p>{t('signIn.inPlace')}</p>
      <form method="post" action="/sign-in" hx-post="/sign-in" hx-swap="none">
        <input type="hidden" name="person" value={person} />
        <SignInFields {...typed} />
      </form>
      <p class="hint">
        {rich('signIn.otherTab', {
          link: (words) => (
            <a href="/sign-in" target="_blank" rel="noopener">
              {words}
            </a>
          ),
        })}
      </p>
    </Partial>
  );
}
