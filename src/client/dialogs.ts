import { onHtmx } from './htmx.ts';

/** What is fetched into a dialog opens it; a press beside it, its own button and what it sends close it. */
export function startDialogs(): void {
  onHtmx('htmx:after:swap', () => {
    for (const dialog of document.querySelectorAll('dialog'))
      if (dialog.childElementCount > 0 && !dialog.open) dialog.showModal();
  });
  document.addEventListener('click', (event) => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const dialog = target.closest('dialog');
    if (!dialog || !(target === dialog || target.closest('[data-close]'))) return;
    event.preventDefault();
    dialog.close();
  });
  // Before the form is sent it must stay: what it sends is a file, and the page stays where it is.
  document.addEventListener('submit', ({ target }) => {
    const dialog = target instanceof Element ? target.closest('dialog') : null;
    if (dialog) setTimeout(() => dialog.close());
  });
  document.addEventListener('close', ({ target }) => clear(target), true);
}

/** Fetched anew each time: the numbers in it change. */
function clear(target: EventTarget | null): void {
  if (target instanceof HTMLDialogElement) target.replaceChildren();
}
