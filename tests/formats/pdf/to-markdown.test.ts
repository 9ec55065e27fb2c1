import { expect, test } from 'vitest';
import type { Line } from '../../../src/formats/pdf/lines.ts';
import { toMarkdown } from '../../../src/formats/pdf/to-markdown.ts';

function line(text: string, size = 10, font = 'f1'): Line {
  return { text, size, font, left: 0, right: 100, y: 0, isRow: false };
}

const text = line('The northern quay reopened on Monday after nine days of storm. '.repeat(3).trim());

test.each<[string, Line[][], string]>([
  ['nothing', [], ''],
  ['a title of two lines', [[line('Quay', 20), line('reopens', 20)], [text]], '# Quay reopens'],
  [
    'two headings in one size',
    [[line('Part one', 14)], [text], [line('Part two', 14)], [text]],
    '## Part one',
  ],
  ['a byline set large', [[line('By Ada Wren', 14)], [text]], 'By Ada Wren'],
  ['the name of a newspaper set large', [[line('The Harbour Times', 30)], [text]], 'The Harbour Times'],
  ['a date set large', [[line('2 March 2026', 14)], [text]], '2 March 2026'],
  ['a figure set large', [[line('3,900', 40)], [text]], '3,900'],
  ['a bullet', [[line('• three boats')], [text]], '- three boats'],
  ['a bullet of a symbol font', [[line('\uf0b7 three boats')], [text]], '- three boats'],
  ['a dash of dialogue', [[line('– three boats')], [text]], '- three boats'],
  ['stars that divide', [[line('* * *')], [text]], '* * *'],
])('the first block of %s', (_, paragraphs, block) => {
  expect(toMarkdown(paragraphs).split('\n\n')[0]).toBe(block);
});

test.each([
  ['bold in the size of the text is a heading', line('What comes next', 10, 'f2'), '## What comes next'],
  ['in the font of the text is none', line('What comes next'), 'What comes next'],
  ['that is a sentence is none', line('This is said in bold.', 10, 'f2'), 'This is said in bold.'],
  ['smaller than the text is none', line('Picture of a quay', 7, 'f2'), 'Picture of a quay'],
])('a line %s', (_, between, block) => {
  expect(toMarkdown([[text], [between], [text]]).split('\n\n')[1]).toBe(block);
});

test('a bold line above the first paragraph is no heading: it may be a byline', () => {
  expect(toMarkdown([[line('Ada Wren', 10, 'f2')], [text], [text]])).toMatch(/^Ada Wren\n/);
});
