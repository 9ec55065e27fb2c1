import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languageOf } from '../../../src/text/language.ts';
import { splitSentences } from '../../../src/text/segment.ts';
import { fitsText } from '../../../src/text/span.ts';
import { ENGINE, readingOf, suggestAll } from '../../../src/text/suggest/all.ts';
import { suggestClaims } from '../../../src/text/suggest/claim.ts';
import { suggestQuotes } from '../../../src/text/suggest/quote.ts';
import { withSpeakers } from '../../../src/text/suggest/quoted.ts';
import { suggestStatistics } from '../../../src/text/suggest/statistic.ts';
import type { Suggestion } from '../../../src/text/suggest/suggestion.ts';

const ARTICLE = [
  'The tram line carried 1,200 people a day before it shut in May, the council said.',
  '“Nobody asked us,” said Ines Okafor, who runs the kiosk at the depot, “and nobody will.” She has kept it for 11 years.',
  'Ministers want a third of the fleet replaced. Is that enough?',
].join('\n\n');

function suggest(text: string) {
  return suggestAll(text, splitSentences(text));
}

const startOf = ({ parts }: Suggestion) => parts[0]?.start ?? Number.NaN;
const endOf = ({ parts }: Suggestion) => parts.at(-1)?.end ?? Number.NaN;

/** Suggestions of any kind that differ only in order are the same. */
function sorted(suggestions: readonly Suggestion[]): string[] {
  return suggestions.map((suggestion) => JSON.stringify(suggestion)).sort();
}

describe('an article', () => {
  const { suggestions, scores } = suggest(ARTICLE);

  test('has what each of the three readers finds, and nothing else', () => {
    const sentences = splitSentences(ARTICLE);
    const claims = suggestClaims(ARTICLE, sentences);
    const quotes = suggestQuotes(ARTICLE, sentences);
    const all = [
      ...quotes,
      ...suggestStatistics(ARTICLE, sentences),
      ...withSpeakers(claims.suggestions, quotes),
    ];
    expect(sorted(suggestions)).toEqual(sorted(all));
    expect(new Set(suggestions.map(({ tag }) => tag))).toEqual(new Set(['quote', 'statistic', 'claim']));
    expect(scores).toEqual(claims.scores);
  });

  test('has a score for each sentence, and the question has the lowest', () => {
    expect(scores).toHaveLength(splitSentences(ARTICLE).length);
    expect(scores.indexOf(Math.min(...scores))).toBe(scores.length - 1);
  });

  test('lists a claim before the quote in it, and that before its figure', () => {
    const opening = suggestions.filter((suggestion) => startOf(suggestion) < ARTICLE.indexOf('\n'));
    expect(opening.map(({ tag }) => tag)).toEqual(['claim', 'quote', 'statistic']);
  });

  test('has a quote cut by its speaker as one of two parts', () => {
    const split = suggestions.find(({ parts }) => parts.length > 1);
    expect(split?.parts.map(({ start, end }) => ARTICLE.slice(start, end))).toEqual([
      '“Nobody asked us,”',
      '“and nobody will.”',
    ]);
  });
});

/**
 * What each version proposes for the article. Where this fails, raise ENGINE, or desks keep what the last one
 * said.
 */
const PROPOSED: Readonly<Record<string, readonly string[]>> = {
  '5': [
    'claim: The tram line carried 1,200 people a day before it shut in May, the council said.',
    'quote: The tram line carried 1,200 people a day before it shut in May',
    'statistic: 1,200 people a day',
    'quote: “Nobody asked us,” … “and nobody will.”',
    'claim: She has kept it for 11 years.',
    'statistic: 11 years',
    'quote: a third of the fleet replaced',
    'statistic: a third',
  ],
};

const FOREIGN: Readonly<Record<string, readonly string[]>> = {
  '5': ['« C’est fini »', '« Oui »'],
};

test('what is proposed of another language, too', () => {
  const text =
    '« C’est fini », a déclaré le maire dans la nuit. « Oui », a-t-elle répondu. Le film « La Mer » est sorti.';
  const shown = suggest(text).suggestions.map(({ parts }) => text.slice(parts[0]?.start, parts[0]?.end));
  expect(shown).toEqual(FOREIGN[ENGINE]);
});

