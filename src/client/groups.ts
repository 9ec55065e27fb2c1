import { onHtmx } from './htmx.ts';

/** Says again which entries of the list begin the group of their sentence, when one has come or gone. */
export function startGroups(): void {
  if (!document.getElementById('entries')) return;
  document.addEventListener('given', group);
  onHtmx('htmx:after:swap', group);
}

function group(): void {
  for (const list of document.querySelectorAll('#entries .entries')) {
    let before: string | undefined;
    for (const entry of list.querySelectorAll<HTMLElement>(':scope > .entry')) {
      const { sentence } = entry.dataset;
      entry.classList.toggle('begins', sentence === undefined || sentence !== before);
      before = sentence;
    }
  }
}
