import { addToList } from '../lists-by-key.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { type Located, listItem } from './located.ts';

/**
 * The quotes in lists, one for each speaker in order of the first quote; those without a speaker come last.
 */
export function* quotePieces(quotes: readonly Located[]): Generator<string> {
  if (quotes.length === 0) return;
  yield '\n### Quotes\n';
  for (const [speaker, said] of bySpeaker(quotes)) {
    yield `\n#### ${speaker === '' ? 'Speaker not given' : speaker}\n\n`;
    for (const quote of said) {
      const { quoteType, cue } = quote.record;
      yield listItem(quote, [
        ['type', quoteType],
        ['cue', cue],
      ]);
    }
  }
}

function bySpeaker(quotes: readonly Located[]): [speaker: string, said: Located[]][] {
  const speakers = new Map<string, Located[]>();
  for (const quote of quotes) {
    const speaker = escapeMarkdown(quote.record.speaker ?? '');
    addToList(speakers, speaker, quote);
  }
  const isNamed = ([speaker]: [string, Located[]]) => speaker !== '';
  const all = [...speakers];
  return [...all.filter(isNamed), ...all.filter((each) => !isNamed(each))];
}
