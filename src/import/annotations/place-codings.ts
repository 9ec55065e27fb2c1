import type { ArticleText } from '../../domain/article.ts';
import type { CodingState } from '../../domain/coding.ts';
import { annotatorName, type ImportLine, storable } from '../../domain/import.ts';
import type { CodingKind } from '../../domain/record.ts';
import type { IncomingDocument, IncomingMark } from '../../formats/incoming.ts';
import { t } from '../../messages/language.ts';
import { AnchorPlaces } from './place.ts';

/** "Nothing here" of a file on a sentence of its article, by index, with the name that the file gives, or none. */
export interface PlacedMark {
  readonly sentence: number;
  readonly annotator: string;
}

/** What a file says of a coding, its sentences found. */
export interface PlacedCoding {
  readonly kind: CodingKind;
  /** The name of whose own it is; empty where it is nobody's, or the file names nobody. */
  readonly annotator: string;
  readonly state: CodingState | undefined;
  readonly marks: readonly PlacedMark[];
}

/** Finds the sentences of a document that hold nothing in its article, and says of which there are none. */
export function placeCodings(
  document: IncomingDocument,
  article: ArticleText,
): { readonly codings: readonly PlacedCoding[]; readonly lines: readonly ImportLine[] } {
  const { codings = [] } = document;
  if (codings.length === 0) return { codings: [], lines: [] };
  const places = new AnchorPlaces(document, article);
  const lines: ImportLine[] = [];
  const placed = codings.map(({ kind, annotator, state, marks }) => ({
    kind,
    annotator: annotatorName(annotator),
    state,
    marks: marks.flatMap((mark) => {
      const found = sentencesOf(mark, places, article);
      if ('sentences' in found)
        return found.sentences.map((sentence) => ({ sentence, annotator: annotatorName(mark.annotator) }));
      lines.push({ place: storable(mark.place), outcome: 'refused', ...wordsOf(mark), reason: found.reason });
      return [];
    }),
  }));
  return { codings: placed, lines };
}

/** The sentence that the file counts, if its words stand there; else all sentences within the place of the words. */
function sentencesOf(
  { anchor, sentence = -1 }: IncomingMark,
  places: AnchorPlaces,
  { text, sentences }: ArticleText,
): { readonly sentences: readonly number[] } | { readonly reason: string } {
  const counted = sentences[sentence];
  if (counted && text.slice(counted.start, counted.end) === anchor.words) return { sentences: [sentence] };
  const found = places.resolve(anchor);
  if ('reason' in found) return found;
  const { start, end } = found.span;
  const within = [...sentences.keys()].filter((at) => {
    const span = sentences[at];
    return span && span.start >= start && span.end <= end;
  });
  return within.length > 0 ? { sentences: within } : { reason: t('outcome.noSentence') };
}

function wordsOf({ anchor: { words = '' } }: IncomingMark): Pick<ImportLine, 'words'> {
  return words === '' ? {} : { words: storable(words) };
}
