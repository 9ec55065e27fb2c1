import { describe, expect, test } from 'vitest';
import { readConllu } from '../../../../bench/accuracy/read/conllu.ts';
import { countedIn } from '../../../../bench/accuracy/read/counted-numbers.ts';
import { paragraphsOf } from '../../../../bench/accuracy/read/paragraphs.ts';
import type { Span } from '../../../../src/text/span.ts';

test('sentences are joined to the paragraphs of a treebank', () => {
  const file = `# newdoc id = pond
# newpar id = p1
# newpar_block = p (2 s)
# text = It froze.
1 It it PRON PRP _ 2 nsubj _ _
2 froze freeze VERB VBD _ 0 root _ SpaceAfter=No
3 . . PUNCT . _ 2 punct _ _

# newpar_block = not a paragraph
# text = Ducks left(
1 Ducks duck NOUN NNS _ 2 nsubj _ _
2 left leave VERB VBD _ 0 root _ SpaceAfter=No
2.1 left leave VERB VBD _ _ _ _ _
3 ( ( PUNCT -LRB- _ 2 punct _ SpaceAfter=No

# text = early.
1 early early ADV RB _ 0 root _ SpaceAfter=No
2 . . PUNCT . _ 1 punct _ _

# newpar
# text = The end.
1 The the DET DT _ 2 det _ _
2 end end NOUN NN _ 0 root _ SpaceAfter=No
3 . . PUNCT . _ 2 punct _ _
`;
  expect(paragraphsOf(readConllu(withTabs(file)))).toEqual([
    {
      text: 'It froze. Ducks left(early.',
      sentences: [
        { start: 0, end: 9 },
        { start: 10, end: 21 },
        { start: 21, end: 27 },
      ],
    },
    { text: 'The end.', sentences: [{ start: 0, end: 8 }] },
  ]);
});

test('a word that does not stand in its sentence is told', () => {
  expect(() => readConllu('# text = It froze.\n1\tThey\n')).toThrow('“They”');
});

describe('what a tree counts', () => {
  test.each<[string, string, string[][], { counted: [string, string][]; open: string[] }]>([
    [
      'a number and its noun, with the words between',
      'nearly 700 tired 🙂 pilgrims',
      [
        ['nearly', 'ADV', '2', 'advmod'],
        ['700', 'NUM', '5', 'nummod'],
        ['tired', 'ADJ', '5', 'amod'],
        ['🙂', 'SYM', '5', 'dep'],
        ['pilgrims', 'NOUN', '0', 'root'],
      ],
      { counted: [['700', '700 tired 🙂 pilgrims']], open: [] },
    ],
    [
      'a number of two words, with a sign before it',
      '$2 million',
      [
        ['$', 'SYM', '0', 'root'],
        ['2', 'NUM', '3', 'compound'],
        ['million', 'NUM', '1', 'nummod:gov'],
      ],
      { counted: [['2 million', '$2 million']], open: [] },
    ],
    [
      'a number that counts nothing is open',
      'two of them',
      [
        ['two', 'NUM', '0', 'root'],
        ['of', 'ADP', '3', 'case'],
        ['them', 'PRON', '1', 'nmod'],
      ],
      { counted: [], open: ['two'] },
    ],
    [
      'no dates, years and times',
      'May 5 1987 at 10:30',
      [
        ['May', 'PROPN', '0', 'root'],
        ['5', 'NUM', '1', 'nummod'],
        ['1987', 'NUM', '1', 'nmod'],
        ['at', 'ADP', '5', 'case'],
        ['10:30', 'NUM', '1', 'obl'],
      ],
      { counted: [], open: [] },
    ],
    [
      'no parts of names',
      'Ferry 9',
      [
        ['Ferry', 'PROPN', '0', 'root'],
        ['9', 'NUM', '1', 'nummod'],
      ],
      { counted: [], open: [] },
    ],
  ])('%s', (_what, text, words, { counted, open }) => {
    const rows = words.map(([form, kind, head, relation], at) =>
      [at + 1, form, form, kind, '_', 'NumType=Card', head, relation, '_', '_'].join('\t'),
    );
    const [sentence] = readConllu(`# text = ${text}\n${rows.join('\n')}\n`);
    if (!sentence) throw new Error('no sentence was read');
    const found = countedIn(sentence);
    const wordsAt = ({ start, end }: Span) => text.slice(start, end);
    expect(found.counted.map(({ number, whole }) => [wordsAt(number), wordsAt(whole)])).toEqual(counted);
    expect(found.open.map(wordsAt)).toEqual(open);
  });

  test('the words of a contraction share its place, and ordinals count nothing', () => {
    const rows = withTabs(`# text = Fifth man's two.
1 Fifth fifth NUM CD NumType=Ord 2 nummod _ _
2-3 man's _ _ _ _ _ _ _ _
2 man man NOUN NN _ 4 nmod _ _
3 's 's PART POS _ 2 case _ _
4 two two NUM CD NumType=Card 2 nummod _ SpaceAfter=No
5 . . PUNCT . _ 4 punct _ _
`);
    expect(readConllu(rows).map(countedIn)).toEqual([
      {
        text: "Fifth man's two.",
        counted: [{ number: { start: 12, end: 15 }, whole: { start: 6, end: 15 } }],
        open: [],
      },
    ]);
  });
});

/** Columns are parted by tabs, which are hard to see. */
function withTabs(file: string): string {
  return file.replaceAll(/^\d.*$/gm, (row) => row.replaceAll(' ', '\t'));
}
