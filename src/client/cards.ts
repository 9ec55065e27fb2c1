import { commands } from './commands.ts';
import { currentEntry, entryOf, setCurrent } from './current.ts';
import { fieldOf, partsIn } from './effects.ts';
import { fieldsIn, heldBy, hold, isTouched, keyOf, markInvalid, setSaved } from './fields.ts';
import { fold, isFolded, isOnItsWay, settleFolded, unfold } from './folded-cards.ts';
import { htmx, onHtmx } from './htmx.ts';
import { wordsOf } from './offsets.ts';
import type { Command, Receipt } from './queue.ts';

/** Stands for the annotation's id in the card's template. */
const PLACEHOLDER = 'NEW';

/** Where the person was in a card that an answer draws again, and what they had typed in it. */
interface Kept {
  readonly touched: ReadonlyMap<string, string>;
  readonly focused: string | null;
}

let kept = new Map<string, Kept>();

/** Annotations whose cards the person wants open: an answer may draw others, which are closed again. */
const open = new Set<string>();

/**
 * Opens cards without waiting for the server, and keeps what is typed in them when its answer draws them
 * again.
 */
export function startCards(): void {
  document.addEventListener('given', (event) => {
    // Only `give` sends this event, with its command.
    const command = (event as CustomEvent<Command>).detail;
    if (command.kind === 'tag') openNew(command);
  });
  document.addEventListener('commands', (event) => {
    // Only the queue sends this event, with the receipt of what was done.
    const receipt = (event as CustomEvent<Receipt | null>).detail;
    for (const [step, id] of Object.entries(receipt?.makes ?? {})) if (step !== id) rename(step, id);
    closeUnmade();
    for (const { annotationId } of commands().refused) reopen(entryOf(annotationId));
    settleFolded();
  });
  document.addEventListener('click', openClicked, true);
  onHtmx('htmx:before:swap', () => {
    kept = new Map(openCards().map((card) => [card.dataset.annotation ?? '', keptOf(card)]));
  });
  onHtmx('htmx:after:swap', () => {
    for (const [id, was] of kept) restore(entryOf(id), was);
    for (const command of commands().refused) if (command.refused?.status === 422) showProblem(command);
    for (const card of openCards()) markInvalid(card);
    kept = new Map();
    for (const card of openCards()) if (!open.has(card.dataset.annotation ?? '')) closeCard(card);
    settleFolded();
  });
}

/** Goes into an annotation's card, opening it if it is closed. */
export function enterCard(entry: HTMLElement | null, takesFocus = true): void {
  if (!entry) return;
  open.add(entry.dataset.annotation ?? '');
  if (isFolded(entry)) unfold(entry);
  if (entry.classList.contains('card')) return takesFocus ? focusFirst(entry) : undefined;
  const { annotation: id = '', parts = '', order = '', tag = '' } = entry.dataset;
  const card = cardFor(id, tag, parts, order);
  if (!card) return;
  card.dataset.version = entry.dataset.version;
  card.dataset.sentence = entry.dataset.sentence;
  entry.replaceWith(card);
  htmx.process(card);
  setCurrent(id, takesFocus ? 'show' : 'go');
  if (takesFocus) focusFirst(card);
  void htmx.ajax('GET', `/annotations/${id}`, { target: card, swap: 'outerHTML' });
}

