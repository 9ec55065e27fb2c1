import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { structureOf } from '../../src/text/structure.ts';

/** Blocks as `kind: words`, a heading with its level. */
function blocksOf(text: string): string[] {
  return structureOf(text).blocks.map(
    ({ kind, level, start, end }) => `${kind}${level ?? ''}: ${text.slice(start, end)}`,
  );
}

function sentencesOf(text: string): string[] {
  return structureOf(text).sentences.map(({ start, end }) => text.slice(start, end));
}

const LONG = 'The harbour board met on Tuesday, and the boats stayed in for most of the day while it did.';

describe('blocks', () => {
  test.each([
    ['paragraphs', 'One ends.\n\n\nTwo ends.\n', ['paragraph: One ends.', 'paragraph: Two ends.']],
    [
      'white space around',
      '  One ends. \n \t\n\u00A0Two ends.',
      ['paragraph: One ends.', 'paragraph: Two ends.'],
    ],
    [
      'one paragraph a line',
      `${LONG}\nShe left.\n${LONG}`,
      [`paragraph: ${LONG}`, 'paragraph: She left.', `paragraph: ${LONG}`],
    ],
    [
      'a plain heading',
      `${LONG}\n\nStormy Weather\n\n${LONG}`,
      [`paragraph: ${LONG}`, 'heading2: Stormy Weather', `paragraph: ${LONG}`],
    ],
    [
      'a plain heading with one paragraph a line',
      `${LONG}\nStormy Weather\n${LONG}`,
      [`paragraph: ${LONG}`, 'heading2: Stormy Weather', `paragraph: ${LONG}`],
    ],
    [
      'a heading in quotation marks',
      `‘Nothing left’\n\n${LONG}`,
      ['heading2: ‘Nothing left’', `paragraph: ${LONG}`],
    ],
    ['right-to-left heading', `סערה בנמל\n\n${LONG}`, ['heading2: סערה בנמל', `paragraph: ${LONG}`]],
    [
      'marked headings',
      `# One #\n## Two\n###### Six\n${LONG}`,
      ['heading1: One', 'heading2: Two', 'heading6: Six', `paragraph: ${LONG}`],
    ],
    ['a hashtag', '#storm and more.', ['paragraph: #storm and more.']],
    [
      'bullets',
      '- one\n* two\n• three\n\n- four',
      ['list-item: one', 'list-item: two', 'list-item: three', 'list-item: four'],
    ],
    [
      'numbers',
      '1. one\n2. two\n\n1) one\n2) two',
      ['list-item: one', 'list-item: two', 'list-item: one', 'list-item: two'],
    ],
    [
      'numbers around paragraphs',
      `1. One\n\n${LONG}\n\n2. Two`,
      ['list-item: One', `paragraph: ${LONG}`, 'list-item: Two'],
    ],
    ['a number alone', '12. The report ends here.', ['paragraph: 12. The report ends here.']],
    ['an item of two lines', '- one and\n  two\n- three', ['list-item: one and\n  two', 'list-item: three']],
    [
      'blockquote',
      '> One ends.\n>\n> Two ends.\n\nThree ends.',
      ['blockquote: One ends.', 'blockquote: Two ends.', 'paragraph: Three ends.'],
    ],
    ['blockquote wrapped', '> One goes\n> on here.', ['blockquote: One goes\n> on here.']],
    ['rules', `One ends.\n\n* * *\n\nTwo ends.\n---`, ['paragraph: One ends.', 'paragraph: Two ends.']],
    ['a dash that opens no list', '-5 degrees.\n—Ida', ['paragraph: -5 degrees.', 'paragraph: —Ida']],
    ['nothing', '', []],
    ['nothing but white space', ' \n\u200B\n\t', []],
  ])('%s', (_, text, blocks) => expect(blocksOf(text)).toEqual(blocks));
});

describe('short lines that are no headings', () => {
  test.each([
    ['the last line', `${LONG}\n\nThe End`],
    ['an end mark', `It ended.\n\n${LONG}`],
    ['an end mark inside quotation marks', `“It ended.”\n\n${LONG}`],
    ['a question', `And then?\n\n${LONG}`],
    ['an announcement', `She said:\n\n${LONG}`],
    ['a start in lower case', `and then nothing\n\n${LONG}`],
    ['a signature', `— Ida Brandt\n\n${LONG}`],
    ['figures', `1,200\n\n${LONG}`],
    ['a table of lines', `Country\n\nGold\n\nSilver\n\n${LONG}`],
    ['more than a short line', `${LONG.slice(0, -1)}\n\n${LONG}`],
  ])('%s', (_, text) => {
    expect(structureOf(text).blocks.map((block) => block.kind)).not.toContain('heading');
  });
});

const WRAPPED = [
  'The harbour board met on Tuesday and',
  'agreed to close the ferry to Orsay',
  'Point. Islanders heard it on the radio.',
  '“Nobody rang us,” said Ida Brandt, who',
  'keeps the only shop. She has 12.5 tons',
  'of salt in her cellar.',
  '',
  'Harbour Dues',
  '',
  'The board owes £4 million, of which',
  '2. and this is the',
  'smaller part, the state pays half.',
].join('\n');

