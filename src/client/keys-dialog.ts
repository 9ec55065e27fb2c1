import { linkToDialog, openPageDialog } from './page-dialogs.ts';

const ID = 'keys-dialog';

/** Shows the keys over the page. */
export function openKeysDialog(): void {
  openPageDialog(ID);
}

/** On the page that keys act on, the link to the help shows them there; on a touch screen it leads on. */
export function startKeysDialog(): void {
  const link = document.querySelector('.main-nav a[href^="/help"]');
  linkToDialog(link, ID, (event) => event instanceof PointerEvent && event.pointerType !== 'touch');
}
