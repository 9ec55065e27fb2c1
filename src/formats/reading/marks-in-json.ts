import type { Span } from '../../text/span.ts';
import { identifier, words } from './lenient.ts';
import { asObject } from './tool-marks.ts';

/** A mark over a text as JSON files have it: two offsets and what the place is. End exclusive as a rule. */
export interface JsonMark {
  readonly label: string;
  readonly span: Span;
  /** The words that the file gives it. */
  readonly words: string | undefined;
  /** By which relations name it. */
  readonly id: string | undefined;
  /** The number or name of the person. */
  readonly user: string | undefined;
}

/** What tools call the two ends and the label, the surest first. */
const STARTS = ['start_offset', 'start', 'begin', 'startOffset', 'start_char', 'start_index', 'startIndex'];
const ENDS = ['end_offset', 'end', 'endOffset', 'end_char', 'end_index', 'endIndex'];
const LABELS =
  'label labels tag_name tag type entity entity_type entity_group entityLabel category class obj name concept'.split(
    ' ',
  );
const WORDS = 'text value word words surface quote content selected_text'.split(' ');
const USERS = ['user', 'annotator', 'annotated_by', 'created_by'];

// Files hold hundreds of thousands of marks, and a schema takes many times as long for each.
function offsetOf(value: unknown): number | undefined {
  if (typeof value === 'string') return /^\d{1,9}$/.test(value) ? Number(value) : undefined;
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

function nameOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
}

function namesOf(value: unknown): readonly string[] {
  const names = [value].flat().map(nameOf);
  return names.every((name) => name !== undefined) ? names : [];
}

/**
 * The marks that a value stands for: `[start, end, label]`, an object with two offsets and a label under one of
 * their usual names, PubAnnotation's `{span, obj}`, or DataTurks' `{label, points}`; one for each label and place.
 * None where it is no mark.
 */
export function marksOf(value: unknown): readonly JsonMark[] {
  const given = asObject(value);
  if (!given) return markOfTriple(value);
  const labels = labelsIn(given);
  return placesIn(given).flatMap(({ span, from }) =>
    labels.map((label) => mark(label, span, { ...given, ...from })),
  );
}

function markOfTriple(value: unknown): readonly JsonMark[] {
  if (!Array.isArray(value)) return [];
  const [first, second, third]: unknown[] = value;
  const [start, end, label] = [offsetOf(first), offsetOf(second), nameOf(third)];
  if (start === undefined || end === undefined || label === undefined) return [];
  return [{ label, span: { start, end }, words: undefined, id: undefined, user: undefined }];
}

function mark(label: string, span: Span, given: Readonly<Record<string, unknown>>): JsonMark {
  return {
    label,
    span,
    words: first(given, WORDS, (value) => words.parse(value)),
    id: identifier.parse(given.id),
    user: first(given, USERS, (value) => identifier.parse(value)),
  };
}

function labelsIn(given: Readonly<Record<string, unknown>>): readonly string[] {
  for (const key of LABELS) {
    const names = namesOf(given[key]);
    if (names.length > 0) return names;
  }
  return [];
}

/** The place or places of a mark, with the object that gives each. */
function placesIn(given: Readonly<Record<string, unknown>>) {
  const inside = [given.span, ...(Array.isArray(given.points) ? given.points : [])];
  const all = [given, ...inside].map(asObject).filter((from) => from !== undefined);
  return all.flatMap((from) => {
    const [start, end] = [first(from, STARTS, offsetOf), first(from, ENDS, offsetOf)];
    return start === undefined || end === undefined ? [] : [{ span: { start, end }, from }];
  });
}

/** The first of the fields that is such a value. */
function first<T>(
  given: Readonly<Record<string, unknown>>,
  keys: readonly string[],
  read: (value: unknown) => T | undefined,
): T | undefined {
  for (const key of keys) {
    const value = Object.hasOwn(given, key) ? read(given[key]) : undefined;
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Lists of what a program found in the text, which nobody marked. */
const NOT_MARKS = ['tokens', 'sents', 'sentences', 'words', 'paragraphs'];

/** A list of marks, and where it stands in its record: `entities`, or `spans, sc`. */
export interface MarkList {
  readonly key: string;
  readonly items: readonly unknown[];
}

/** The lists of a record that hold marks, in its order, those one object further down too. */
export function markListsIn(record: Readonly<Record<string, unknown>>): MarkList[] {
  return Object.entries(record).flatMap(([key, value]) => {
    if (NOT_MARKS.includes(key)) return [];
    if (Array.isArray(value)) return isMarks(value) ? [{ key, items: value }] : [];
    const inside = Object.entries(asObject(value) ?? {});
    return inside.flatMap(([inner, items]) =>
      !NOT_MARKS.includes(inner) && Array.isArray(items) && isMarks(items)
        ? [{ key: `${key}, ${inner}`, items }]
        : [],
    );
  });
}

/** One that is broken may stand first. */
const LOOKED_AT = 5;

function isMarks(items: readonly unknown[]): boolean {
  return items.slice(0, LOOKED_AT).some((item) => marksOf(item).length > 0);
}
