import { t } from '../../src/messages/language.ts';
import { Field } from '../shared/_field.tsx';

export interface CodePageProps {
  /** What is wrong with a code or a recovery code that was sent. */
  readonly problems: { readonly code?: string; readonly recovery?: string };
}

/** Asks for a one-time code after the password, or a recovery code where the phone is gone. */
export function CodePage({ problems }: CodePageProps) {
  return (
    <>
      <h1>{t('ways.codeHeading')}</h1>
      <form method="post" action="/sign-in/code">
        <Field name="code" label={t('ways.code')} hint={t('ways.codeHint')} problem={problems.code}>
          {(control) => (
            <input
              {...control}
              class="code"
              required
              maxLength={12}
              inputMode="numeric"
              autoComplete="one-time-code"
              autofocus={problems.recovery === undefined ? true : undefined}
            />
          )}
        </Field>
        <p class="actions">
          <button type="submit">{t('signIn.go')}</button>
        </p>
      </form>
      <details open={problems.recovery !== undefined}>
        <summary>{t('ways.noPhone')}</summary>
        <form method="post" action="/sign-in/code">
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
          <p class="actions">
            <button type="submit">{t('ways.useRecovery')}</button>
          </p>
        </form>
      </details>
      <p>
        <a href="/sign-in">{t('ways.again')}</a>
      </p>
    </>
  );
}
