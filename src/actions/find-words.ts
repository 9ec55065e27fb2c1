import { InvalidInputError } from '../domain/errors.ts';
import { t } from '../messages/language.ts';
import { hullOf, type Span, touching } from '../text/span.ts';
import { wordPattern } from '../text/word-pattern.ts';
import type { LoadedArticle } from './load.ts';

/**
 * How far behind its sentence's start a part of several may lie, in UTF-16 code units: a split quote is near
 * itself.
 */
const REACH = 4_000;

/**
 * Where the words that a person typed stand: the way to mark them without a pointer. Each line is a part; the
 * first lies in the sentence, each other one behind the one before it. White space and the kind of quote
 * marks need not be the same. Throws InvalidInputError (field `text`).
 */
export function findWords(
  { text }: Pick<LoadedArticle, 'text'>,
  sentenceIndex: number,
  typed: string,
): Span[] {
  const sentence = text.sentences[sentenceIndex];
  if (!sentence) throw new InvalidInputError({ text: t('change.noSentence') });
  return findLines(text.text, [sentence], typed);
}

/**
 * Where the words that a person typed stand that is near a span: in its sentences, else anywhere in the text. Otherwise as
 * `findWords`.
 */
export function findWordsNear({ text }: Pick<LoadedArticle, 'text'>, near: Span, typed: string): Span[] {
  const sentences = text.sentences.slice(...touching(text.sentences, near));
  return findLines(text.text, [hullOf([near, ...sentences]), { start: 0, end: text.text.length }], typed);
}

/** The first line in the first of the places that holds it, the others behind it. */
function findLines(text: string, places: readonly Span[], typed: string): Span[] {
  const lines = typed.split('\n').filter((line) => line.trim() !== '');
  const [first, ...others] = lines.map((line) => line.trim());
  if (first === undefined) throw new InvalidInputError({ text: t('change.nothingTyped') });
  const place = places.find((one) => firstMatch(text.slice(one.start, one.end), first)) ?? places[0];
  const parts = place ? [findLine(text, place, first)] : [];
  for (const line of others) {
    const start = parts.at(-1)?.end ?? 0;
    parts.push(findLine(text, { start, end: (place?.start ?? 0) + REACH }, line));
  }
  return parts;
}

function findLine(text: string, within: Span, words: string): Span {
  const found = firstMatch(text.slice(within.start, within.end), words);
  if (!found) {
    throw new InvalidInputError({
      text: t('change.wordsNotThere', { words: words.slice(0, 60) }),
    });
  }
  const start = within.start + found.index;
  return { start, end: start + found[0].length };
}

function firstMatch(text: string, words: string): RegExpExecArray | null {
  // What cannot stand in the text anyway might be too long for a pattern.
  if (words.length > text.length) return null;
  return new RegExp(wordPattern(words), 'u').exec(text);
}
