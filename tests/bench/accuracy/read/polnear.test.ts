import { expect, test } from 'vitest';
import { readPolnearArticle } from '../../../../bench/accuracy/read/polnear.ts';

test('an article with the attributions of one annotator', () => {
  // The face is two code units and one code point, so that offsets in the file fall behind by one.
  const text = '🙂 “The pond froze,” Ada said, “at once. Hal fears the worst for “his” ducks. No caption.';
  const marks = `T1	Content 30 39;2 19	“at once. “The pond froze,”
T2	Source 20 23	Ada
T3	Cue 24 28	said
T4	Attribution 24 28	said
E1	Attribution:T4 Content:T1 Cue:T3 Source:T2
T5	Content 50 59	the worst
T6	Content 60 75	for “his” ducks
T7	Cue 44 49	fears
T8	Attribution 44 49	fears
E2	Attribution:T8 Content2:T6 Content:T5 Cue:T7
T9	Attribution-no-source 44 49	fears
E3	Attribution-no-source:T9 Content:T5
E4	Attribution:T8 Cue:T7
T10	Discard 77 88	No caption.
`;
  expect(readPolnearArticle(text, marks)).toEqual({
    text,
    attributions: [
      {
        type: 'direct',
        content: [
          { start: 3, end: 20 },
          { start: 31, end: 40 },
        ],
        cue: [{ start: 25, end: 29 }],
        source: [{ start: 21, end: 24 }],
      },
      {
        type: 'mixed',
        content: [
          { start: 51, end: 60 },
          { start: 61, end: 76 },
        ],
        cue: [{ start: 45, end: 50 }],
        source: [],
      },
    ],
    setAside: [{ start: 78, end: 89 }],
  });
});

test.each([
  ['“The pond froze.”', 'direct'],
  ['"The pond froze",', 'direct'],
  ['“It froze” at “once”', 'direct'],
  ['it “froze” at once', 'mixed'],
  ['it froze at once', 'indirect'],
])('%s is %s', (text, type) => {
  const marks = `T1\tContent 0 ${text.length}\t${text}\nE1\tAttribution:T2 Content:T1`;
  expect(readPolnearArticle(text, marks).attributions.map((one) => one.type)).toEqual([type]);
});
