import { t } from '../../src/messages/language.ts';
import { KeyTable } from './_key-table.tsx';

/** The keys over the page that they act on; scripts open it. */
export function KeysDialog({ address }: { address: (path: string) => string }) {
  return (
    <dialog id="keys-dialog" class="sheet-dialog" aria-labelledby="keys-dialog-heading">
      <form method="dialog" class="dialog-head">
        <h2 id="keys-dialog-heading">{t('help.keys')}</h2>
        <button>{t('help.close')}</button>
      </form>
      <KeyTable level="h3" />
      <p class="actions">
        <a href={`${address('/settings')}#keys`}>{t('help.changeKeys')}</a>
        <a href={address('/help')}>{t('help.helpPage')}</a>
      </p>
    </dialog>
  );
}
