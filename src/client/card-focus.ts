import { enterCard } from './cards.ts';
import { entryOf } from './current.ts';
import type { Command } from './queue.ts';

/** For those who want it so, a new annotation's card has the focus from the press on: what is typed next goes there. */
export function startCardFocus(): void {
  if (document.body.dataset.cardFocus === undefined) return;
  // On a touch screen no keyboard comes up by itself.
  if (matchMedia('(hover: none)').matches) return;
  document.addEventListener('given', (event) => {
    // Only `give` sends this event, with its command.
    const { kind, key } = (event as CustomEvent<Command>).detail;
    // A button that was pressed hands the focus to the text first; no key comes in between.
    if (kind === 'tag') queueMicrotask(() => enterCard(entryOf(key)));
  });
}
