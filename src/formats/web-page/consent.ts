/** Where a page asks about cookies, by the names that such boxes bear. */
const CONSENT = [
  'dialog',
  '[role="dialog"]',
  '[role="alertdialog"]',
  '[aria-modal="true"]',
  ...['cookie', 'consent', 'gdpr'].flatMap((name) => [`[id*="${name}" i]`, `[class*="${name}" i]`]),
].join();

/** In UTF-16 code units: what says more than this is not a box. */
const MAX_LENGTH = 1500;
/** Looking into one takes as long as it is; pages have a few. */
const MAX_BOXES = 30;

/**
 * Takes away what asks for consent; a page whose body or article happens to bear such a name keeps its words.
 */
export function removeConsent(document: Document): void {
  for (const box of [...document.body.querySelectorAll(CONSENT)].slice(0, MAX_BOXES)) {
    if ((box.textContent ?? '').length <= MAX_LENGTH && !box.querySelector('article, main, h1')) box.remove();
  }
}
