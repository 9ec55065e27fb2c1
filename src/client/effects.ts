import type { Span } from '../text/span.ts';
import { type EndMove, moveEnd } from '../text/word-ends.ts';
import type { Command } from './queue.ts';

/** What waiting commands will do to what the page shows. */
export interface Effects {
  readonly tagged: readonly { readonly tag: string; readonly parts: readonly Span[] }[];
  readonly goneAnnotations: ReadonlySet<string>;
  readonly goneSuggestions: ReadonlySet<string>;
  /** Where annotations will stand, by id. */
  readonly parts: ReadonlyMap<string, readonly Span[]>;
  /** Steps that are undone, by name. */
  readonly undone: ReadonlySet<string>;
  /** Places whose "nothing here" will be the other way round. */
  readonly toggled: readonly Span[];
}

/** What the commands are applied to. */
export interface Page {
  readonly text: string;
  /** The parts of an annotation that the page shows. */
  partsOf(annotationId: string): readonly Span[];
}

/** What saved steps of the page did, by their names: what an undo of one will take away again. */
export interface Past {
  /** The annotation that a tag or an acceptance made. */
  readonly made: ReadonlyMap<string, string>;
  /** Where a step said "nothing here", or took it back. */
  readonly toggled: ReadonlyMap<string, readonly Span[]>;
}

/**
 * What commands will do, as far as a page can know: an undo of one of them cancels it, and an undo of a step
 * that is saved already takes back what it did.
 */
export function effectsOf(commands: readonly Command[], page: Page, past: Past): Effects {
  const undone = undoneBy(commands);
  const effects = {
    tagged: [] as { tag: string; parts: readonly Span[] }[],
    goneAnnotations: new Set<string>(),
    goneSuggestions: new Set<string>(),
    parts: new Map<string, readonly Span[]>(),
    undone,
    toggled: [] as Span[],
  };
  for (const step of undone) {
    const id = past.made.get(step);
    if (id !== undefined) effects.goneAnnotations.add(id);
  }
  const waiting = new Set(commands.map(({ key }) => key));
  for (const { key, kind, annotationId, fields } of commands) {
    if (undone.has(key)) continue;
    const field = (name: string) => fieldOf(fields, name);
    if (kind === 'tag') effects.tagged.push({ tag: field('tag'), parts: partsIn(field('parts')) });
    if (kind === 'accept' || kind === 'dismiss') effects.goneSuggestions.add(field('suggestion'));
    if (kind === 'accept') effects.tagged.push(suggested(field('suggestion')));
    if (kind === 'nothing') effects.toggled.push(...partsIn(field('parts')));
    if (!waiting.has(field('of'))) effects.toggled.push(...(past.toggled.get(field('of')) ?? []));
    if (annotationId === null) continue;
    if (kind === 'tag') effects.parts.set(annotationId, partsIn(field('parts')));
    if (kind === 'accept') effects.parts.set(annotationId, suggested(field('suggestion')).parts);
    if (kind === 'delete') effects.goneAnnotations.add(annotationId);
    const before = effects.parts.get(annotationId) ?? page.partsOf(annotationId);
    const after = kind === 'edit' ? placed(before, field, page.text) : before;
    if (after !== before) effects.parts.set(annotationId, after);
  }
  return effects;
}

/** The steps that are undone and not redone, by name. */
function undoneBy(commands: readonly Command[]): Set<string> {
  const undone = new Set<string>();
  for (const { kind, fields } of commands) {
    const of = fields.find(([name]) => name === 'of')?.[1];
    if (of === undefined) continue;
    if (kind === 'undo') undone.add(of);
    else undone.delete(of);
  }
  return undone;
}

function placed(before: readonly Span[], field: (name: string) => string, text: string): readonly Span[] {
  if (field('parts')) return partsIn(field('parts'));
  if (field('add')) return [...before, ...partsIn(field('add'))].toSorted((a, b) => a.start - b.start);
  const move = field('move');
  if (!move) return before;
  const which = move.startsWith('start') ? 0 : before.length - 1;
  // Buttons and keys of this page send the four moves alone.
  return before.map((part, at) => (at === which ? moveEnd(text, part, move as EndMove) : part));
}

/** A suggestion's name is its tag and its place. */
function suggested(name: string): { tag: string; parts: readonly Span[] } {
  const at = name.indexOf(':');
  return { tag: name.slice(0, at), parts: partsIn(name.slice(at + 1)) };
}

/** The value of a field of a command; empty where it has none. */
export function fieldOf(fields: Command['fields'], name: string): string {
  return fields.find(([given]) => given === name)?.[1] ?? '';
}

/** Parts from `s-e;s-e`; none from nothing. */
export function partsIn(written: string): Span[] {
  return written.split(';').flatMap((part) => {
    const [start, end] = part.split('-').map(Number);
    return start === undefined || end === undefined ? [] : [{ start, end }];
  });
}
