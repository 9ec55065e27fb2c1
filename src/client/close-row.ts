/** Escape closes the form that is open in a row of a table, as its link does. */
export function startCloseRow(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing || !(event.target instanceof Element)) return;
    event.target.closest('tr')?.querySelector<HTMLElement>('.close')?.click();
  });
}
