import { currentEntry } from './current.ts';
import { onHtmx } from './htmx.ts';
import { currentSentence } from './sentences.ts';

/**
 * Nothing that arrives moves the focus, unless it takes its place away: then the same control, else the text
 * has it.
 */
export function startFocus(): void {
  let before: string | null = null;
  onHtmx('htmx:before:swap', () => {
    const active = document.activeElement;
    before = active && active !== document.body ? active.id : null;
  });
  onHtmx('htmx:after:swap', () => {
    if (before === null || (document.activeElement && document.activeElement !== document.body)) return;
    const places = [
      document.getElementById(before),
      currentSentence(),
      currentEntry()?.querySelector('a'),
      document.getElementById('main'),
    ];
    places.find((element) => element && !element.matches(':disabled'))?.focus({ preventScroll: true });
  });
}
