import { type FoldedText, type Folding, foldText, foldWords } from './anchor-fold.ts';
import { MAX_PLACES, PlaceIndex, type Places } from './anchor-search.ts';
import { type CountedUnit, UnitOffsets } from './anchor-units.ts';
import type { Span } from './span.ts';

/** Where words stand, as spans of the text in its order. */
export interface FoundSpans {
  readonly spans: readonly Span[];
  readonly isAll: boolean;
}

/**
 * A text in which many anchors are looked for. What looking needs is made when it is first needed and then kept, each
 * in time linear in the text: use one for all anchors of a text.
 */
export class AnchorText {
  readonly text: string;
  readonly #units: UnitOffsets;
  readonly #places: PlaceIndex;
  readonly #folded = new Map<Folding, { readonly folded: FoldedText; readonly places: PlaceIndex }>();
  #lines: LineForms | undefined;

  constructor(text: string) {
    this.text = text;
    this.#units = new UnitOffsets(text);
    this.#places = new PlaceIndex(text);
  }

  /** The span of the text that stands for offsets in a unit; undefined where they are not in order or in the text. */
  spanAt(start: number, end: number, unit: CountedUnit): Span | undefined {
    return spanIn(this.#units, start, end, unit);
  }

  /**
   * The same where the offsets were counted over the text with other line ends: LF for its CRLF, or CRLF for its LF.
   * Undefined also where the text has no such line ends.
   */
  spanAtOtherLineEnds(start: number, end: number, unit: CountedUnit): Span | undefined {
    this.#lines ??= lineFormsOf(this.text);
    const span = this.#lines.units && spanIn(this.#lines.units, start, end, unit);
    if (!span) return undefined;
    return { start: this.#lines.back(span.start), end: this.#lines.back(span.end) };
  }

  /** Where words stand exactly as given. */
  find(words: string): FoundSpans {
    return asSpans(this.#places.find(words), words.length, (span) => span);
  }

  /** Where words stand, made equal as `folding` says. None for words that nothing is left of. */
  findFolded(words: string, folding: Folding): FoundSpans {
    const wanted = foldWords(words, folding);
    if (wanted === '') return { spans: [], isAll: true };
    const { folded, places } = this.#foldedBy(folding);
    return asSpans(places.find(wanted), wanted.length, folded.spanOf);
  }

  #foldedBy(folding: Folding) {
    const known = this.#folded.get(folding);
    if (known) return known;
    const folded = foldText(this.text, folding);
    const made = { folded, places: new PlaceIndex(folded.text) };
    this.#folded.set(folding, made);
    return made;
  }
}

function spanIn(units: UnitOffsets, start: number, end: number, unit: CountedUnit): Span | undefined {
  if (!(start < end)) return undefined;
  const from = units.toUtf16(start, unit);
  const to = units.toUtf16(end, unit);
  return from === undefined || to === undefined ? undefined : { start: from, end: to };
}

function asSpans({ offsets, isAll }: Places, length: number, back: (span: Span) => Span): FoundSpans {
  const spans = offsets.slice(0, MAX_PLACES).map((start) => back({ start, end: start + length }));
  return { spans, isAll };
}

/** The text with its other line ends; no units where there are none to change. */
interface LineForms {
  readonly units: UnitOffsets | undefined;
  /** From an offset there to the offset here. */
  readonly back: (offset: number) => number;
}

function lineFormsOf(text: string): LineForms {
  const hasCrlf = text.includes('\r\n');
  const [line, other] = hasCrlf ? ['\r\n', '\n'] : ['\n', '\r\n'];
  const ends: number[] = [];
  for (let at = text.indexOf(line); at >= 0; at = text.indexOf(line, at + line.length)) {
    ends.push(at + line.length);
  }
  if (ends.length === 0) return { units: undefined, back: (offset) => offset };
  const step = other.length - line.length;
  // Behind the k-th line end, offsets there are `k * step` larger than here.
  const back = (offset: number) => offset - step * countEnds(ends, step, offset);
  return { units: new UnitOffsets(text.replaceAll(line, other)), back };
}

/** How many line ends lie before an offset of the text with other line ends. */
function countEnds(ends: readonly number[], step: number, offset: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] ?? 0) + step * (middle + 1) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
