import { entryOf } from './current.ts';
import { fieldOf, partsIn } from './effects.ts';
import { onHtmx } from './htmx.ts';
import { t } from './messages.ts';
import { elementsAt, wordsOf } from './offsets.ts';
import { pendingEffects } from './pending.ts';
import type { Command } from './queue.ts';
import { say } from './say.ts';

/** Says each deed as what it did: at once where the page knows, else when the answer tells. */
export function startAnnouncements(): void {
  document.addEventListener('given', (event) => {
    // Only `give` sends this event, with its command.
    const words = describe((event as CustomEvent<Command>).detail);
    if (words) say(words);
  });
  onHtmx('htmx:after:swap', () => {
    const told = document.getElementById('told');
    if (!told?.textContent) return;
    say(told.textContent);
    told.textContent = '';
  });
}

function describe({ kind, annotationId, fields }: Command): string | null {
  switch (kind) {
    case 'tag':
      return t('desk.tagged', {
        tag: tagName(fieldOf(fields, 'tag')),
        words: wordsAt(fieldOf(fields, 'parts')),
      });
    case 'nothing':
      return describeToggle(fieldOf(fields, 'parts'));
    case 'delete':
      return t('desk.deleted', annotationSaid(annotationId));
    case 'accept':
      return t('desk.accepted', suggestionSaid(fieldOf(fields, 'suggestion')));
    case 'dismiss':
      return t('desk.dismissed', suggestionSaid(fieldOf(fields, 'suggestion')));
    case 'edit':
      return describeEdit(annotationId, fields);
    default:
      return null;
  }
}

/** Fields of a card are the person's own words; where an annotation stands now is worth saying. */
function describeEdit(annotationId: string | null, fields: Command['fields']): string | null {
  const added = fieldOf(fields, 'add');
  if (added) return t('desk.added', { words: wordsAt(added) });
  if (!fieldOf(fields, 'move') && !fieldOf(fields, 'parts')) return null;
  const parts = pendingEffects().parts.get(annotationId ?? '') ?? [];
  return t('desk.moved', { words: shorten(parts.map(wordsOf).join(' […] ')) });
}

/** The queue has told already what the sentences will be. */
function describeToggle(parts: string): string | null {
  const sentences = partsIn(parts).flatMap((part) => elementsAt(part, '.s'));
  const [first] = sentences.filter(({ dataset }) => dataset.coming);
  if (!first) return null;
  const words = shorten(first.textContent ?? '');
  return first.dataset.coming === 'coded' ? t('desk.nothing', { words }) : t('desk.notNothing', { words });
}

function annotationSaid(id: string | null) {
  const { tag = '', parts = '' } = entryOf(id)?.dataset ?? {};
  return { tag: tagName(tag), words: wordsAt(parts) };
}

/** A suggestion's name is its tag and its place. */
function suggestionSaid(name: string) {
  const at = name.indexOf(':');
  return { tag: tagName(name.slice(0, at)), words: wordsAt(name.slice(at + 1)) };
}

/** A tag as its button names it. */
function tagName(tag: string): string {
  const button = document.querySelector(`#tag-form [value="${CSS.escape(tag)}"]`);
  return button?.firstChild?.textContent?.trim() ?? tag;
}

function wordsAt(parts: string): string {
  return shorten(partsIn(parts).map(wordsOf).join(' […] '));
}

/** Enough of the words to know them by. */
function shorten(words: string): string {
  return words.length > 120
    ? `${words.slice(0, 80).replace(/\s\S*$/, '')} … ${words.slice(-30).replace(/^\S*\s/, '')}`
    : words;
}
