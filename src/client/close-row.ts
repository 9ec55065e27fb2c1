import { onHtmx } from './htmx.ts';

/** Escape closes the form that is open in a row of a table, as its link does. */
export function startCloseRow(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing || !(event.target instanceof Element)) return;
    event.target.closest('tr')?.querySelector<HTMLElement>('.close')?.click();
  });
  // A row that was just opened: the person asked for its fields.
  onHtmx('htmx:after:swap', () => {
    const field = document.querySelector<HTMLElement>('tr.open [data-takes-focus]');
    field?.removeAttribute('data-takes-focus');
    field?.focus();
  });
}
