/** A stretch of a text, in UTF-16 code units, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What a coder marked: a tag on one or more stretches, with what was filled in. */
export interface Mark {
  readonly tag: string;
  /** In text order, none of which overlap. */
  readonly parts: readonly Stretch[];
  /** By name; what was left empty is not there. */
  readonly fields: Readonly<Record<string, string | number>>;
}

/** An article as the coders of a study coded it: whose coding stands at which place is the same in all articles. */
export interface CodedArticle {
  readonly id: string;
  readonly text: string;
  /** What can be coded, in text order; headings are no sentences. */
  readonly sentences: readonly Stretch[];
  /** What each coder marked; null for one who has not finished the article. */
  readonly codings: readonly (readonly Mark[] | null)[];
  /** The coding that was agreed on in the end; null where there is none yet. */
  readonly final: readonly Mark[] | null;
  /** The day on which the last of these codings was finished, an ISO 8601 date. */
  readonly finished: string;
}

/**
 * The sentences that hold something marked with a tag, by their indexes: those of which a letter or a digit is
 * marked, so that a quotation mark which ends on the next sentence tags nothing there.
 */
export function taggedSentences(
  { text, sentences }: Pick<CodedArticle, 'text' | 'sentences'>,
  marks: readonly Mark[],
  tag: string,
): Set<number> {
  const tagged = new Set<number>();
  for (const mark of marks) {
    if (mark.tag !== tag) continue;
    for (const part of mark.parts) {
      for (let at = firstEndingAfter(sentences, part.start); at < sentences.length; at++) {
        const sentence = sentences[at];
        if (!sentence || sentence.start >= part.end) break;
        const [from, to] = [Math.max(part.start, sentence.start), Math.min(part.end, sentence.end)];
        if (/[\p{L}\p{N}]/u.test(text.slice(from, to))) tagged.add(at);
      }
    }
  }
  return tagged;
}

function firstEndingAfter(sentences: readonly Stretch[], place: number): number {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}
