import { addToList } from '../lists-by-key.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { type Located, listItem, TOLD_APART } from './located.ts';

/** A list for each speaker, in order of their first words; those without a speaker come last. */
export function* piecesBySpeaker(tagged: readonly Located[]): Generator<string> {
  for (const [speaker, said] of bySpeaker(tagged)) {
    yield `\n#### ${speaker === '' ? 'Speaker not given' : speaker}\n\n`;
    for (const each of said) yield listItem(each, [...TOLD_APART, 'speaker']);
  }
}

function bySpeaker(tagged: readonly Located[]): [speaker: string, said: Located[]][] {
  const speakers = new Map<string, Located[]>();
  for (const located of tagged) {
    const speaker = escapeMarkdown(located.record.speaker ?? '');
    addToList(speakers, speaker, located);
  }
  const isNamed = ([speaker]: [string, Located[]]) => speaker !== '';
  const all = [...speakers];
  return [...all.filter(isNamed), ...all.filter((each) => !isNamed(each))];
}
