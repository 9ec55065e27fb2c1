import { t } from '../../src/messages/language.ts';

export interface HeldPageProps {
  readonly path: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** What was typed before signing in, where nobody knows by whom: whoever signed in decides. */
export function HeldPage({ path, fields }: HeldPageProps) {
  return (
    <>
      <h1>{t('signIn.held')}</h1>
      <p>{t('signIn.heldIntro')}</p>
      <form method="post" action={path}>
        {fields.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <p class="actions">
          <button type="submit">{t('signIn.heldSend')}</button>
          <a href="/">{t('signIn.heldDrop')}</a>
        </p>
      </form>
    </>
  );
}
