import { PART_JOINT } from '../domain/annotation.ts';
import { type ImportLine, storable } from '../domain/import.ts';
import { labelName } from '../domain/label-mapping.ts';
import type { IncomingAnnotation } from '../formats/incoming.ts';
import { hullOf, overlaps, type Span } from '../text/span.ts';
import { fieldLines } from './incoming-content.ts';
import { lineFor } from './incoming-line.ts';

/** Words whose label was chosen to become a note; no parts where it says something about the whole article. */
export interface NotedWords {
  readonly source: IncomingAnnotation;
  readonly parts: readonly Span[];
}

/** The lines that each annotation's note gets, in the order of the annotations, and a line of the report for each label. */
interface Notes {
  readonly notes: readonly (readonly string[])[];
  readonly lines: readonly ImportLine[];
}

/** Puts labels that become notes with the annotations that share words with them. */
export function notesByAnnotation(
  annotations: readonly { readonly parts: readonly Span[] }[],
  noted: readonly NotedWords[],
): Notes {
  const notes: string[][] = annotations.map(() => []);
  const near = new Overlaps(annotations.map(({ parts }) => parts));
  const lines = noted.map(({ source, parts }) => {
    const touched = parts.length === 0 ? [...notes.keys()] : near.find(parts);
    const note = noteOf(source);
    for (const at of touched) notes[at]?.push(...note);
    return lineFor(source, touched.length > 0 ? 'note' : 'left', whatBecame(touched.length));
  });
  return { notes, lines };
}

function noteOf(source: IncomingAnnotation): string[] {
  const words = source.anchors.flatMap((anchor) => anchor.words || []).join(PART_JOINT);
  const label = labelName(source.label);
  return [storable(words === '' ? label : `${label}: ${words}`), ...fieldLines(source)];
}

function whatBecame(count: number): string {
  if (count === 0)
    return 'No annotation that is brought in stands on these words, so there is no note for it.';
  return count === 1
    ? 'It stands in the note of the annotation on these words.'
    : `It stands in the notes of the ${count} annotations on these words.`;
}

/** Finds lists of parts that share words with others, without comparing each with each. */
class Overlaps {
  readonly #parts: readonly (readonly Span[])[];
  readonly #order: readonly { readonly at: number; readonly hull: Span }[];
  readonly #longest: number;

  constructor(parts: readonly (readonly Span[])[]) {
    this.#parts = parts;
    const hulls = parts.map((spans, at) => ({ at, hull: hullOf(spans) }));
    this.#order = hulls.toSorted((a, b) => a.hull.start - b.hull.start);
    this.#longest = hulls.reduce((longest, { hull }) => Math.max(longest, hull.end - hull.start), 0);
  }

  find(wanted: readonly Span[]): number[] {
    const hull = hullOf(wanted);
    const found: number[] = [];
    for (let next = this.#firstFrom(hull.start - this.#longest); next < this.#order.length; next++) {
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
