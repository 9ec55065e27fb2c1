import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { splitSentences } from '../../src/text/segment.ts';

/**
 * Cases are written with ¦ where one sentence ends and the next begins; white space beside it belongs to
 * neither.
 */
const CUT = /\s*¦\s*/;

function split(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

function check(marked: string): void {
  const expected = marked.split(CUT);
  expect(split(marked.replaceAll(' ¦ ', ' '))).toEqual(expected);
}

describe('sentence ends', () => {
  it.each([
    'The harbour was closed. ¦ Two ferries waited outside.',
    'Who pays? ¦ Nobody would say. ¦ The crowd roared! ¦ Play went on.',
    'Really?! ¦ Yes!! ¦ The vote is on.',
    'Really? ? ? ¦ Yes ! ! ¦ The vote is on.',
    'The fee is £40. ¦ It was £35.50 last year.',
    'The fund holds 3.5 million shares. ¦ 12 people run it.',
    'Write to press@harbour.example.org. ¦ Replies take a day.',
    'The list is at https://harbour.example.org/tide.html. ¦ Please read it.',
  ])('%s', check);

  it.each([
    ['It ended in a draw.The replay is on Friday.', ['It ended in a draw.', 'The replay is on Friday.']],
    ['The fee rose to 1,200.It had been 900.', ['The fee rose to 1,200.', 'It had been 900.']],
    ['Was it a draw?Nobody knew.', ['Was it a draw?', 'Nobody knew.']],
  ])('without a space: %s', (text, expected) => expect(split(text)).toEqual(expected));

  it.each([
    'Visit harbour.Com or call the clerk.',
    'Version 2.Beta was shown to dealers.',
    'The ratio was 1.5 to 2.25 in both counties.',
    'Readings of .75 and .8 were normal.',
  ])('does not cut inside a token: %s', check);
});

describe('titles, ranks and initials', () => {
  it.each([
    'British Army Maj. Gen. Owen Tarrant said the Fourth Division held the ridge.',
    'Mr. Vance met Mrs. Ode and Dr. Lim in St. Alban. ¦ Ms. Reyes was away.',
    'Sens. Ada Brook and Tom Crane met Gov. Ruth Hale; Rep. Lou Park (R-Ariz.) did not.',
    'Lt. Col. Mary K. Olsen and Sgt. 1st Class Dee Pratt flew Capt. Ito home.',
    'The Rev. Amos Pike and the Hon. J. P. Strand spoke.',
    'J.R. Marlow, Samuel L. Pope and George W. Kerr signed. ¦ The rest did not.',
    'GEN. ORTIZ QUITS. ¦ Aides said he was tired.',
    'Mr Vance met Dr Lim. ¦ They talked for an hour.',
    'The dam cost Rs. 12 crore. ¦ The road cost less.',
    'The estate went to Harold Finch Jr. ¦ The court upheld the will.',
    'Harold Finch Jr. Day is a holiday in the town.',
  ])('%s', check);
});

describe('single letters', () => {
  it.each([
    'We agreed on the price, you and I. ¦ Did the clerk write it down?',
    'Nobody liked Plan B. ¦ The board tried it anyway.',
    'Oranges are rich in vitamin C. ¦ Nurses know that.',
    'The plague began under Elizabeth I. ¦ It ended much later.',
    'Norman T. Vale and E. coli were in the news.',
  ])('%s', check);
});

describe('companies', () => {
  it.each([
    'Shares of Acme Corp. rose while Bolt Inc. and Crane Ltd. slipped.',
    'He left Acme Corp. ¦ The firm thanked him.',
    'It was bought by Pell & Co. ¦ Mr. Pell declined to comment.',
    'It was bought by Pell & Co. ¦ Analysts were surprised.',
    'Acme Corp. Chairman Lena Roth resigned.',
    'Acme Inc. President Lena Roth and Bolt Co. Ltd. settled.',
    'She joined Tarn Bros. Pictures in May.',
  ])('%s', check);
});

describe('places, countries and organisations', () => {
  it.each([
    'He lives in the U.S. ¦ She moved to the U.K. in 2009.',
    'The U.S. Treasury and the U.N. Security Council objected.',
    'They met in Washington, D.C. ¦ It rained.',
    'They moved to Washington, D.C. ¦ Two years later they left.',
    'The plant is in Fresno, Calif. ¦ Workers were told on Monday.',
    'Former Calif. Gov. Lee Ward spoke in Reno, Nev. (AP) on tax.',
    'The bus stopped on Main St. ¦ The driver got out.',
    'The fair is at 5th St. and Park Ave. near St. Giles.',
    'Her office on Elm Ave. ¦ He walked there.',
  ])('%s', check);
});

describe('times, dates and numbers', () => {
  it.each([
    'Polls close at 8 p.m. Tuesday and at 9 p.m. EST in the islands.',
    'At 5 a.m. Ms. Hale rang the police.',
    'The train left the station at 6 p.m. ¦ Ms. Hale then rang the police.',
    'They came at 6 p.m. ¦ The hall was full.',
    'On Nov. 5 and Dec. 12, 2016, the sluice failed. ¦ It failed again in Jan. 2018.',
    'Page 3: see p. 55, Fig. 4 and No. 10 on the list.',
    'The answer was no. ¦ The council moved on.',
    'Work began in Sept. ¦ The road opened two years later.',
    'The wall is 5 ft. 6 in. tall. ¦ It weighs 40 lb. ¦ The gate is lighter.',
    'The fort dates to 44 B.C. ¦ The tower is newer.',
  ])('%s', check);
});

describe('Latin and other abbreviations', () => {
  it.each([
    'Bring tools, e.g. a spade, i.e. something that digs, and rope, etc. ¦ Lunch is free.',
    'Pike v. Marsh and Rovers vs. United drew crowds.',
    'She earned a Ph.D. in physics. ¦ She earned her Ph.D. ¦ Tom was proud.',
    'It cost approx. 40 crowns (ca. 1 pound).',
    'P.S. I kept the key.',
  ])('%s', check);
});

describe('quotation', () => {
  it.each([
    '“The lock failed,” Pike said. ¦ “We will mend it.”',
    '“The lock failed. ¦ We will mend it. ¦ It takes a week,” Pike said.',
    '“Will it hold?” she asked. ¦ Nobody answered.',
    '“Will it hold?” Pike asked the crew.',
    '“Hold on!” the harbour master shouted.',
    '“They fired on us for a week.” Pike said, “with no thought for the town.”',
    '“They fired on us.” Pike said.',
    '“It was the best night of my life.” ¦ He added, “I will never forget it.”',
    '“It was late.” ¦ Pike said the crew had gone home.',
    '"Is it over?" ¦ Pike wondered whether the crew had gone home.',
    "'It is over,' he said. ¦ 'We lost.'",
    "She turned round. ¦ 'This is ours.' she said.",
    '« Ça suffit. » ¦ Il partit.',
    'She called it “the end of the road.” ¦ The board disagreed.',
    'She was “very, very tired.” ¦ Her crew agreed.',
    '“It was late.” ¦ The general said the crew had gone home.',
    '"All done." ¦ "Thank you."',
    'He said it was over.” ¦ The case went on.',
    '„Es ist vorbei.“ ¦ Der Rat schwieg.',
  ])('%s', check);

  it('cuts behind the quote that closes and before the quote that opens where no space stands', () => {
    expect(split('He said "We lost."The crew left."It rained," he said.')).toEqual([
      'He said "We lost."',
      'The crew left.',
      '"It rained," he said.',
    ]);
  });
});

describe('brackets', () => {
  it.each([
    'The club (it began as a bakery.) won again.',
    'The club won. ¦ (It began as a bakery.) ¦ Crowds cheered.',
    'The minister (Lab.) sat down.',
    'He was (!) late. ¦ She was not (?) early.',
    'The saint was a soldier.[3] ¦ The rest is legend.[4][5] ¦ Nobody minds.',
  ])('%s', check);
});

describe('ellipsis', () => {
  it.each([
    'The tide rose … and the wall gave way.',
    'The tide rose ... and the wall gave way.',
    'I never thought... ¦ The wall gave way.',
    'I thought ... I hoped it would hold.',
    '“The wall [...] held,” he said. ¦ “It held [...]” (page 4).',
    'The wall held. ¦ . . . The tide rose again.',
    'He stopped . . . . ¦ Then he went on.',
  ])('%s', check);
});

describe('lists, bullets and rules', () => {
  it.each([
    '1. Close the gate ¦ 2. Lock the shed ¦ 3. Go home',
    '1) Close the gate. ¦ 2) Lock the shed.',
    '1.) Close the gate ¦ 2.) Lock the shed',
    'a) close the gate ¦ b) lock the shed',
    '(i) Close the gate ¦ (ii) Lock the shed',
    'iv. close the gate ¦ v. lock the shed',
    '• Close the gate ¦ • Lock the shed',
    '• 9. Close the gate ¦ • 10. Lock the shed',
    '3. Fold the sheet once. ¦ Then turn it.',
    'The plan has 2 parts and 3) is not one of them.',
  ])('%s', check);

  it('gives a ruled line a unit of its own', () =>
    check('The vote was lost. ¦ *** ¦ In other news it rained.'));
  it('keeps starred-out letters', () => check('He called it a s*** show. ¦ Nobody laughed.'));
  it("begins a picture's credit anew", () => check('The old pier at dawn ¦ Photograph: Ada Brook'));
  it('keeps a signature with what it signs', () => check('“We held the wall for a week.” – Ada Brook'));
});

describe('lower case', () => {
  it.each(['the gate was shut. we went home. nobody saw us', 'i saw him? no i did not'])(
    'cuts where the writer never uses capitals: %s',
    (text) => {
      expect(split(text).length).toBeGreaterThan(1);
    },
  );

  it.each([
    'The search giant Yahoo! in California declined.',
    'The paper called it a fix! and moved on.',
    'He sold the approx. forty acres to the dept. of roads.',
  ])('does not cut before it elsewhere: %s', check);

  it.each([
    'Sales were flat. ¦ iPhone prices rose.',
    'The group claimed the attack. ¦ al-Nasr denied it.',
    'The vote was close. ¦ de Witt won.',
  ])('knows names that begin with it: %s', check);
});

describe('line ends', () => {
  it.each([
    ['a blank line', 'The gate was shut\n\nwe went home', ['The gate was shut', 'we went home']],
    [
      'a headline',
      'Harbour closed\nTwo ferries waited outside.',
      ['Harbour closed', 'Two ferries waited outside.'],
    ],
    ['a finished line', 'It rained.\nthe end', ['It rained.', 'the end']],
    ['a list of words', 'nails\nhammer, saw\nrope', ['nails', 'hammer, saw', 'rope']],
  ])('%s ends a sentence', (_name, text, expected) => expect(split(text)).toEqual(expected));

  it.each([
    'The harbour was closed\nby a storm.',
    'The harbour was closed by the\nMinister on Monday.',
    'The harbour was closed by Capt.\nOwen Tarrant.',
    'It was a cold \nnight at sea.',
  ])('a break inside a sentence does not: %j', (text) => expect(split(text)).toEqual([text]));

  it('reads a paragraph wrapped at a column as one', () => {
    const text = [
      'The harbour master said on Monday that the storm had closed the port of',
      'Tarrant and that two ferries from the islands were waiting outside. The',
      'crews were told by Capt. Owen',
    ].join('\n');
    expect(split(text)).toHaveLength(2);
  });
});

describe('other scripts', () => {
  it.each([
    '今日は雨です。 ¦ 明日は晴れます。',
    '「もう終わりだ。」と彼は言った。',
    'هل انتهى الأمر؟ ¦ نعم.',
    'यह समाप्त हो गया। ¦ सब घर गए।',
  ])('%s', check);
});

describe('a part of a text', () => {
  it('counts from the start of the whole', () => {
    const text = 'Heading. One here. Two here. Tail.';
    expect(splitSentences(text, { start: 9, end: 28 })).toEqual([
      { start: 9, end: 18 },
      { start: 19, end: 28 },
    ]);
  });

  it('has no sentences where there is only white space', () => {
    expect(splitSentences('')).toEqual([]);
    expect(splitSentences(' \n\t\u00a0 \n')).toEqual([]);
    expect(splitSentences('One. Two.', { start: 4, end: 5 })).toEqual([]);
  });
});

describe('for any text', () => {
  const words = [
    'Mr.',
    'U.S.',
    'the',
    'The',
    'p.m.',
    '“',
    '”',
    '"',
    "'",
    '(',
    ')',
    '...',
    '…',
    '?',
    '!',
    '.',
    '1.',
    '2)',
    '•',
    '\n',
    '\n\n',
    ' ',
    'Inc.',
    '。',
    '***',
    'Photo: A',
    '\u2028',
    '😀',
  ];
  const newsy = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 4 })), {
    maxLength: 60,
  });
  const text = fc.oneof(
    newsy.map((parts) => parts.join(' ')),
    newsy.map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme' }),
  );

  it('sentences are in order, inside the text, trimmed, and cover all that is not white space', () => {
    fc.assert(
      fc.property(text, (whole) => {
        let at = 0;
        for (const { start, end } of splitSentences(whole)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(whole.slice(at, start).trim()).toBe('');
          expect(whole.slice(start, end).trim()).toBe(whole.slice(start, end));
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(whole.slice(at).trim()).toBe('');
      }),
    );
  });

  it('a part gives what its own text gives', () => {
    fc.assert(
      fc.property(text, text, text, (before, part, after) => {
        const within = { start: before.length, end: before.length + part.length };
        const expected = splitSentences(part).map(({ start, end }) => ({
          start: start + before.length,
          end: end + before.length,
        }));
        expect(splitSentences(before + part + after, within)).toEqual(expected);
      }),
    );
  });
});