test('what is proposed changes with the engine’s version only', () => {
  const shown = suggest(ARTICLE).suggestions.map(({ tag, parts }) => {
    return `${tag}: ${parts.map(({ start, end }) => ARTICLE.slice(start, end)).join(' … ')}`;
  });
  expect(shown).toEqual(PROPOSED[ENGINE]);
});

test('nothing comes of no sentences', () => {
  expect(suggestAll(ARTICLE, [])).toEqual({ suggestions: [], scores: [] });
  expect(suggestAll('', [])).toEqual({ suggestions: [], scores: [] });
});

describe('for any text', () => {
  const pieces = fc.constantFrom(
    ...'“ ” " ‘ ’ ( ) , . ? said that he Ines Okafor Mr. according to the 12 $ % more than million people \n\n'.split(
      ' ',
    ),
  );
  const newslike = fc.array(pieces, { maxLength: 60 }).map((list) => list.join(' '));
  const anyText = fc.oneof(newslike, fc.string({ unit: 'binary', maxLength: 200 }));

  test('suggestions are in order, outer before inner, each with reasons and parts in order inside the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { suggestions } = suggest(text);
        for (const [at, suggestion] of suggestions.entries()) {
          expect(suggestion.parts.length).toBeGreaterThan(0);
          expect(suggestion.reasons.length).toBeGreaterThan(0);
          let last = 0;
          for (const part of suggestion.parts) {
            expect(fitsText(part, text.length)).toBe(true);
            expect(part.start).toBeGreaterThanOrEqual(last);
            last = part.end;
          }
          const before = suggestions[at - 1];
          if (before === undefined) continue;
          const gap = startOf(suggestion) - startOf(before);
          expect(gap > 0 || (gap === 0 && endOf(suggestion) <= endOf(before))).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('the same text gives the same answer, whatever was read before', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, other) => {
        const first = suggest(text);
        suggest(other);
        expect(suggest(text)).toEqual(first);
      }),
    );
  });
});

describe('in another language than English', () => {
  const text = [
    'Die Stadt zahlte 12.750 Euro, und 45 Prozent der Häuser sind leer.',
    '„Wir werden die Schule in diesem Jahr nicht schließen“, sagte der Bürgermeister.',
    'Experten sind mit dem Plan nicht zufrieden.',
  ].join('\n\n');

  test('what shows by its marks is proposed, without speakers and claims', () => {
    const { suggestions, scores } = suggest(text);
    const shown = suggestions.map(
      ({ tag, parts }) => `${tag}: ${text.slice(parts[0]?.start, parts[0]?.end)}`,
    );
    expect(shown).toEqual([
      'statistic: 12.750 Euro',
      'statistic: 45 Prozent',
      'quote: „Wir werden die Schule in diesem Jahr nicht schließen“',
    ]);
    expect(suggestions.some((one) => one.tag === 'quote' && one.speaker !== undefined)).toBe(false);
    expect(scores).toEqual([0, 0, 0]);
  });

  test('a text is read anew where it is said to be of another language', () => {
    const readings = [undefined, 'en', 'de', 'de-CH', 'fr'].map((told) =>
      readingOf(languageOf('Umsatz: 4', told)),
    );
    expect(readings).toEqual([
      ENGINE,
      ENGINE,
      `${ENGINE} de comma`,
      `${ENGINE} de point`,
      `${ENGINE} fr comma`,
    ]);
  });
});

describe('marks of Markdown', () => {
  test.each([
    ['Prices rose by **14 per cent** in June.', 'statistic: 14 per cent'],
    [
      '**“The weir will hold,”** said _Ines Okafor_ of [the port](https://example.org/p_q).',
      'quote: “The weir will hold,”',
    ],
    ['Ines **Okafor** said the weir leaked.', 'quote: the weir leaked'],
  ])('do not blind it: %s', (text, expected) => {
    const { suggestions } = suggest(text);
    const shown = suggestions.map(
      ({ tag, parts }) => `${tag}: ${text.slice(parts[0]?.start, parts[0]?.end)}`,
    );
    expect(shown).toContain(expected);
    const speaker = suggestions.find((one) => one.tag === 'quote')?.speaker;
    expect(speaker ?? 'Ines Okafor').toBe('Ines Okafor');
  });
});
