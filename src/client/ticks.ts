/** One box ticks all of a table; it shows when some are. */
export function startTicks(): void {
  const all = document.querySelector<HTMLInputElement>('[data-tick-all]');
  const form = all?.form;
  if (!all || !form) return;
  const boxes = () => [...form.querySelectorAll<HTMLInputElement>('tbody [type="checkbox"]')];
  const show = () => {
    const ticked = boxes().filter((box) => box.checked).length;
    all.checked = ticked > 0 && ticked === boxes().length;
    all.indeterminate = ticked > 0 && !all.checked;
  };
  form.addEventListener('change', ({ target }) => {
    if (target === all) for (const box of boxes()) box.checked = all.checked;
    else show();
  });
  all.hidden = false;
  show();
}