describe('hostile text', () => {
  const size = 50_000;
  it.each([
    '"',
    '(',
    ')',
    '.',
    '?',
    '1',
    'a',
    'A. ',
    '. ',
    '."',
    '1. ',
    'a\n',
    '\n',
    '• ',
    '*',
    '[1]',
    'a."A',
    '… ',
    'Mr. A ',
    '😀.',
    '。」',
  ])('ends on nothing but %j', (unit) => {
    const text = unit.repeat(Math.ceil(size / unit.length));
    const covered = splitSentences(text).reduce((sum, { start, end }) => sum + end - start, 0);
    expect(covered).toBeGreaterThanOrEqual(text.replace(/\s/g, '').length);
  });
});

describe('sentences of other languages', () => {
  const cut = (text: string, code: string) =>
    splitSentences(text, undefined, code).map(({ start, end }) => text.slice(start, end));

  test.each([
    [
      'de',
      [
        'Sie sagte z. B. nichts.',
        'Er kam am 4. Juni.',
        'Das sind 3,4 Mio. Euro.',
        'Er ist 45.',
        'Der Rat tagt.',
      ],
    ],
    ['de', ['Im 19. Jahrhundert, d. h. vor dem Krieg, lebte Dr. Weiß hier.', 'Danach nicht mehr.']],
    ['fr', ['M. Petit et Mme Roux sont là.', 'La ville paie.']],
    ['es', ['El Sr. Rojas habló.', 'La ciudad paga.']],
    ['ru', ['Она родилась в 1958 г. в Омске.', 'Город платит 3 млн руб. за дом.']],
    ['th', ['นายกกล่าวว่าจะลดภาษีในปีหน้า', 'อย่างไรก็ตาม ฝ่ายค้านไม่เห็นด้วย']],
  ])('%s: %j', (code, sentences) => {
    expect(cut(sentences.join(' '), code)).toEqual(sentences);
  });
});

test.each([
  [['Her song "Go! Go! Go!" topped the list.']],
  [['“I… I do not know,” Ines Okafor said.']],
  [['“Wh… what is it?”']],
  [['Sales rose 3.5%.', 'The shop is glad.']],
  [['**It rose in May.**', 'The next day it fell.']],
])('%j', (sentences) => {
  const text = sentences.join(sentences[0]?.endsWith('%.') ? '' : ' ');
  expect(splitSentences(text).map(({ start, end }) => text.slice(start, end))).toEqual(sentences);
});
