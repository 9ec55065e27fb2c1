import { ATTRIBUTES } from '../../domain/attributes.ts';
import { ownField } from '../../domain/codebook/field.ts';
import {
  type AnnotationRecord,
  type CodedArticle,
  type CodingRecord,
  type ExportArticle,
  kindOf,
} from '../../domain/record.ts';
import { CodePoints } from '../../text/code-points.ts';
import type { Span } from '../../text/span.ts';
import { OUR_KEY } from '../format.ts';

/** Of what stands under all other keys. */
const VERSION = 1;

/** These end a line for some readers of lines, though neither JSON nor JSON Lines says so. */
const LINE_ENDERS = /[\u0085\u2028\u2029]/g;

/**
 * The line of an article, in pieces, so that no more than an annotation is held twice. Every line has the
 * same keys: doccano reads a file as a table, where a key that is missing becomes a number that is none.
 */
export function* linePieces(
  { article, annotations, codings }: CodedArticle,
  project: string,
): Generator<string> {
  const { id, title, byline, publication, published, url, language, labels, text, textHash } = article;
  const details = { title, byline, publication, published, url, language, article_labels: labels };
  const head = { [OUR_KEY]: VERSION, id, project, ...details, text, sha256: textHash };
  yield `${toJson(head).slice(0, -1)},"label":[`;
  yield* joined(annotations, labelsOf);
  yield '],"annotations":[';
  const codePoints = new CodePoints(text);
  yield* joined(annotations, (record) => toJson(annotationFields(record, codePoints)));
  yield '],"codings":[';
  yield* joined(codings.filter(saysSomething), (coding) => toJson(codingFields(coding, article, codePoints)));
  yield ']}\n';
}

/** Of a coding that leaves in part, the rest is not known. */
function saysSomething({ isWhole, marks }: CodingRecord): boolean {
  return isWhole || marks.length > 0;
}

function* joined<Item>(records: readonly Item[], toText: (record: Item) => string) {
  for (const [index, record] of records.entries()) yield index > 0 ? `,${toText(record)}` : toText(record);
}

/** One triple for each part, in UTF-16 code units, as doccano's page counts; see `docs/formats/jsonl.md`. */
function labelsOf({ parts, tag }: AnnotationRecord): string {
  return parts.map(({ start, end }) => JSON.stringify([start, end, tag])).join(',');
}

function annotationFields(record: AnnotationRecord, codePoints: CodePoints) {
  const { id, tag, annotator, origin, createdAt, updatedAt, parts, lane } = record;
  if (parts.length === 0) throw new RangeError(`annotation ${id} has no parts`);
  return {
    id,
    tag,
    parts: parts.map((part) => ({
      text: record.article.text.slice(part.start, part.end),
      ...offsetFields(part, codePoints),
    })),
    ...Object.fromEntries(ATTRIBUTES.map(({ field, name }) => [field, record[name]])),
    ...Object.fromEntries(
      Object.entries(record.answers ?? {}).map(([key, answer]) => [ownField(key), answer]),
    ),
    annotator,
    origin,
    created_at: createdAt,
    updated_at: updatedAt,
    coding: kindOf(lane),
  };
}

function codingFields(
  { lane, annotator, state, isBlind, doneAt, isWhole, marks }: CodingRecord,
  { sentences }: ExportArticle,
  codePoints: CodePoints,
) {
  return {
    coding: kindOf(lane),
    annotator,
    state: isWhole ? state : null,
    done_at: isWhole ? doneAt : null,
    blind: isBlind,
    nothing: marks.flatMap(({ sentence, annotator: by }) => {
      const span = sentences[sentence];
      if (!span) return [];
      return { sentence_number: sentence + 1, ...offsetFields(span, codePoints), annotator: by };
    }),
  };
}

function offsetFields({ start, end }: Span, codePoints: CodePoints) {
  return {
    start: codePoints.countBefore(start),
    end: codePoints.countBefore(end),
    start_utf16: start,
    end_utf16: end,
  };
}

/** A value as JSON on one line, whatever a reader takes for the end of a line. */
export function toJson(value: unknown): string {
  return JSON.stringify(value).replace(
    LINE_ENDERS,
    (ender) => `\\u${ender.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
