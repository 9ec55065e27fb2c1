import { createHash } from 'node:crypto';
import { wordsOf } from '../../src/domain/annotation.ts';
import { NO_ATTRIBUTES } from '../../src/domain/attributes.ts';
import { type Codebook, DEFAULT_CODEBOOK } from '../../src/domain/codebook/codebook.ts';
import type {
  AnnotationRecord,
  ArticleRecords,
  CodedArticle,
  ExportArticle,
} from '../../src/domain/record.ts';
import type { ExportSource } from '../../src/formats/record.ts';
import type { Span } from '../../src/text/span.ts';
import { structureOf } from '../../src/text/structure.ts';

const text = [
  'Quay reopens after storm',
  'The northern quay reopened on Monday 😀 after nine days. “We moved 3,900 crates,” Mira Holt said, “and lost none.”',
  '=Tern, a tug, is “back at work”.',
].join('\n\n');

/** Where `words` stand in `within`. */
export function spanOf(words: string, within: string): Span {
  const start = within.indexOf(words);
  if (start < 0) throw new RangeError(`not in the text: ${words}`);
  return { start, end: start + words.length };
}

/** A short article with a heading, an emoji, a split quote and a sentence that looks like a formula. */
export const quayArticle: ExportArticle = {
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  title: 'Quay reopens after storm',
  byline: 'Ada Wren',
  publication: 'The Lantern',
  published: '2026-03-02',
  url: 'https://lantern.example/quay',
  text,
  language: 'en',
  labels: 'storm, batch 1',
  textHash: createHash('sha256').update(text).digest('hex'),
  ...structureOf(text),
};

/** A claim by Alice on these parts of an article, with whatever else `given` says. */
export function recordOf(
  article: ExportArticle,
  parts: readonly Span[],
  given: Partial<AnnotationRecord> = {},
): AnnotationRecord {
  return {
    ...NO_ATTRIBUTES,
    id: '01890a5d-ac96-774b-bcce-b302099a0000',
    project: 'harbour',
    article,
    lane: 'shared',
    annotator: 'Alice',
    answers: null,
    tag: 'claim',
    parts,
    text: wordsOf(article.text, parts),
    origin: 'manual',
    createdAt: '2026-03-03T08:00:00.000Z',
    updatedAt: '2026-03-03T08:00:00.000Z',
    ...given,
  };
}

const inQuay = (...words: string[]) => words.map((part) => spanOf(part, text));

/** Annotations of the article in text order; between them they fill every column. */
export const quayRecords: readonly AnnotationRecord[] = [
  recordOf(quayArticle, inQuay('Quay reopens'), { id: 'a1' }),
  recordOf(quayArticle, inQuay('“We moved 3,900 crates,”', '“and lost none.”'), {
    id: 'a2',
    tag: 'quote',
    speaker: 'Mira Holt',
    cue: 'said',
    quoteType: 'direct',
    confidence: 'sure',
    origin: 'suggestion-edited',
    updatedAt: '2026-03-03T09:30:15.250Z',
  }),
  recordOf(quayArticle, inQuay('3,900 crates'), {
    id: 'a3',
    tag: 'statistic',
    value: 3900,
    valueMax: 4100.5,
    comparator: '~',
    unit: 'crate',
    subject: 'crates moved',
    note: 'Counted "by hand",\nsee page 2',
    origin: 'suggestion',
  }),
  recordOf(quayArticle, inQuay('=Tern, a tug, is “back at work”'), {
    id: 'a4',
    checkWorthiness: 'low',
    checkScore: 0.87,
  }),
];

/** A project that holds these articles with these annotations. */
export function sourceOf(
  work: readonly (ArticleRecords & Partial<CodedArticle>)[],
  name = 'Harbour',
  codebook: Codebook = DEFAULT_CODEBOOK,
): ExportSource {
  return {
    project: { slug: 'harbour', name },
    codebook,
    annotations: () => work.map(({ annotations }) => annotations),
    articles: () => work,
    codedArticles: () => work.map((each) => ({ codings: [], ...each })),
  };
}

/** The quay article with its annotations. */
export const quaySource = sourceOf([{ article: quayArticle, annotations: quayRecords }]);
