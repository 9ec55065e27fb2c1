/** Opens a dialog that is on the page. The browser closes it on Escape, and gives the focus back. */
export function openPageDialog(id: string): void {
  pageDialog(id)?.showModal();
}

/** Whether something stands over the page: keys are about that, then. */
export function isDialogOpen(): boolean {
  return document.querySelector('dialog[open]') !== null;
}

/** Has a link show a dialog of the page instead of what it leads to; a click to another tab or window leads on. */
export function linkToDialog(
  link: Element | null,
  id: string,
  isMeant: (event: MouseEvent) => boolean = () => true,
): void {
  if (!(link instanceof HTMLElement) || !pageDialog(id)) return;
  link.ariaHasPopup = 'dialog';
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !isMeant(event)) return;
    event.preventDefault();
    openPageDialog(id);
  });
}

function pageDialog(id: string): HTMLDialogElement | null {
  const dialog = document.getElementById(id);
  return dialog instanceof HTMLDialogElement ? dialog : null;
}
