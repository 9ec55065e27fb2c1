import fc from 'fast-check';
import { ORIGINS, orderParts } from '../../../src/domain/annotation.ts';
import { ATTRIBUTES, type AttributeRule } from '../../../src/domain/attributes.ts';
import { TAGS } from '../../../src/domain/tag.ts';
import type { IncomingAnnotation, OffsetUnit } from '../../../src/formats/incoming.ts';
import type { AnnotationRecord, ArticleRecords } from '../../../src/formats/record.ts';
import { CodePoints } from '../../../src/text/code-points.ts';
import { quayArticle, recordOf } from '../quay-records.ts';

/** Unicode text without lone surrogates, rich in what JSON, lines and offsets stumble over. */
const written = (maxLength: number) =>
  fc.string({
    unit: fc.oneof(
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          ...'ab "\'\\\n\t/{}[]:,<&',
          '😀',
          '👩‍👩‍👧',
          'ש',
          'e\u0301',
          '\u2028',
          '\u2029',
          '\u0085',
          '\ufeff',
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
    ),
    minLength: 1,
    maxLength,
  });

/** Of names and addresses files keep what stands between white space. */
const said = (maxLength: number) =>
  written(maxLength)
    .map((text) => text.trim())
    .filter((text) => text !== '');

const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

function attributeValue({ kind, choices = [] }: AttributeRule): fc.Arbitrary<string | number> {
  if (kind === 'number') return fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
  return kind === 'choice' ? fc.constantFrom(...choices) : written(20);
}

// Each attribute has a value of its own kind, or none; types cannot follow names that are made from a table.
const attributes = fc.record(
  Object.fromEntries(ATTRIBUTES.map((rule) => [rule.name, orNull(attributeValue(rule))])),
) as unknown as fc.Arbitrary<Partial<AnnotationRecord>>;

const time = fc
  .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

/** An article with up to five annotations, which may overlap and have up to three parts, by up to three people. */
export const anyWork: fc.Arbitrary<ArticleRecords> = written(80).chain((text) => {
  const span = fc
    .tuple(fc.nat({ max: text.length - 1 }), fc.nat({ max: text.length - 1 }))
    .map(([a, b]) => ({ start: whole(text, Math.min(a, b), -1), end: whole(text, Math.max(a, b) + 1, 1) }));
  const details = fc.record({
    title: said(20),
    byline: orNull(said(10)),
    publication: orNull(said(10)),
    published: orNull(fc.constantFrom('2026-03-02', '2026-03-02T08:00:00Z')),
    url: orNull(fc.webUrl()),
    language: orNull(fc.constantFrom('en', 'pt-BR')),
  });
  const annotation = fc.record({
    parts: fc.array(span, { minLength: 1, maxLength: 3 }).map((parts) => orderParts(parts, text.length)),
    given: attributes,
    tag: fc.constantFrom(...TAGS),
    origin: fc.constantFrom(...ORIGINS),
    annotator: fc.constantFrom('Alice', 'بدر', 'C😀'),
    createdAt: time,
    updatedAt: time,
  });
  return fc.record({ details, list: fc.array(annotation, { maxLength: 5 }) }).map(({ details, list }) => {
    const article = { ...quayArticle, ...details, text, blocks: [], sentences: [] };
    const annotations = list.map(({ parts, given, ...rest }, index) =>
      recordOf(article, parts, { ...given, ...rest, id: `id-${index}` }),
    );
    return { article, annotations };
  });
});

/** Moves an offset off the middle of a pair: domain/annotation refuses such parts before they are stored. */
function whole(text: string, offset: number, step: 1 | -1): number {
  const inside = /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(Math.max(0, offset - 1), offset + 1));
  return offset > 0 && inside ? offset + step : offset;
}

/** What a reader should find of a record, its place aside. */
export function incomingOf(record: AnnotationRecord, unit: OffsetUnit): Omit<IncomingAnnotation, 'place'> {
  const { text } = record.article;
  const codePoints = new CodePoints(text);
  const count = (offset: number) => (unit === 'utf16' ? offset : codePoints.countBefore(offset));
  const given = ATTRIBUTES.flatMap(({ name, field }) =>
    record[name] === null ? [] : [[field, String(record[name])] as const],
  );
  return {
    id: record.id,
    label: record.tag,
    anchors: record.parts.map(({ start, end }) => ({
      offsets: { start: count(start), end: count(end), unit },
      words: text.slice(start, end),
    })),
    attributes: Object.fromEntries(given),
    annotator: record.annotator,
    origin: record.origin,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
  };
}

/** The details that an article has. */
export function detailsOf({ article }: ArticleRecords): Record<string, string> {
  const { title, byline, publication, published, url, language } = article;
  const details = { title, byline, publication, published, url, language };
  return Object.fromEntries(
    Object.entries(details).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}
