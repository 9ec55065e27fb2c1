import { t } from '../../src/messages/language.ts';

/** Leads to the ways to take annotations away: in a dialog where scripts run, else a page. */
export function ExportLink({ address }: { address: string }) {
  return (
    <>
      <a
        class="button export"
        href={address}
        hx-get={address}
        hx-target="#export-dialog"
        hx-swap="innerHTML"
        aria-haspopup="dialog"
      >
        {t('exporting.open')}
      </a>
      <dialog id="export-dialog" aria-labelledby="export-heading" />
    </>
  );
}