/** An entry that is clicked opens at once; on a touch screen no keyboard comes up by itself. */
function openClicked(event: MouseEvent): void {
  const link =
    event.target instanceof Element ? event.target.closest('.entry:not(.card) > a, [data-folded]') : null;
  const entry = link?.closest<HTMLElement>('.entry');
  if (!entry || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  event.stopPropagation();
  const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
  enterCard(entry, !isTouch);
}

/**
 * Closes a card: it folds at once, and its line is drawn when all of it is saved. One with a refused value
 * stays.
 */
export function closeCard(card: HTMLElement): void {
  const { annotation: id = '' } = card.dataset;
  if (commands().refused.some(({ annotationId }) => annotationId === id)) return;
  open.delete(id);
  if (card.contains(document.activeElement)) document.getElementById('main')?.focus({ preventScroll: true });
  fold(card);
  settleFolded();
}

/** A card that was closed before something in it was refused: its value must be seen. */
function reopen(card: HTMLElement | null): void {
  if (!card || !isFolded(card)) return;
  open.add(card.dataset.annotation ?? '');
  unfold(card);
}

function openNew({ key, fields }: Command): void {
  const field = (name: string) => fieldOf(fields, name);
  closeUntouched();
  open.add(key);
  const start = partsIn(field('parts'))[0]?.start ?? 0;
  const card = cardFor(key, field('tag'), field('parts'), `${start} ${key}`);
  const list = listAt(start);
  if (card && list) {
    const next = [...list.children].find((other) => isBehind(other, card));
    list.insertBefore(card, next ?? null);
    htmx.process(card);
  }
  setCurrent(key, 'show');
}

/** Goes to what is wrong in a card: a value that was refused, or a conflict. */
export function goToProblem({ annotationId, fields }: Command): void {
  const card = entryOf(annotationId);
  const conflict = card?.querySelector<HTMLElement>('.conflict button');
  (conflict ?? (card && fieldNamed(card, fields)))?.focus({ preventScroll: true });
}

/** Says in a card that was opened anew what is wrong in it. */
function showProblem({ annotationId, fields, refused }: Command): void {
  const card = entryOf(annotationId);
  const field = card && fieldNamed(card, fields);
  const place = field && document.getElementById(`${field.id}-error`);
  const isSaid = [...(card?.querySelectorAll('.wrong') ?? [])].some(({ textContent }) => textContent?.trim());
  if (place && !isSaid) place.textContent = refused?.sentence ?? '';
}

function fieldNamed(card: HTMLElement, fields: Command['fields']) {
  return fieldsIn(card).find(({ name }) => fields.some(([given]) => given === name));
}

/** The server's own card for a tag, with nothing filled in yet. */
function cardFor(id: string, tag: string, parts: string, order: string): HTMLElement | null {
  const template = document.getElementById(`card-${tag}`);
  const card = template instanceof HTMLTemplateElement && template.content.firstElementChild?.cloneNode(true);
  if (!(card instanceof HTMLElement)) return null;
  for (const element of [card, ...card.querySelectorAll('*')])
    for (const { name, value } of element.attributes)
      if (value.includes(PLACEHOLDER)) element.setAttribute(name, value.replaceAll(PLACEHOLDER, id));
  card.ariaBusy = 'true';
  Object.assign(card.dataset, { parts, order });
  const words = partsIn(parts).map(wordsOf).join(' […] ');
  card.querySelector('.words')?.append(words);
  return card;
}

/** The list of the section that an offset stands in. */
function listAt(start: number): Element | null {
  const sections = [...document.querySelectorAll<HTMLElement>('.section')];
  const startOf = (section: Element) =>
    Number(section.querySelector<HTMLElement>('.block')?.dataset.start ?? Number.POSITIVE_INFINITY);
  const section = sections.findLast((one) => startOf(one) <= start) ?? sections[0];
  return document.getElementById(`entries-${section?.dataset.section ?? 0}`);
}

function isBehind(entry: Element, card: HTMLElement): boolean {
  const order = entry.getAttribute('data-order') ?? '';
  return order.localeCompare(card.dataset.order ?? '', undefined, { numeric: true }) > 0;
}

function openCards(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('#entries .card')];
}

/** A card in which nothing was done makes room for the next one. */
function closeUntouched(): void {
  for (const card of openCards()) {
    const isUsed = card.contains(document.activeElement) || fieldsIn(card).some(isTouched);
    if (!isUsed) closeCard(card);
  }
}

/** Cards of annotations that will not be made after all. */
function closeUnmade(): void {
  for (const card of document.querySelectorAll<HTMLElement>('#entries [data-version="0"]'))
    if (!isOnItsWay(card.dataset.annotation)) takeAway(card);
}

/** A field that loses the focus is saved, which looks at all cards again: the card must be gone by then. */
function takeAway(card: HTMLElement): void {
  if (card.contains(document.activeElement)) document.getElementById('main')?.focus({ preventScroll: true });
  if (card.isConnected) card.remove();
}

/** What was taken for a new annotation turned out to stand there already. */
function rename(step: string, id: string): void {
  const card = entryOf(step);
  const was = card?.contains(document.activeElement) ? keptOf(card) : null;
  // What is half typed in it goes on elsewhere: leaving it here must not save it.
  card?.querySelector('form')?.removeAttribute('data-command');
  if (card) takeAway(card);
  if (open.delete(step)) open.add(id);
  if (currentEntry() === null) setCurrent(id, 'show');
  if (!was) return;
  // What is being typed goes on in the card of the one that stands there.
  enterCard(entryOf(id));
  restore(entryOf(id), { ...was, focused: was.focused?.replace(step, id) ?? null });
}

function keptOf(card: HTMLElement): Kept {
  const touched = new Map(
    fieldsIn(card)
      .filter(isTouched)
      .map((field) => [keyOf(field), heldBy(field)] as const),
  );
  const active = document.activeElement;
  return { touched, focused: active && card.contains(active) ? active.id : null };
}

function restore(card: HTMLElement | null, { touched, focused }: Kept): void {
  if (!card) return;
  for (const field of fieldsIn(card)) {
    const sent = sentFor(card.dataset.annotation, field.name);
    if (sent !== undefined) setSaved(field, sent);
    hold(field, touched.get(keyOf(field)) ?? heldBy(field));
  }
  const place = focused === null ? null : document.getElementById(focused);
  if (!place || document.activeElement === place) return;
  place.focus({ preventScroll: true });
  if (place instanceof HTMLInputElement && !touched.has(place.name)) place.select();
}

/** What is on its way for a field, or for boxes of one name. */
function sentFor(annotationId: string | undefined, name: string): readonly string[] | undefined {
  const mine = commands().commands.filter((command) => command.annotationId === annotationId);
  const values = mine.map(({ kind, fields }) =>
    fields.flatMap(([field, value]) => (kind === 'edit' && field === name ? [value] : [])),
  );
  return values.findLast((some) => some.length > 0);
}

function focusFirst(card: HTMLElement): void {
  const [first] = fieldsIn(card);
  first?.focus({ preventScroll: true });
  if (first instanceof HTMLInputElement) first.select();
}
