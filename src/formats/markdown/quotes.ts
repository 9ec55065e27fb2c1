import { escapeMarkdown } from './escape-markdown.ts';
import { type Located, listItem, TOLD_APART } from './located.ts';

/** The quotes in lists, one for each speaker in order of the first quote; those without a speaker come last. */
export function* quotePieces(quotes: readonly Located[]): Generator<string> {
  for (const [speaker, said] of bySpeaker(quotes)) {
    yield `\n#### ${speaker === '' ? 'Speaker not given' : speaker}\n\n`;
    for (const quote of said) yield listItem(quote, [...TOLD_APART, 'speaker']);
  }
}

function bySpeaker(quotes: readonly Located[]): [speaker: string, said: Located[]][] {
  const speakers = new Map<string, Located[]>();
  for (const quote of quotes) {
    const speaker = escapeMarkdown(quote.record.speaker ?? '');
    const said = speakers.get(speaker);
    if (said) said.push(quote);
    else speakers.set(speaker, [quote]);
  }
  const isNamed = ([speaker]: [string, Located[]]) => speaker !== '';
  const all = [...speakers];
  return [...all.filter(isNamed), ...all.filter((each) => !isNamed(each))];
}
