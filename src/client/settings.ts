import { chordOf } from './chord.ts';
import { onHtmx } from './htmx.ts';

/** Settings that show at once, and fields that take a key as it is pressed. */
export function startSettings(): void {
  const page = document.querySelector<HTMLElement>('main.settings');
  if (!page) return;
  page.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === 'theme')
      document.documentElement.dataset.theme = target.value;
  });
  page.addEventListener('keydown', (event) => {
    const { target } = event;
    if (target instanceof HTMLInputElement && target.matches('.key-field')) takeKey(event, target);
  });
  let reset: string | null = null;
  page.addEventListener('click', ({ target }) => {
    reset = target instanceof HTMLButtonElement && target.name === 'reset' ? target.value : null;
  });
  onHtmx('htmx:after:swap', () => {
    for (const error of page.querySelectorAll<HTMLElement>('.wrong[id]')) tie(page, error);
    // The button is gone with what it took back.
    if (reset !== null) document.getElementById(`key-${reset}-1`)?.focus();
    reset = null;
  });
}

/** Keys by which people move through a page, or take back what they typed. */
const LEFT_ALONE = new Set([
  'Tab',
  'Escape',
  'Shift',
  'Alt',
  'AltGraph',
  'Control',
  'Meta',
  'CapsLock',
  'Dead',
]);

function takeKey(event: KeyboardEvent, field: HTMLInputElement): void {
  if (event.isComposing || event.ctrlKey || event.metaKey || LEFT_ALONE.has(event.key)) return;
  event.preventDefault();
  if (event.repeat) return;
  // An empty field has no key; these two can be written in no other way.
  const isEmptied = (event.key === 'Backspace' || event.key === 'Delete') && field.value !== '';
  field.value = isEmptied ? '' : writtenAs(chordOf(event));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

const ARROWS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** A key as it stands on keyboards; the server reads both. */
function writtenAs(chord: string): string {
  return chord
    .replace(/Arrow\w+$/, (name) => ARROWS[name] ?? name)
    .replace(/(?<=^|\+)\p{L}$/u, (letter) => letter.toUpperCase());
}

/** A field with a message is wrong, and one without is not. A message of several fields may name the one it is about. */
function tie(page: HTMLElement, error: HTMLElement): void {
  const { field: only } = error.dataset;
  for (const field of page.querySelectorAll(`[aria-describedby~="${CSS.escape(error.id)}"]`))
    if (error.textContent && (!only || only === field.id)) field.setAttribute('aria-invalid', 'true');
    else field.removeAttribute('aria-invalid');
}
