import { type Codebook, DEFAULT_CODEBOOK } from '../../domain/codebook/codebook.ts';
import type { AnnotationRecord, CodedArticle, CodingRecord, ExportArticle } from '../../domain/record.ts';
import type { Tag } from '../../domain/tag.ts';
import { touching } from '../../text/span.ts';

/** What stands in the column `tag` of a sentence that holds nothing. */
export const NOTHING = 'nothing';

/** One row of `codings.csv`. */
export interface CodingRow {
  readonly project: string;
  readonly article: ExportArticle;
  readonly coding: CodingRecord;
  /** Who coded the sentence; null where none is coded of a coding that is nobody's own. */
  readonly annotator: string | null;
  /** Index of the sentence, from zero; null where no sentence is coded. */
  readonly sentence: number | null;
  readonly tag: Tag | null;
  /** How many annotations of the tag, by the annotator, have words in the sentence. */
  readonly annotations: number;
}

/**
 * The rows of an article, coding by coding in the order of sentences: one for each tag that somebody has put into a
 * sentence, one for each "nothing here", and one for each coding in which no sentence is coded. Annotations in headings,
 * which are no sentences, have none.
 */
export function* codingRows(
  { article, annotations, codings }: CodedArticle,
  project: string,
  { tags }: Codebook = DEFAULT_CODEBOOK,
): Generator<CodingRow> {
  const order = [...tags.map(({ key }) => key), NOTHING];
  for (const coding of codings) {
    const own = annotations.filter(({ lane }) => lane === coding.lane);
    const coded = [...taggedSentences(article, own), ...nothingIn(coding)];
    const common = { project, article, coding };
    if (coded.length === 0 && coding.isWhole)
      yield { ...common, annotator: coding.annotator, sentence: null, tag: null, annotations: 0 };
    for (const row of coded.sort((a, b) => a.sentence - b.sentence || placeIn(order, a) - placeIn(order, b)))
      yield { ...common, ...row };
  }
}

interface CodedSentence extends Pick<CodingRow, 'tag' | 'annotations'> {
  readonly sentence: number;
  readonly annotator: string;
}

function nothingIn({ marks }: CodingRecord): CodedSentence[] {
  return marks.map((mark) => ({ ...mark, tag: NOTHING, annotations: 0 }));
}

/** Each sentence once for each tag and annotator that have words in it. */
function taggedSentences(
  { sentences }: ExportArticle,
  annotations: readonly AnnotationRecord[],
): CodedSentence[] {
  const found = new Map<string, CodedSentence>();
  for (const { tag, annotator, parts } of annotations) {
    const touched = new Set(parts.flatMap((part) => indexesFrom(...touching(sentences, part))));
    for (const sentence of touched) {
      const key = JSON.stringify([sentence, tag, annotator]);
      const known = found.get(key)?.annotations ?? 0;
      found.set(key, { sentence, annotator, tag, annotations: known + 1 });
    }
  }
  return [...found.values()];
}

function indexesFrom(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

function placeIn(order: readonly Tag[], { tag }: CodedSentence): number {
  return order.indexOf(tag ?? NOTHING);
}
