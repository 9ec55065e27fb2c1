/** Words are found by runs of so many code units; shorter ones by reading the text. */
const RUN = 4;
const BUCKETS = 1 << 18;

/** Of words that stand more often, no more places are gathered. */
export const MAX_PLACES = 1000;

/** How many places may be looked at for one search, so that no text makes all searches together slow. */
const MAX_LOOKS = 4000;

/** Where words stand in a text. */
export interface Places {
  /** Offsets in text order. */
  readonly offsets: readonly number[];
  /** Whether these are all. */
  readonly isAll: boolean;
}

/**
 * Finds words in one text, many of them one after another, without reading the text for each. A table of all runs of
 * four code units, linked by their hash, is made once; a search follows the links of the rarest run of its words.
 */
export class PlaceIndex {
  readonly #text: string;
  readonly #known = new Map<string, Places>();
  #runs: Runs | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** All places of `words`, which must not be empty, overlapping ones included. */
  find(words: string): Places {
    const known = this.#known.get(words);
    if (known) return known;
    const found = words.length < RUN ? scan(this.#text, words) : this.#follow(words);
    this.#known.set(words, found);
    return found;
  }

  #follow(words: string): Places {
    this.#runs ??= new Runs(this.#text);
    const { shift, bucket } = this.#runs.rarest(words);
    const offsets: number[] = [];
    let looks = 0;
    for (const at of this.#runs.placesIn(bucket)) {
      looks += 1;
      if (looks > MAX_LOOKS || offsets.length >= MAX_PLACES) return { offsets, isAll: false };
      if (at >= shift && this.#text.startsWith(words, at - shift)) offsets.push(at - shift);
    }
    return { offsets, isAll: true };
  }
}

function scan(text: string, words: string): Places {
  const offsets: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (offsets.length >= MAX_PLACES) return { offsets, isAll: false };
    offsets.push(at);
  }
  return { offsets, isAll: true };
}

/** All runs of a text in linked lists, one for each hash. */
class Runs {
  readonly #heads = new Int32Array(BUCKETS).fill(-1);
  readonly #sizes = new Uint32Array(BUCKETS);
  readonly #next: Int32Array;

  constructor(text: string) {
    this.#next = new Int32Array(text.length);
    // From the end, so that each list is in text order.
    for (let at = text.length - RUN; at >= 0; at--) {
      const bucket = hashAt(text, at);
      this.#next[at] = this.#heads[bucket] ?? -1;
      this.#heads[bucket] = at;
      this.#sizes[bucket] = (this.#sizes[bucket] ?? 0) + 1;
    }
  }

  /** The run of `words` that stands least often, and how far inside of them. */
  rarest(words: string): { readonly shift: number; readonly bucket: number } {
    let best = { shift: 0, bucket: hashAt(words, 0) };
    for (let shift = 1; shift <= words.length - RUN; shift++) {
      const bucket = hashAt(words, shift);
      if ((this.#sizes[bucket] ?? 0) < (this.#sizes[best.bucket] ?? 0)) best = { shift, bucket };
    }
    return best;
  }

  *placesIn(bucket: number): Generator<number> {
    for (let at = this.#heads[bucket] ?? -1; at >= 0; at = this.#next[at] ?? -1) yield at;
  }
}

function hashAt(text: string, at: number): number {
  let hash = 0;
  for (let unit = at; unit < at + RUN; unit++) hash = Math.imul(hash ^ text.charCodeAt(unit), 0x9e3779b1) | 0;
  return (hash >>> 14) % BUCKETS;
}
