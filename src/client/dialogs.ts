import { onHtmx } from './htmx.ts';

/** The ways to export come into a dialog, which opens then; a press beside it, Cancel and Export close it. */
export function startDialogs(): void {
  onHtmx('htmx:after:swap', () => {
    // Found anew each time: a list that is filtered is drawn again with its dialog.
    const dialog = exportDialog(document.getElementById('export-dialog'));
    if (dialog && dialog.childElementCount > 0 && !dialog.open) dialog.showModal();
  });
  document.addEventListener('click', (event) => {
    const { target } = event;
    const dialog = exportDialog(target);
    if (!dialog || !(target === dialog || (target instanceof Element && target.closest('[data-close]'))))
      return;
    event.preventDefault();
    dialog.close();
  });
  // Sending it must find it there: what it sends for is a file, and the page stays where it is.
  document.addEventListener('submit', ({ target }) => setTimeout(() => exportDialog(target)?.close()));
  // Fetched anew each time: the numbers in it change.
  document.addEventListener('close', ({ target }) => exportDialog(target)?.replaceChildren(), true);
}

function exportDialog(inside: EventTarget | null): HTMLDialogElement | null {
  return inside instanceof Element ? inside.closest<HTMLDialogElement>('dialog#export-dialog') : null;
}
