import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../src/text/segment.ts';
import { scoreClaim, suggestClaims } from '../../../src/text/suggest/claim.ts';

const scoreOf = (sentence: string) => scoreClaim(sentence).score;

describe('scoreClaim', () => {
  it.each([
    ['politics', 'The council voted 9-4 on Tuesday to raise parking charges by 12 percent.'],
    ['elections', 'Turnout fell to 41 per cent, the lowest since 1987.'],
    ['sport', 'Rovers won 11 of their last 14 matches and scored twice as many goals as in 2019.'],
    ['business', 'Profits at Tarn Holdings dropped by a third to £4.2m after it closed two plants.'],
    ['science', 'The vaccine halved infections in a trial of 1,200 adults, researchers reported in May.'],
    ['crime', 'Police said a 34-year-old man was charged with two burglaries in Alban on Friday.'],
    ['courts', 'Judge Ruth Hale sentenced the former treasurer to six years in prison for fraud.'],
    ['war', 'About 700 soldiers crossed the river and seized three villages, the ministry said.'],
    [
      'an accusation',
      'My opponent voted against the hospital bill four times and then said he supported it.',
    ],
  ])('suggests a checkable claim: %s', (_beat, sentence) =>
    expect(scoreOf(sentence)).toBeGreaterThanOrEqual(0.5),
  );

  it.each([
    ['a question', 'What happens to the harbour next?'],
    ['a courtesy', 'Thank you all for coming here tonight.'],
    ['a feeling', 'I think it was a wonderful evening.'],
    ['a duty', 'We must never let this happen again.'],
    ['an ideal', 'Together we believe in hope and in a better future.'],
    ['an instruction', 'Look at the faces of your children.'],
    ['an opinion', 'It is a shameful, cynical and ridiculous plan.'],
    ['a headline fragment', 'Coastal matters'],
    ['a supposition', 'Perhaps things could be different if people tried.'],
  ])('leaves out %s', (_kind, sentence) => expect(scoreOf(sentence)).toBeLessThan(0.5));

  it.each([
    ['a figure', 'Unemployment rose to 7 percent last year.', 'Unemployment rose last year.'],
    ['a source', 'The bridge is unsafe, inspectors said.', 'The bridge is unsafe.'],
    ['a comparison', 'The county has more nurses than any other.', 'The county has nurses.'],
    ['a date', 'The mill closed in March.', 'The mill closed.'],
    ['a name', 'The council sold the site to Tarn Holdings.', 'The council sold the site to friends.'],
    [
      'fact over opinion',
      'The mayor closed the library.',
      'The mayor shamefully closed our beloved library.',
    ],
    ['what was over what should be', 'The mayor raised taxes.', 'The mayor should raise taxes.'],
    ['a statement over a question', 'The mayor raised taxes.', 'The mayor raised taxes?'],
    ['a record over a wish', 'They cut the school budget.', 'They want to cut the school budget.'],
    ['a report over a belief', 'Crime has fallen in the city.', 'I believe crime has fallen in the city.'],
    ['a doer', 'The road was built by convicts.', 'The road was built.'],
    ['a calm voice', 'The club spent its reserves.', 'The club spent its reserves!'],
  ])('ranks %s higher', (_what, higher, lower) => expect(scoreOf(higher)).toBeGreaterThan(scoreOf(lower)));

  it.each([
    ['Unemployment rose to 7 percent last year.', 'figure'],
    ['Inspectors said the bridge was unsafe.', 'source'],
    ['What happens next?', 'question'],
    ['We must act.', 'duty'],
    ['It is a shameful plan.', 'opinion'],
    ['They sadly forgot us.', 'opinion'],
    ['I think so.', 'belief'],
    ['In my view it rained.', 'belief'],
    ['They’re going to win and they’ll celebrate.', 'prediction'],
    ['Thank you.', 'courtesy'],
    ['They did not come.', 'denial'],
    ['They didn’t come.', 'denial'],
  ])('says why: %s', (sentence, reason) =>
    expect(scoreClaim(sentence).reasons).toContainEqual({ code: reason }),
  );

  it('gives each reason once and the strongest first', () => {
    const { reasons } = scoreClaim(
      'The tax rate rose 4 percent, 5 percent and 6 percent, the ministry said on Monday.',
    );
    expect(new Set(reasons.map(({ code }) => code)).size).toBe(reasons.length);
    expect(reasons[0]).toEqual({ code: 'figure' });
  });

  it('reads curly and straight apostrophes alike', () => {
    expect(scoreOf("They didn't pay, and it's over.")).toBe(scoreOf('They didn’t pay, and it’s over.'));
  });

  it('has nothing to say of a text without words', () => {
    expect(scoreClaim('')).toEqual({ score: 0, reasons: [] });
    expect(scoreOf(' … — “”')).toBe(0);
  });

  it('stays between 0 and 1 and is the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { score } = scoreClaim(text);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(scoreOf(text)).toBe(score);
      }),
    );
  });

  it.each(['?', 'a', '1', '%', 'ly', 'a ', "a'", '"', '1.', 'said '])('ends on nothing but %j', (unit) => {
    expect(scoreOf(unit.repeat(50_000))).toBeLessThanOrEqual(1);
  });
});

describe('suggestClaims', () => {
  const text =
    'Turnout fell to 41 percent in May. Who knows why? Police said two men were charged on Friday.';

  it('scores every sentence and suggests the claims among them', () => {
    const sentences = splitSentences(text);
    const { scores, suggestions } = suggestClaims(text, sentences);
    expect(scores).toHaveLength(3);
    expect(suggestions.map(({ parts }) => parts)).toEqual([[sentences[0]], [sentences[2]]]);
    expect(suggestions.map(({ score }) => score)).toEqual([scores[0], scores[2]]);
    expect(suggestions.every(({ tag, reasons }) => tag === 'claim' && reasons.length > 0)).toBe(true);
  });

  it('finds nothing where there is nothing', () => {
    expect(suggestClaims('', [])).toEqual({ scores: [], suggestions: [] });
  });
});
