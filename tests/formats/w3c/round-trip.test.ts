import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ORIGINS, orderParts } from '../../../src/domain/annotation.ts';
import { attributesOf, keepFor, NO_ATTRIBUTES } from '../../../src/domain/attributes.ts';
import type { AnnotationRecord, ExportArticle } from '../../../src/domain/record.ts';
import { BUILT_IN_TAGS } from '../../../src/domain/tag.ts';
import type { Span } from '../../../src/text/span.ts';
import { anyAttributes } from '../any-attributes.ts';
import { quayArticle, quayRecords, quaySource, recordOf, sourceOf } from '../quay-records.ts';
import { readDocuments, writeWhole } from './files.ts';

const pieces = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }) },
  fc.constantFrom(
    '👩‍👩‍👧 ',
    'שלום عالم',
    'e\u0301o\u0308',
    '"quoted" \\ \n',
    '\u2028\u2029',
    '\u0001\u001f\u007f',
    '\ufeff',
  ),
);
const words = fc.array(pieces, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });

const attributes = anyAttributes({
  line: optional(words),
  paragraph: optional(words),
  number: optional(number),
});

const time = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());

const drafts = fc.record({
  id: fc.uuid(),
  tag: fc.constantFrom(...BUILT_IN_TAGS),
  ends: fc.array(fc.nat(1000), { minLength: 2, maxLength: 6 }),
  attributes,
  origin: fc.constantFrom(...ORIGINS),
  annotator: words,
  createdAt: time,
  updatedAt: time,
});

const articles = fc.record({
  id: fc.uuid(),
  text: words.map((text) => `${text} end`),
  url: fc.oneof(fc.constant(null), fc.webUrl({ withQueryParameters: true, withFragments: true })),
  details: fc.record({ title: words, byline: optional(words), publication: optional(words) }),
  language: fc.constantFrom(null, 'en', 'ar'),
  annotations: fc.array(drafts, { minLength: 1, maxLength: 5 }),
});

/** Spans between code points, at these thousandths of the text. */
function partsAt(text: string, ends: readonly number[]): Span[] {
  const points = [...text];
  const offsets = ends
    .map((end) => points.slice(0, Math.floor((end / 1000) * points.length)).join('').length)
    .sort((a, b) => a - b);
  const spans = offsets.slice(1).map((end, index) => ({ start: offsets[index] ?? 0, end }));
  const filled = spans.filter(({ start, end }, index) => index % 2 === 0 && start < end);
  return orderParts(filled.length > 0 ? filled : [{ start: 0, end: text.length }], text.length);
}

function toArticle({
  id,
  text,
  url,
  details,
  language,
}: typeof articles extends fc.Arbitrary<infer T> ? T : never) {
  return { ...quayArticle, ...details, id, text, url, language, published: null };
}

/** What must come back of a record, its positions counted anew in code points. */
function expected(record: AnnotationRecord) {
  const { text } = record.article;
  const rules = attributesOf(record.tag).filter(({ name }) => record[name] !== null);
  return {
    id: record.id,
    label: record.tag,
    words: record.parts.map(({ start, end }) => text.slice(start, end)),
    cut: record.parts.map(({ start, end }) => text.slice(start, end)),
    attributes: Object.fromEntries(rules.map(({ name, field }) => [field, String(record[name])])),
    annotator: record.annotator,
    origin: record.origin,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
  };
}

async function readBack(file: Buffer, textOf: (articleId: string | undefined) => string) {
  const documents = await readDocuments(file);
  return documents.map(({ articleId, details, annotations }) => ({
    articleId,
    details,
    annotations: annotations.map(({ anchors, place: _, ...annotation }) => {
      const points = [...textOf(articleId)];
      const units = new Set(anchors.map(({ offsets }) => offsets?.unit));
      expect(units).toEqual(new Set(['code-points']));
      const cut = anchors.map(({ offsets }) => points.slice(offsets?.start, offsets?.end).join(''));
      return { ...annotation, words: anchors.map((anchor) => anchor.words), cut };
    }),
  }));
}

describe('what was written comes back', () => {
  test('every attribute, part, time and detail of any text', async () => {
    const work = fc.uniqueArray(articles, { selector: ({ id }) => id, minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(work, fc.integer({ min: 1, max: 7 }), async (given, pageLength) => {
        const made = given.map((draft) => {
          const article: ExportArticle = toArticle(draft);
          const annotations = draft.annotations.map(({ ends, attributes: all, ...rest }) =>
            recordOf(article, partsAt(article.text, ends), { ...keepFor(rest.tag, all), ...rest }),
          );
          return { article, annotations };
        });
        const textOf = (id: string | undefined) =>
          made.find(({ article }) => article.id === id)?.article.text ?? '';
        const found = await readBack(await writeWhole(sourceOf(made), pageLength), textOf);
        expect(found).toEqual(
          made.map(({ article: { id, title, byline, publication, url, language }, annotations }) => ({
            articleId: id,
            details: {
              title,
              ...(byline !== null && { byline }),
              ...(publication !== null && { publication }),
              ...(url !== null && { url }),
              ...(language !== null && { language }),
            },
            annotations: annotations.map(expected),
          })),
        );
      }),
      { numRuns: 120 },
    );
  });

  test('the context of each part, where the words alone are not enough', async () => {
    const article = { ...quayArticle, text: `😀${'a b '.repeat(30)}` };
    const annotations = [recordOf(article, [{ start: 50, end: 51 }])];
    const [document] = await readDocuments(await writeWhole(sourceOf([{ article, annotations }])));
    expect(document?.annotations[0]?.anchors).toEqual(
      [
        {
          words: 'a',
          prefix: article.text.slice(18, 50),
          suffix: article.text.slice(51, 83),
          offsets: { start: 49, end: 50, unit: 'code-points' },
        },
      ].map((anchor) => ({ ...anchor, words: article.text.slice(50, 51) })),
    );
  });

  test('two articles of one address remain two', async () => {
    const later = { ...quayArticle, id: '01890a5d-ac96-774b-bcce-b302099a8099', text: 'Quay closed' };
    const source = sourceOf([
      { article: quayArticle, annotations: quayRecords },
      { article: later, annotations: [recordOf(later, [{ start: 0, end: 4 }], { id: 'b1' })] },
    ]);
    const documents = await readDocuments(await writeWhole(source));
    expect(documents.map(({ articleId }) => articleId)).toEqual([quayArticle.id, later.id]);
    expect(documents.map(({ annotations }) => annotations.length)).toEqual([4, 1]);
  });

  test('a date of publication, and no remark that was not there', async () => {
    const [document] = await readDocuments(await writeWhole(quaySource));
    expect(document?.details.published).toBe('2026-03-02');
    expect(document?.annotations.flatMap(({ remarks }) => remarks ?? [])).toEqual([]);
  });

  test('nothing of an empty collection', async () => {
    expect(await readDocuments(await writeWhole(sourceOf([])))).toEqual([]);
  });
});

test('the property has every attribute', () => {
  const [sample] = fc.sample(attributes, 1);
  expect(Object.keys(sample ?? {}).sort()).toEqual(Object.keys(NO_ATTRIBUTES).sort());
});
