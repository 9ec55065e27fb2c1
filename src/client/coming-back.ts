import { overlaps, type Span } from '../text/span.ts';
import { commands } from './commands.ts';
import { partsOf } from './current.ts';
import { fieldOf, partsIn } from './effects.ts';
import { onHtmx } from './htmx.ts';
import { textElement } from './offsets.ts';
import { pendingEffects } from './pending.ts';
import type { Command } from './queue.ts';

/** What the page says of a suggestion. */
interface Words {
  readonly says: string;
  readonly reasons: string;
}

/** Every suggestion that the page has shown, by name. */
const shown = new Map<string, Words>();

/** Steps of this page that dismissed a suggestion which has not come back since, by its name. */
const dismissed = new Map<string, string>();

/** Remembers suggestions that a change takes off the page, since undoing the change brings them back. */
export function startComingBack(): void {
  note();
  onHtmx('htmx:after:swap', note);
  document.addEventListener('given', (event) => {
    // Only `give` sends this event, with its command.
    const { key, kind, fields } = (event as CustomEvent<Command>).detail;
    if (kind === 'dismiss') dismissed.set(fieldOf(fields, 'suggestion'), key);
  });
  // Of a kind that the person hides none comes back.
  document.addEventListener('submit', ({ target }) => {
    if (target instanceof Element && target.matches('.kinds')) shown.clear();
  });
}

function note(): void {
  const waiting = new Set(commands().commands.map(({ key }) => key));
  for (const { dataset } of textElement()?.querySelectorAll<HTMLElement>('[data-suggestion][data-says]') ??
    []) {
    const { suggestion: name = '', says = '', reasons = '' } = dataset;
    shown.set(name, { says, reasons });
    if (!waiting.has(dismissed.get(name) ?? '')) dismissed.delete(name);
  }
}

/** What the page said of a suggestion when it was last drawn. */
export function wordsOfSuggestion(name: string): Words | undefined {
  return shown.get(name);
}

/**
 * Names of suggestions that are not on the page, though what took them off it is being taken back: the page knows the
 * rule by which they are open, and need not wait for the answer.
 */
export function comingBack(isDrawn: (name: string) => boolean): string[] {
  if (commands().waiting.length === 0) return [];
  return [...shown.keys()].filter((name) => !isDrawn(name) && !isClosed(name));
}

/** Open is what is not dismissed and stands on no words that carry its tag. */
function isClosed(name: string): boolean {
  const { undone, goneSuggestions, tagged, goneAnnotations, parts } = pendingEffects();
  const step = dismissed.get(name);
  if (goneSuggestions.has(name) || (step !== undefined && !undone.has(step))) return true;
  const at = name.indexOf(':');
  const tag = name.slice(0, at);
  const own = partsIn(name.slice(at + 1));
  const touches = (others: readonly Span[]) =>
    others.some((other) => own.some((part) => overlaps(part, other)));
  if (tagged.some((other) => other.tag === tag && touches(other.parts))) return true;
  const entries = [
    ...document.querySelectorAll<HTMLElement>(`#entries .entry[data-tag="${CSS.escape(tag)}"]`),
  ];
  return entries.some((entry) => {
    const id = entry.dataset.annotation ?? '';
    return !goneAnnotations.has(id) && touches(parts.get(id) ?? partsOf(entry));
  });
}
