import { expect, test } from 'vitest';
import type { Line } from '../../../src/formats/pdf/lines.ts';
import { paragraphsOf } from '../../../src/formats/pdf/paragraphs.ts';

const WIDTH = 40;

/**
 * A line at a place of its column; a letter is five points wide. `below` is the distance to the line above.
 */
interface Given {
  readonly text: string;
  readonly in?: number;
  readonly below?: number;
  readonly size?: number;
  readonly font?: string;
}

function columnOf(given: readonly (Given | string)[]): Line[] {
  let y = 100;
  return given.map((each) => {
    const {
      text,
      in: left = 0,
      below = 12,
      size = 10,
      font = 'f1',
    } = typeof each === 'string' ? { text: each } : each;
    y += below;
    return { text, left, right: left + 5 * text.length, y, size, font, isRow: false };
  });
}

const full = (text: string) => text.padEnd(WIDTH - 1, ' on').slice(0, WIDTH - 2);

/** The first word of each line, a paragraph an entry. */
function read(...columns: (Given | string)[][]): string[] {
  const paragraphs = paragraphsOf(columns.map(columnOf));
  return paragraphs.map((lines) => lines.map(({ text }) => text.split(' ')[0]).join(' '));
}

const more = ['Zed is a line that is as wide as it is.', full('yes it goes'), full('on so'), 'to here.'];

test.each<[string, (Given | string)[][], string[]]>([
  ['lines that fill the column go on', [[full('One'), full('two'), 'three.']], ['One two three.']],
  [
    'a short line that ends a sentence ends it',
    [[full('One'), 'two.', ...more]],
    ['One two.', 'Zed yes on to'],
  ],
  [
    'an indent begins one',
    [[full('One'), full('Two.'), { text: full('Three'), in: 12 }, full('four'), full('five')]],
    ['One Two.', 'Three four five'],
  ],
  [
    'lines that are all moved in are one',
    [
      [
        full('One'),
        'two.',
        { text: 'Three is a little shorter than', in: 30 },
        { text: 'Four that is the same.', in: 30 },
      ],
    ],
    ['One two.', 'Three Four'],
  ],
  [
    'a wider space begins one',
    [
      [
        full('One'),
        full('two'),
        full('three'),
        full('four.'),
        { text: full('Five'), below: 20 },
        full('six'),
      ],
    ],
    ['One two three four.', 'Five six'],
  ],
  [
    'a wider space in mid-sentence does not',
    [[full('One'), full('two'), full('three'), { text: full('four'), below: 60 }, full('five')]],
    ['One two three four five'],
  ],
  [
    'another size begins one',
    [[{ text: 'Head', size: 16 }, { text: full('One'), below: 14 }, full('two')]],
    ['Head', 'One two'],
  ],
  [
    'a bold line above the text stands alone',
    [[full('One'), full('two'), 'three.', { text: 'Sub heading', font: 'f2' }, ...more]],
    ['One two three.', 'Sub', 'Zed yes on to'],
  ],
  [
    'bullets begin items, whose second lines are moved in',
    [[full('We'), 'say:', `• ${full('one')}`, { text: 'two', in: 10 }, '• three', '• four']],
    ['We say:', '• two', '•', '•'],
  ],
  [
    'a sentence goes on in the next column',
    [
      [full('One'), full('two')],
      [full('three'), 'four.'],
    ],
    ['One two three four.'],
  ],
  [
    'a parted word goes on in the next column',
    [[full('One'), full('two'), 'exam-'], ['Ple four.']],
    ['One two exam- Ple'],
  ],
  [
    'a sentence that ends with the column ends the paragraph there',
    [
      [full('One'), 'two.'],
      [full('Three'), 'four.'],
    ],
    ['One two.', 'Three four.'],
  ],
  [
    'a sentence goes on behind a caption in another size',
    [
      [full('One'), full('two'), { text: 'Picture: Tern', size: 7, below: 30 }],
      [full('three'), 'four.'],
    ],
    ['One two three four.', 'Picture:'],
  ],
  [
    'a byline and a date at the top stand alone',
    [['By Ada Wren', '2 March 2026', ...more]],
    ['By', '2', 'Zed yes on to'],
  ],
])('%s', (_, columns, paragraphs) => {
  expect(read(...columns)).toEqual(paragraphs);
});
