import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { ORIGINS, orderParts } from '../../src/domain/annotation.ts';
import { ATTRIBUTES, keepFor, NO_ATTRIBUTES } from '../../src/domain/attributes.ts';
import type { AnnotationRecord, ArticleRecords, ExportArticle } from '../../src/domain/record.ts';
import { BUILT_IN_TAGS } from '../../src/domain/tag.ts';
import type { IncomingDocument } from '../../src/formats/incoming.ts';
import { normaliseText } from '../../src/text/normalise.ts';
import type { Span } from '../../src/text/span.ts';
import { structureOf } from '../../src/text/structure.ts';
import { recordOf } from './quay-records.ts';

const PIECES = [
  '😀',
  '👩‍👩‍👧 ',
  'e\u0301',
  'שלום ',
  'مرحبا ',
  '\n',
  '\n\n',
  '\u2028',
  '\u2029',
  '\u0085',
  '\u000b',
  '\t',
  '"',
  "'",
  '&amp;',
  '<b>',
  ']]>',
  '|',
  ' | note: x',
  '\\n',
  '\\',
  '\\u0041',
  '; ',
  ' ',
  '\u00a0',
  '\ufeff',
  '\ufffe',
  '𝔘',
];

/** Words with all that has broken a format somewhere. */
export const hostileWords = fc
  .array(
    fc.oneof(
      fc.constantFrom(...PIECES),
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.lorem({ maxCount: 3 }),
    ),
    {
      minLength: 1,
      maxLength: 10,
    },
  )
  .map((pieces) => normaliseText(`The tug ${pieces.join('')} left.`));

const line = hostileWords.map((words) => words.replaceAll(/\s+/g, ' ').trim());
const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }),
  fc.integer(),
);

const attributes = fc.record(
  Object.fromEntries(
    ATTRIBUTES.map(({ name, kind, choices }) => {
      if (choices) return [name, fc.option(fc.constantFrom(...choices))];
      if (kind === 'number')
        return [name, fc.option(number.map((value) => (Object.is(value, -0) ? 0 : value)))];
      return [name, fc.option(kind === 'line' ? line : hostileWords)];
    }),
  ),
);
const time = fc
  .date({ min: new Date('1980-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

const annotation = fc.record({
  id: fc.uuid(),
  tag: fc.constantFrom(...BUILT_IN_TAGS),
  marks: fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 3 }),
  attributes,
  origin: fc.constantFrom(...ORIGINS),
  annotator: line,
  createdAt: time,
  updatedAt: time,
});

/** Whole characters with words in them, or undefined. */
function partsIn(text: string, marks: readonly (readonly [number, number])[]): Span[] | undefined {
  const spans = marks.map(([a, b]) => {
    const [start = 0, end = 0] = [a % text.length, b % text.length].toSorted((x, y) => x - y);
    return { start: wholeAt(text, start), end: Math.max(wholeAt(text, end), wholeAt(text, start) + 2) };
  });
  const parts = orderParts(
    spans.map(({ start, end }) => ({ start, end: Math.min(wholeAt(text, end), text.length) })),
    text.length,
  );
  return parts.every(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end))) ? parts : undefined;
}

function wholeAt(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text[at] ?? '') && /[\ud800-\udbff]/.test(text[at - 1] ?? '') ? at - 1 : at;
}

/** Articles with annotations of every kind: split, overlapping, with hostile words in every field. */
export const hostileWork: fc.Arbitrary<ArticleRecords[]> = fc
  .array(
    fc.record({
      id: fc.uuid(),
      title: line,
      byline: fc.option(line),
      publication: fc.option(line),
      text: hostileWords,
      annotations: fc.array(annotation, { maxLength: 4 }),
    }),
    { maxLength: 3 },
  )
  .map((articles) =>
    articles.map(({ annotations, ...given }) => {
      const article: ExportArticle = {
        published: '2026-03-02',
        url: 'https://lantern.example/?a=1&b="2"',
        language: 'en',
        labels: null,
        textHash: createHash('sha256').update(given.text).digest('hex'),
        ...given,
        ...structureOf(given.text),
      };
      return { article, annotations: annotations.flatMap((one) => recordsOf(article, one)) };
    }),
  );

type Drawn = typeof annotation extends fc.Arbitrary<infer T> ? T : never;

function recordsOf(article: ExportArticle, { marks, attributes, ...given }: Drawn): AnnotationRecord[] {
  const parts = partsIn(article.text, marks);
  if (parts === undefined) return [];
  // Drawn by the rules of each attribute, whose types the table of rules does not carry.
  const drawn = { ...NO_ATTRIBUTES, ...attributes } as typeof NO_ATTRIBUTES;
  return [recordOf(article, parts, { ...keepFor(given.tag, drawn), ...given })];
}

/**
 * What a reader should give back of work: annotations as forms have them, with UTF-16 parts and their words.
 */
export function expectedOf(work: readonly ArticleRecords[]) {
  return work.map(({ article, annotations }) => ({
    articleId: article.id,
    text: article.text,
    details: {
      title: article.title,
      byline: article.byline,
      publication: article.publication,
      published: article.published,
      url: article.url,
      language: article.language,
    },
    annotations: annotations.map((record) => ({
      id: record.id,
      label: record.tag,
      parts: record.parts.map(({ start, end }) => [start, end, article.text.slice(start, end)]),
      attributes: Object.fromEntries(
        ATTRIBUTES.flatMap(({ name, field }) => {
          const value = record[name];
          return value === null ? [] : [[field, String(value)]];
        }),
      ),
      remarks: [],
      annotator: record.annotator,
      origin: record.origin,
      createdAt: record.createdAt,
      updatedAt: record.updatedAt,
    })),
  }));
}

/** What a reader gave in the same shape; code points are cut out as Python would. */
export function givenBy(documents: readonly IncomingDocument[]) {
  return documents.map(({ articleId, text = '', details, annotations }) => {
    const points = [...text];
    const utf16 = (count: number) => points.slice(0, count).join('').length;
    const known = {
      title: null,
      byline: null,
      publication: null,
      published: null,
      url: null,
      language: null,
    };
    return {
      articleId,
      text,
      details: { ...known, ...details },
      annotations: annotations.map((one) => ({
        id: one.id,
        label: one.label,
        parts: one.anchors.map(({ offsets, words }) => [
          utf16(offsets?.start ?? -1),
          utf16(offsets?.end ?? -1),
          words,
        ]),
        attributes: one.attributes,
        remarks: one.remarks ?? [],
        annotator: one.annotator,
        origin: one.origin,
        createdAt: one.createdAt,
        updatedAt: one.updatedAt,
      })),
    };
  });
}
