import { commands, give, giveRedo, giveUndo, giveUp } from './commands.ts';
import { entryOf, seenVersion } from './current.ts';
import { saidFields, sentUnder, takeChanged } from './fields.ts';
import { onHtmx } from './htmx.ts';
import type { CommandKind } from './queue.ts';
import { selectedSpan, selectedWords } from './selection.ts';
import { currentSentence } from './sentences.ts';

type Fields = readonly (readonly [string, string])[];

/**
 * Makes commands of the page's forms: what htmx would send goes to the queue instead, in the order it was
 * done.
 */
export function startForms(): void {
  onHtmx('htmx:config:request', ({ sourceElement, request }, event) => {
    const form = sourceElement.closest<HTMLFormElement>('form[data-command]');
    if (!form || request.method === 'GET') return;
    event.preventDefault();
    const button = request.submitter ?? null;
    command(form, button);
    // Pressed by pointer, a button has done its work: keys go on from the text.
    if (button && !button.matches(':focus-visible') && !form.closest('.card'))
      currentSentence()?.focus({ preventScroll: true });
  });
  document.addEventListener('focusout', ({ target }) => saveWhenLeft(target));
  // A field that is typed in does not lose the focus when its page goes.
  window.addEventListener('pagehide', () => saveWhenLeft(document.activeElement));
  onHtmx('htmx:before:swap', () => {
    isDrawing = true;
  });
  onHtmx('htmx:finally:swap', () => {
    isDrawing = false;
  });
  document.addEventListener('click', keepSaved, true);
}

/** Whether fields lose the focus because an answer draws them anew. */
let isDrawing = false;

/** A field that is left keeps what was typed, also where the browser reports no change. */
function saveWhenLeft(target: EventTarget | null): void {
  if (isDrawing) return;
  const form = target instanceof Element ? target.closest<HTMLFormElement>('.card form[data-command]') : null;
  if (form) editCard(form, []);
}

/** Does what a form and the button that sent it stand for. */
function command(form: HTMLFormElement, button: HTMLElement | null): void {
  const own = ownField(button);
  switch (button?.dataset.command ?? form.dataset.command) {
    case 'tag':
      return void giveTag(own);
    case 'nothing':
      return giveToggle();
    case 'accept':
    case 'dismiss':
      return judge(button?.dataset.command === 'dismiss' ? 'dismiss' : 'accept', [
        ...saidFields(form),
        ...own,
      ]);
    case 'accept-all':
      return void give('accept-all', { fields: [...saidFields(form), ...own] });
    case 'undo':
      return giveUndo();
    case 'redo':
      return giveRedo();
    case 'place':
      return placeHere(form.dataset.annotation ?? '', own.some(([name]) => name === 'add') ? 'add' : 'parts');
    case 'edit':
      return editCard(form, own);
  }
}

/** Tags what is selected; the page takes the annotation for the current one at once. */
export function giveTag(tag: Fields): string | null {
  return giveOnSelection('tag', tag);
}

/** Marks the selected sentences as holding nothing, or takes that back. */
export function giveToggle(): void {
  giveOnSelection('nothing', []);
}

function giveOnSelection(kind: CommandKind, fields: Fields): string | null {
  const span = selectedSpan();
  if (!span) return null;
  const parts = `${span.start}-${span.end}`;
  return give(kind, { fields: [...fields, ['parts', parts], ['text', selectedWords()]] });
}

/** Accepts or dismisses a suggestion. */
export function judge(kind: 'accept' | 'dismiss', fields: Fields): void {
  if (fields.some(([name, value]) => name === 'suggestion' && value !== '')) give(kind, { fields });
}

/** Gives an annotation the selected words, instead of its own or beside them. */
export function placeHere(annotationId: string, how: 'add' | 'parts'): void {
  const span = selectedSpan();
  if (!span || annotationId === '') return;
  const fields: Fields = [
    [how, `${span.start}-${span.end}`],
    ['text', selectedWords()],
  ];
  giveEdit(annotationId, fields);
}

/** Changes an annotation; a card that is open stays open. */
export function giveEdit(annotationId: string, fields: Fields): void {
  const isOpen = entryOf(annotationId)?.classList.contains('card');
  const view: Fields = isOpen ? [['view', 'card']] : [];
  give('edit', { annotationId, version: seenVersion(annotationId), fields: [...fields, ...view] });
}

/** Deletes an annotation. */
export function giveDelete(annotationId: string): void {
  if (annotationId !== '') give('delete', { annotationId, version: seenVersion(annotationId) });
}

function editCard(form: HTMLFormElement, own: Fields): void {
  const id = form.closest<HTMLElement>('[data-annotation]')?.dataset.annotation;
  if (!id) return;
  if (own.some(([name, value]) => name === '_method' && value === 'DELETE')) return giveDelete(id);
  const changed = takeChanged(form);
  const over = own.find(([name]) => name === 'over');
  if (over) return saveOver(id, form, over);
  const isDone = own.some(([name]) => name === 'done');
  const fields = [...(isDone ? unfinished(id, form, changed) : []), ...changed, ...own];
  if (fields.length > 0) giveEdit(id, fields);
}

/**
 * Fields that are not saved yet are sent with the last ones, so that the card closes only when all are right.
 */
function unfinished(id: string, form: HTMLFormElement, changed: Fields): Fields {
  const edits = commands().commands.filter(
    ({ annotationId, kind }) => annotationId === id && kind === 'edit',
  );
  const names = new Set(edits.flatMap(({ fields }) => fields.map(([name]) => name)));
  const isOpen = (name: string) => names.has(name) && !changed.some(([other]) => other === name);
  return sentUnder(form, isOpen);
}

/** The person's version stands over the one that somebody else saved; what waited behind it goes on. */
function saveOver(id: string, form: HTMLFormElement, over: Fields[number]): void {
  const [refused] = commands().refused.filter(({ annotationId }) => annotationId === id);
  if (refused) return commands().resend(refused.key, [over]);
  giveEdit(id, [...sentUnder(form, () => true), over]);
}

/** Somebody else's version stays: the person's own is given up, with what waited behind it. */
function keepSaved({ target }: Event): void {
  const link = target instanceof Element ? target.closest('.conflict a') : null;
  const id = link?.closest<HTMLElement>('[data-annotation]')?.dataset.annotation;
  for (const { annotationId, key } of commands().refused) if (id && annotationId === id) giveUp(key);
}

function ownField(button: HTMLElement | null): Fields {
  const isNamed = button instanceof HTMLButtonElement && button.name !== '';
  return isNamed ? [[button.name, button.value]] : [];
}
