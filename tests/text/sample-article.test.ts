import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readFrontMatter } from '../../src/text/front-matter.ts';
import { normaliseText } from '../../src/text/normalise.ts';
import { structureOf } from '../../src/text/structure.ts';

const article = readFrontMatter(
  normaliseText(readFileSync(new URL('../../src/sample-article.txt', import.meta.url), 'utf8')),
);
const { blocks, sentences } = structureOf(article.body);

test('the sample article has its front matter read', () => {
  expect(article.frontMatter).toEqual({
    publication: 'The Averil Courier',
    title: 'Herring are back in Averil Sound, and so is the arithmetic',
    byline: 'Nessa Quill, fisheries correspondent',
    published: '2025-03-14T06:40Z',
  });
  expect(article.body).toMatch(/^The first boat came in/);
});

test('it has headings, and about forty sentences between them', () => {
  const headings = blocks.filter((block) => block.kind === 'heading');
  expect(headings.map(({ start, end }) => article.body.slice(start, end))).toEqual([
    'A loan, not a gift',
    'The price of ice',
    'Who may fish',
    'Counting again',
  ]);
  expect(sentences.length).toBeGreaterThanOrEqual(36);
  expect(sentences.length).toBeLessThanOrEqual(48);
});

/** The words of spans with every run of white space as one space. */
function wordsOf(text: string, spans: readonly { start: number; end: number }[]): string[] {
  return spans.map(({ start, end }) => text.slice(start, end).replaceAll(/\s+/g, ' '));
}

function wrappedAt(width: number): string {
  return article.body.replaceAll(new RegExp(`(.{1,${width}})(?: |$)`, 'gm'), '$1\n').trimEnd();
}

test.each([58, 65, 72, 80, 100])('wrapped at %i columns it has the same blocks and sentences', (width) => {
  const wrapped = wrappedAt(width);
  const structure = structureOf(wrapped);
  expect(wordsOf(wrapped, structure.blocks)).toEqual(wordsOf(article.body, blocks));
  expect(wordsOf(wrapped, structure.sentences)).toEqual(wordsOf(article.body, sentences));
  expect(structure.blocks.map((block) => block.kind)).toEqual(blocks.map((block) => block.kind));
});

test('with one paragraph a line it has the same blocks and sentences', () => {
  const dense = article.body.replaceAll('\n\n', '\n');
  const structure = structureOf(dense);
  expect(wordsOf(dense, structure.blocks)).toEqual(wordsOf(article.body, blocks));
  expect(wordsOf(dense, structure.sentences)).toEqual(wordsOf(article.body, sentences));
  expect(structure.blocks.map((block) => block.kind)).toEqual(blocks.map((block) => block.kind));
});
