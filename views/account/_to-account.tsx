import { t } from '../../src/messages/language.ts';

/** Back to where all ways to sign in stand. */
export function ToAccount() {
  return (
    <p>
      <a href="/account">{t('ways.toAccount')}</a>
    </p>
  );
}