describe('hard-wrapped text', () => {
  test('a paragraph is one block with its line ends inside', () => {
    const [first = '', heading, second = ''] = blocksOf(WRAPPED);
    expect(first).toMatch(/^paragraph: The harbour board[\s\S]*in her cellar\.$/);
    expect(heading).toBe('heading2: Harbour Dues');
    expect(second).toMatch(/^paragraph: The board owes[\s\S]*pays half\.$/);
  });

  test('sentences run over line ends', () => {
    expect(sentencesOf(WRAPPED).slice(0, 2)).toEqual([
      'The harbour board met on Tuesday and\nagreed to close the ferry to Orsay\nPoint.',
      'Islanders heard it on the radio.',
    ]);
  });

  test('a short line that ends a sentence ends the paragraph', () => {
    const text = [
      'One long line of words that goes on',
      'and on until here.',
      'Another long line of words that goes',
      'on and on until there.',
    ];
    expect(blocksOf(text.join('\n'))).toEqual([
      `paragraph: ${text[0]}\n${text[1]}`,
      `paragraph: ${text[2]}\n${text[3]}`,
    ]);
  });
});

describe('sentences', () => {
  test('headings have none, list items and blockquotes have theirs', () => {
    expect(
      sentencesOf('# Storm\n\nIt blew. It rained.\n\n- Roofs went.\n\n> “Never again.” He left.'),
    ).toEqual(['It blew.', 'It rained.', 'Roofs went.', '“Never again.”', 'He left.']);
  });

  test('quote marks at line ends stay out of the way', () => {
    expect(sentencesOf('> We waited for Dr.\n> Brandt and went\n> home. Nobody came.').at(-1)).toBe(
      'Nobody came.',
    );
  });

  test('each knows its block', () => {
    expect(structureOf('# A\n\nOne. Two.\n\nThree.').sentences.map((sentence) => sentence.block)).toEqual([
      1, 1, 2,
    ]);
  });

  test('emoji and combining marks are counted in code units', () => {
    const text = '😀 Cafe\u0301 opened.\n\n👩‍🚒 came.';
    expect(structureOf(text).sentences).toEqual([
      { start: 0, end: 16, block: 0 },
      { start: 18, end: 29, block: 1 },
    ]);
  });
});

const line = fc.oneof(
  fc.constantFrom(
    '',
    '',
    '  ',
    'Stormy Weather',
    LONG,
    '# One',
    '## Two ##',
    '- item',
    '  • item',
    '1. one',
    '2. two',
    '12) x',
    '> quote',
    '>',
    '> >',
    '***',
    '===',
    'goes on and',
    'on it went',
    'שלום עולם.',
    '😀',
  ),
  fc.string({
    unit: fc.constantFrom(
      '#',
      '>',
      '-',
      '*',
      '1',
      '.',
      ')',
      ' ',
      '\t',
      'a',
      'B',
      '“',
      '”',
      '😀',
      '\u200F',
      '\u0301',
      '\uD83D',
    ),
    maxLength: 12,
  }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const anyText = fc.array(line, { maxLength: 25 }).map((lines) => lines.join('\n'));

/** Marks that a block leaves out, at the head of a line, after a heading, or for the whole of a line. */
const MARKUP = /^\s*(?:#{1,6}|[-*+•‣◦▪]|\d{1,3}[.)]|>[>\s]*|[-*_\s]{3,}|={3,}|#+)?\s*$/;

test('blocks are in order, not empty, trimmed, and hold all that is visible and no markup', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let end = 0;
      for (const block of structureOf(text).blocks) {
        expect(block.start).toBeGreaterThanOrEqual(end);
        expect(block.end).toBeGreaterThan(block.start);
        expect(text.slice(block.start, block.end)).toMatch(/^\S[\s\S]*\S$|^\S$/);
        expectMarkup(text.slice(end, block.start));
        end = block.end;
      }
      expectMarkup(text.slice(end));
    }),
    { numRuns: 2000 },
  );
});

function expectMarkup(between: string): void {
  for (const part of between.split('\n')) {
    expect(part.replaceAll(/[\p{Cf}\p{Cc}]/gu, '')).toMatch(MARKUP);
  }
}

test('sentences are in order and join, white space aside, to their blocks', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { blocks, sentences } = structureOf(text);
      for (const [index, block] of blocks.entries()) {
        const inside = sentences.filter((sentence) => sentence.block === index);
        if (block.kind === 'heading') expect(inside).toEqual([]);
        else
          expect(withoutBreaks(inside.map(({ start, end }) => text.slice(start, end)).join(''))).toBe(
            withoutBreaks(text.slice(block.start, block.end)),
          );
      }
      expect(sentences).toEqual(sentences.toSorted((a, b) => a.start - b.start));
    }),
    { numRuns: 1000 },
  );
});

/** A mark at the head of a line inside a blockquote may fall between two sentences. */
function withoutBreaks(words: string): string {
  return words.replaceAll(/[\s>]/g, '');
}
