import fc from 'fast-check';
import { ORIGINS, orderParts, refuseWordless, wordsOf } from '../../src/domain/annotation.ts';
import { keepFor } from '../../src/domain/attributes.ts';
import type { AnnotationRecord, ArticleRecords, ExportArticle } from '../../src/domain/record.ts';
import { BUILT_IN_TAGS } from '../../src/domain/tag.ts';
import { normaliseText } from '../../src/text/normalise.ts';
import type { Span } from '../../src/text/span.ts';
import { structureOf } from '../../src/text/structure.ts';
import { anyAttributes } from './any-attributes.ts';
import { quayArticle, recordOf } from './quay-records.ts';

/**
 * Stored text of any kind: rich in markup, line breaks, characters of two units, combining marks and Hebrew.
 */
export const hardWords = (maxLength: number, minLength = 0) =>
  fc.string({
    unit: fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          'a',
          'Tern ',
          'pier. ',
          '1',
          '“',
          '”',
          ' ',
          '\n',
          '\t',
          '|',
          '*',
          '_',
          '`',
          '<b>',
          '</p>',
          '&amp;',
          '[',
          '](x)',
          '#',
          '>',
          '-',
          '=',
          '+',
          "'",
          '"',
          ',',
          ';',
          '~',
          '\\',
          '\u2028',
          '\u000b',
          '\u0001',
          '😀',
          'ש',
          'e\u0301',
          '\ufffe',
          '\u00a0',
          '{',
          '$',
          '@',
          '://',
          'www.',
          '<!--',
          ']]>',
          '\ufeff',
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
    ),
    minLength,
    maxLength,
  });

const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const line = orNull(hardWords(12).map(normaliseText));
const figure = orNull(fc.double({ noNaN: true, min: -1e300, max: 1e300 }).map((value) => value + 0));

const attributes = anyAttributes({
  line,
  number: figure,
  paragraph: orNull(hardWords(20).map(normaliseText)),
  special: {
    speaker: orNull(fc.oneof(line, fc.constantFrom('Mira Holt', 'the mayor'))).map(
      (speaker) => speaker || null,
    ),
  },
});

const block = fc
  .tuple(fc.constantFrom('', '', '# ', '### ', '- ', '1. ', '> '), hardWords(30, 1))
  .map(([mark, words]) => mark + words);

const text = fc
  .array(block, { minLength: 1, maxLength: 6 })
  .map((blocks) => normaliseText(blocks.join('\n\n')));

/** Moves an offset off the middle of a pair, where the domain lets no part begin or end. */
function toWhole(within: string, offset: number): number {
  return /^[\ud800-\udbff][\udc00-\udfff]/.test(within.slice(offset - 1, offset + 1)) ? offset - 1 : offset;
}

/** Parts that may stand in this article, or none where the two numbers of each give none. */
function partsFrom(article: ExportArticle, ends: readonly (readonly [number, number])[]): Span[] {
  const { length } = article.text;
  const spans = ends
    .map(
      ([a, b]) => [toWhole(article.text, a % (length + 1)), toWhole(article.text, b % (length + 1))] as const,
    )
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
    .filter((span) => span.start < span.end && holdsWords(article, span));
  return spans.length === 0 ? [] : orderParts(spans, length);
}

function holdsWords(article: ExportArticle, span: Span): boolean {
  try {
    refuseWordless(article, [span]);
    return true;
  } catch {
    return false;
  }
}

const time = fc
  .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

const detail = orNull(hardWords(10, 1).map((words) => normaliseText(words).trim() || 'Ada'));

const details = fc.record({
  title: hardWords(15).map((words) => normaliseText(words).trim()),
  byline: detail,
  publication: detail,
  published: orNull(fc.constantFrom('2026-03-02', '2026-03-02T08:00:00Z')),
  url: orNull(fc.webUrl()),
  language: orNull(fc.constantFrom('en', 'pt-BR', 'he')),
});

const drawing = fc.record({
  tag: fc.constantFrom(...BUILT_IN_TAGS),
  ends: fc.array(fc.tuple(fc.nat(400), fc.nat(400)), { minLength: 1, maxLength: 3 }),
  attributes,
  origin: fc.constantFrom(...ORIGINS),
  annotator: fc.constantFrom('Alice', 'Bob <b>', 'בדר', 'C😀'),
  createdAt: time,
  updatedAt: time,
});

/** An article of any text with annotations in text order, overlapping and split; ids begin with `prefix`. */
export const anyWork = (prefix = 'n'): fc.Arbitrary<ArticleRecords> =>
  fc.tuple(text, details, fc.array(drawing, { maxLength: 7 })).map(([text, details, drawings]) => {
    const article = { ...quayArticle, id: `${prefix}-article`, text, ...details, ...structureOf(text) };
    const annotations = drawings
      .map(({ ends, ...given }) => ({ ...given, parts: partsFrom(article, ends) }))
      .filter(({ parts }) => parts.length > 0)
      .sort((a, b) => (a.parts[0]?.start ?? 0) - (b.parts[0]?.start ?? 0))
      .map(({ tag, parts, attributes, ...given }, index): AnnotationRecord => {
        const id = `${prefix}${index}`;
        return recordOf(article, parts, { ...keepFor(tag, attributes), ...given, id, tag });
      });
    return { article, annotations };
  });

/** The words of a block that an annotation holds, block by block. */
export function wordsInBlocks({ article, parts }: AnnotationRecord): string {
  return article.blocks
    .flatMap((block) =>
      parts.map((part) => {
        const [start, end] = [Math.max(block.start, part.start), Math.min(block.end, part.end)];
        return start < end ? wordsOf(article.text, [{ start, end }]) : '';
      }),
    )
    .join('');
}
