import { currentEntry } from './current.ts';
import { onHtmx } from './htmx.ts';
import { currentSentence } from './sentences.ts';

/** The first field of a form that was just opened takes the focus, and the text beside it stays where it is. */
function focusOpened(): void {
  const field = document.querySelector<HTMLElement>('[data-takes-focus]');
  field?.removeAttribute('data-takes-focus');
  field?.focus({ preventScroll: field.closest('.panel') !== null });
}

/** Gives the focus a place when a swap has taken its own away: the same control, else the text, else the list. */
export function startFocus(): void {
  let before: { readonly id: string; readonly inCard: boolean } | null = null;
  onHtmx('htmx:before:swap', () => {
    const active = document.activeElement;
    before =
      active && active !== document.body ? { id: active.id, inCard: active.closest('.card') !== null } : null;
  });
  onHtmx('htmx:after:swap', () => {
    focusOpened();
    if (!before || (document.activeElement && document.activeElement !== document.body)) return;
    const same = before.id ? document.getElementById(before.id) : null;
    const place = [
      same,
      currentSentence(),
      currentEntry()?.querySelector('a'),
      document.getElementById('main'),
    ];
    place.find((element) => element && !element.matches(':disabled'))?.focus({ preventScroll: true });
  });
}
