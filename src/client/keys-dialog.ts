/** Shows the keys over the page. The browser closes them on Escape, and gives the focus back. */
export function openKeysDialog(): void {
  keysDialog()?.showModal();
}

/** Whether something stands over the page: keys are about that, then. */
export function isDialogOpen(): boolean {
  return document.querySelector('dialog[open]') !== null;
}

/** On the page that keys act on, the link to the help shows them there; on a touch screen it leads on. */
export function startKeysDialog(): void {
  const link = document.querySelector('.main-nav a[href^="/help"]');
  if (!link || !keysDialog()) return;
  link.ariaHasPopup = 'dialog';
  link.addEventListener('click', (event) => {
    if (!(event instanceof PointerEvent) || event.pointerType === 'touch') return;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openKeysDialog();
  });
}

function keysDialog(): HTMLDialogElement | null {
  const dialog = document.getElementById('keys-dialog');
  return dialog instanceof HTMLDialogElement ? dialog : null;
}
