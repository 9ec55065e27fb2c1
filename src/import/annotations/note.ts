import { PART_JOINT } from '../../domain/annotation.ts';
import { type ImportLine, storable } from '../../domain/import.ts';
import { labelName } from '../../domain/label-mapping.ts';
import type { IncomingAnnotation } from '../../formats/incoming.ts';
import { t } from '../../messages/language.ts';
import { hullOf, overlaps, type Span } from '../../text/span.ts';
import { lineFor } from '../report.ts';
import { fieldLines, MAX_NOTE } from './content.ts';

/** Words whose label becomes a note; no parts if it is about the whole article. */
export interface NotedWords {
  readonly source: IncomingAnnotation;
  readonly parts: readonly Span[];
}

/** The lines for each annotation's note, in the order of the annotations, and a report line per label. */
interface Notes {
  readonly notes: readonly (readonly string[])[];
  readonly lines: readonly ImportLine[];
}

/** Most annotations whose notes get one label. What more of them share is stored once, in the first note with room. */
const MAX_NOTES = 20;

/** Adds labels that become notes to the annotations that share words with them, if there is room. */
export function notesByAnnotation(
  annotations: readonly { readonly parts: readonly Span[] }[],
  noted: readonly NotedWords[],
): Notes {
  const notes = annotations.map((): GatheredNote => ({ lines: [], length: 0 }));
  const near = new OverlapIndex(annotations.map(({ parts }) => parts));
  const lines = noted.map(({ source, parts }) => {
    const touched =
      parts.length === 0
        ? notes.slice(0, MAX_NOTES + 1)
        : near.find(parts, MAX_NOTES + 1).flatMap((at) => notes[at] ?? []);
    const note = noteOf(source);
    const fitting = withRoom(touched, note.join('\n').length);
    const open = touched.length > MAX_NOTES ? fitting.slice(0, 1) : fitting;
    for (const gathered of open) addTo(gathered, note);
    return lineFor(source, open.length > 0 ? 'note' : 'left', whatBecame(note, open.length, touched.length));
  });
  return { notes: notes.map((gathered) => gathered.lines), lines };
}

/** The lines that a note gets, and their length in UTF-16 code units. */
interface GatheredNote {
  readonly lines: string[];
  length: number;
}

/** Notes with room for `length` more; else the first that is not full, which is cut and reported. */
function withRoom(notes: readonly GatheredNote[], length: number): GatheredNote[] {
  const fitting = notes.filter((gathered) => gathered.length + length <= MAX_NOTE);
  return fitting.length > 0 ? fitting : notes.filter((gathered) => gathered.length < MAX_NOTE).slice(0, 1);
}

function addTo(gathered: GatheredNote, note: readonly string[]): void {
  for (const line of note) {
    gathered.lines.push(line);
    gathered.length += line.length + 1;
  }
}

function noteOf(source: IncomingAnnotation): string[] {
  const words = source.anchors.flatMap((anchor) => anchor.words || []).join(PART_JOINT);
  const label = labelName(source.label);
  return [storable(words === '' ? label : `${label}: ${words}`), ...fieldLines(source)];
}

function whatBecame(note: readonly string[], count: number, touched: number): string {
  if (touched === 0) return t('outcome.noteNowhere');
  if (count === 0) return t('outcome.notesFull', { words: note.join('\n') });
  if (touched > MAX_NOTES) return t('outcome.sharedNote', { most: MAX_NOTES });
  if (count < touched) return t('outcome.someNotes', { count });
  return count === 1 ? t('outcome.oneNote') : t('outcome.allNotes', { count });
}

/** Finds lists of parts that share words with others, without comparing each with each. */
class OverlapIndex {
  readonly #parts: readonly (readonly Span[])[];
  readonly #order: readonly { readonly at: number; readonly hull: Span }[];
  readonly #longest: number;

  constructor(parts: readonly (readonly Span[])[]) {
    this.#parts = parts;
    const hulls = parts.map((spans, at) => ({ at, hull: hullOf(spans) }));
    this.#order = hulls.toSorted((a, b) => a.hull.start - b.hull.start);
    this.#longest = hulls.reduce((longest, { hull }) => Math.max(longest, hull.end - hull.start), 0);
  }

  /** Indexes of the first `most` lists that share words with `wanted`. */
  find(wanted: readonly Span[], most: number): number[] {
    const hull = hullOf(wanted);
    const found: number[] = [];
    for (let next = this.#firstFrom(hull.start - this.#longest); found.length < most; next++) {
      const one = this.#order[next];
      if (!one || one.hull.start >= hull.end) break;
      const touches = this.#parts[one.at]?.some((part) => wanted.some((span) => overlaps(part, span)));
      if (touches) found.push(one.at);
    }
    return found;
  }

  #firstFrom(start: number): number {
    let low = 0;
    let high = this.#order.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#order[middle]?.hull.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
