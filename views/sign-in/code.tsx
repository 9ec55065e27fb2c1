import type { ComponentChildren } from 'preact';
import { t } from '../../src/messages/language.ts';
import { Field } from '../shared/_field.tsx';
import { Partial } from '../shared/_partial.tsx';
import { SIGN_IN_DIALOG } from './new.tsx';

export interface CodePageProps {
  /** What is wrong with a code or a recovery code that was sent. */
  readonly problems: { readonly code?: string; readonly recovery?: string };
}

/** Asks for a one-time code after the password, or a recovery code where the phone is gone. */
export function CodePage({ problems }: CodePageProps) {
  return (
    <>
      <h1>{t('ways.codeHeading')}</h1>
      <CodeForms problems={problems} />
      <p>
        <a href="/sign-in">{t('ways.again')}</a>
      </p>
    </>
  );
}

/** The same over the page on which somebody works. */
export function CodeInPlace({ problems, person }: CodePageProps & { readonly person: string }) {
  return (
    <Partial target={`#${SIGN_IN_DIALOG}`} swap="innerHTML">
      <h2 id={`${SIGN_IN_DIALOG}-heading`}>{t('ways.codeHeading')}</h2>
      <CodeForms problems={problems} person={person} />
    </Partial>
  );
}

interface CodeFormsProps extends CodePageProps {
  /** Whose page it is that asks in place. */
  readonly person?: string;
}

function CodeForms({ problems, person }: CodeFormsProps) {
  const isRecovering = problems.recovery !== undefined;
  return (
    <>
      <CodeForm person={person} label={t('signIn.go')}>
        <Field name="code" label={t('ways.code')} hint={t('ways.codeHint')} problem={problems.code}>
          {(control) => (
            <input
              {...control}
              class="code"
              required
              maxLength={12}
              inputMode="numeric"
              autoComplete="one-time-code"
              autofocus={isRecovering ? undefined : true}
            />
          )}
        </Field>
      </CodeForm>
      <details open={isRecovering}>
        <summary>{t('ways.noPhone')}</summary>
        <CodeForm person={person} label={t('ways.useRecovery')}>
          <Field
            name="recovery"
            label={t('ways.recovery')}
            hint={t('ways.recoveryHint')}
            problem={problems.recovery}
          >
            {(control) => (
              <input
                {...control}
                class="code"
                required
                maxLength={60}
                autoComplete="off"
                autoCapitalize="characters"
                spellcheck={false}
              />
            )}
          </Field>
        </CodeForm>
      </details>
    </>
  );
}

interface CodeFormProps {
  readonly person: string | undefined;
  readonly label: string;
  readonly children: ComponentChildren;
}

function CodeForm({ person, label, children }: CodeFormProps) {
  const inPlace = person === undefined ? {} : { 'hx-post': '/sign-in/code', 'hx-swap': 'none' };
  return (
    <form method="post" action="/sign-in/code" {...inPlace}>
      {person !== undefined && <input type="hidden" name="person" value={person} />}
      {children}
      <p class="actions">
        <button type="submit">{label}</button>
      </p>
    </form>
  );
}
