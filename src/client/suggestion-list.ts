import { commands } from './commands.ts';
import { htmx } from './htmx.ts';

/** How long a page is quiet before its list is drawn anew, in ms. */
const QUIET = 500;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Whether an element stands in the suggestions' tools beside the text. */
export function isInList(element: Element | null): boolean {
  return Boolean(element?.closest('#suggestions'));
}

/**
 * Keeps the suggestions' tools up to date, and leads from a line to its words. `go` tells whether the text
 * has them drawn.
 */
export function startSuggestionList(go: (name: string) => boolean): void {
  document.addEventListener('click', (event) => {
    const { target } = event;
    const link = target instanceof Element ? target.closest('[data-listed] a.go') : null;
    const name = link?.closest<HTMLElement>('[data-listed]')?.dataset.listed ?? '';
    if (name !== '' && go(name)) event.preventDefault();
  });
  document.addEventListener('commands', () => {
    clearTimeout(timer);
    if (commands().waiting.length > 0) return;
    timer = setTimeout(() => {
      const tools = document.querySelector('section#suggestions');
      if (tools) htmx.trigger(tools, 'stale');
    }, QUIET);
  });
}

/** Takes a line away at once; the focus goes on to the next one's button. */
export function hideListed(name: string): void {
  const line = document.querySelector<HTMLElement>(`[data-listed="${CSS.escape(name)}"]`);
  if (!line) return;
  const focused = line.contains(document.activeElement) ? document.activeElement : null;
  const which = focused ? [...line.querySelectorAll<Element>('button')].indexOf(focused) : -1;
  line.dataset.gone = '';
  if (which < 0) return;
  const others = [...document.querySelectorAll<HTMLElement>('[data-listed]:not([data-gone])')];
  const next =
    others.find((other) => line.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) ??
    others.at(-1);
  const link = document.querySelector<HTMLElement>('#suggestions-list-link');
  (next?.querySelectorAll('button')[which] ?? link)?.focus();
}
