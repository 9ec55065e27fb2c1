import { commands } from './commands.ts';
import { htmx } from './htmx.ts';
import { fetchFragments } from './transport.ts';

/** Closes a card without waiting for the server: its words stay, its fields are hidden. */
export function fold(card: HTMLElement): void {
  card.classList.remove('card');
  card.dataset.folded = '';
  const form = card.querySelector('form');
  if (form) form.hidden = true;
}

/** Shows the fields of a folded card again, with what was typed in them. */
export function unfold(card: HTMLElement): void {
  card.classList.add('card');
  delete card.dataset.folded;
  const form = card.querySelector('form');
  if (form) form.hidden = false;
}

/** Whether an entry is a card that was closed, and not drawn as a line yet. */
export function isFolded(entry: HTMLElement): boolean {
  return entry.dataset.folded !== undefined;
}

/** Folded cards whose lines are being fetched. */
const settling = new Set<HTMLElement>();

/** Draws the lines of folded cards of which everything is saved. */
export function settleFolded(): void {
  for (const card of document.querySelectorAll<HTMLElement>('#entries [data-folded]'))
    if (!settling.has(card) && !isOnItsWay(card.dataset.annotation)) void drawLine(card);
}

async function drawLine(card: HTMLElement): Promise<void> {
  const { annotation: id = '' } = card.dataset;
  settling.add(card);
  const answer = await fetchFragments(`/annotations/${id}/entry`);
  settling.delete(card);
  // It may have been opened again meanwhile, changed, or drawn by an answer.
  if (!answer || !card.isConnected || !isFolded(card) || isOnItsWay(id)) return;
  await htmx.swap({ text: answer.text, sourceElement: card, target: card, swap: 'outerHTML' });
}

/** Whether something of an annotation is not saved yet, or it is not made at all. */
export function isOnItsWay(id: string | undefined): boolean {
  return commands().commands.some(({ annotationId }) => annotationId === id);
}
