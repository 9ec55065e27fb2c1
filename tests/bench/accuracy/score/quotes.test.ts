import { describe, expect, test } from 'vitest';
import { type Attribution, scoreQuotes } from '../../../../bench/accuracy/score/quotes.ts';
import type { Span } from '../../../../src/text/span.ts';
import type { QuoteSuggestion } from '../../../../src/text/suggest/suggestion.ts';

const TEXT = `“The pond froze,” Ada Moss said, “in one night.” Hal Reed said that ducks had left. Reed wants a heater there.
Photo: “A duck.”`;

const moss: Attribution = {
  type: 'direct',
  content: [spanOf('“The pond froze,”'), spanOf('“in one night.”')],
  cue: [spanOf('said')],
  source: [spanOf('Ada Moss')],
};
const reed: Attribution = {
  type: 'indirect',
  content: [spanOf('that ducks had left')],
  cue: [spanOf('said that', 'said'.length)],
  source: [spanOf('Hal Reed')],
};
const wish: Attribution = {
  type: 'indirect',
  content: [spanOf('a heater there')],
  cue: [spanOf('wants')],
  source: [spanOf('Reed wants', 'Reed'.length)],
};
const article = { text: TEXT, attributions: [moss, reed, wish], setAside: [spanOf('Photo: “A duck.”')] };

describe('quotes against those that people marked', () => {
  test('all right', () => {
    expect(scoresOf([found(moss), found(reed), found(wish)])).toEqual({
      directStretchesExact: 100,
      directMixed: { found: 100, exact: 100 },
      all: { found: 100, exact: 100, recall: 100, precision: 100 },
      speech: { found: 100, exact: 100 },
      speakerRight: 100,
      speakerOffered: 100,
      cueRight: 100,
    });
  });

  test('none', () => {
    expect(scoresOf([])).toMatchObject({ all: { found: 0, recall: 0, precision: 0 }, speakerRight: 0 });
  });

  test('marks, points and spaces do not matter', () => {
    const parts = [spanOf('The pond froze'), spanOf('in one night')];
    expect(scoresOf([{ ...found(moss), parts }])).toMatchObject({
      directStretchesExact: 100,
      directMixed: { found: 100, exact: 100 },
    });
  });

  test('a quote of two parts is not found twice, but each stretch of it is', () => {
    const [first = spanOf(TEXT), second = spanOf(TEXT)] = moss.content;
    const parts = [first, second].map((part) => ({ ...found(moss), parts: [part] }));
    // 12 of 22 letters: found by one of the two, with the wrong extent.
    expect(scoresOf(parts)).toMatchObject({
      directStretchesExact: 100,
      directMixed: { found: expect.closeTo(200 / 3), exact: 0 },
    });
  });

  test('beliefs are neither right nor wrong among speech', () => {
    expect(scoresOf([found(moss), found(wish)])).toMatchObject({
      all: { recall: expect.closeTo(200 / 3), precision: 100 },
      speech: { found: expect.closeTo(200 / 3) },
    });
  });

  test('what meets no quote is wrong, unless it was set aside', () => {
    const caption = { ...found(moss), parts: [spanOf('“A duck.”')] };
    const nothing = { ...found(reed), parts: [spanOf('Photo')] };
    const withCaption = { ...article, setAside: [] };
    expect(scoresOf([found(moss), caption]).all.precision).toBe(100);
    expect(scoreQuotes([withCaption], () => [found(moss), caption]).all.precision).toBe(50);
    expect(scoreQuotes([withCaption], () => [found(moss), nothing]).directMixed.found).toBe(100);
  });

  test('a speaker is right within the marked words, and a cue where it touches them', () => {
    const surname = { ...found(moss), speakerSpan: spanOf('Moss'), cueSpan: spanOf('Moss said') };
    const wrong = { ...found(reed), speakerSpan: spanOf('Ada Moss'), cueSpan: spanOf('ducks') };
    const { speakerSpan: _speaker, ...nobody } = found(wish);
    expect(scoresOf([surname, wrong, nobody])).toMatchObject({
      speakerRight: 50,
      speakerOffered: expect.closeTo(200 / 3),
      cueRight: expect.closeTo(200 / 3),
    });
  });
});

function scoresOf(suggestions: readonly QuoteSuggestion[]) {
  return scoreQuotes([article], () => suggestions);
}

/** A suggestion that says what people said. */
function found({ type, content, cue, source }: Attribution) {
  const [cueSpan = spanOf(TEXT), speakerSpan = spanOf(TEXT)] = [cue[0], source[0]];
  return { tag: 'quote', quoteType: type, parts: content, cueSpan, speakerSpan, reasons: [] } as const;
}

function spanOf(words: string, length = words.length): Span {
  const start = TEXT.indexOf(words);
  return { start, end: start + length };
}
