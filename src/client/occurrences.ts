import { selectedWords } from './selection.ts';

/** The way to tag the selected words wherever they stand leads to a page of its own. */
export function startOccurrences(): void {
  const link = document.getElementById('every');
  if (!(link instanceof HTMLAnchorElement)) return;
  const address = link.href;
  document.addEventListener('selected', () => {
    const words = selectedWords();
    link.hidden = words === '';
    link.href = `${address}?${new URLSearchParams({ words })}`;
  });
}
