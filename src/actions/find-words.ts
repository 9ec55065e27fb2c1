import { InvalidInputError } from '../domain/errors.ts';
import type { Span } from '../text/span.ts';
import type { LoadedArticle } from './load.ts';

/**
 * Where the words that a person typed stand in one sentence: the way to mark a part of it without a pointer.
 * White space and the kind of quote marks need not be the same. Throws InvalidInputError (field `text`).
 */
export function findWords(
  { text }: Pick<LoadedArticle, 'text'>,
  sentenceIndex: number,
  typed: string,
): Span[] {
  const sentence = text.sentences[sentenceIndex];
  if (!sentence) throw new InvalidInputError({ text: 'There is no such sentence in the article.' });
  const words = typed.trim();
  if (words === '')
    throw new InvalidInputError({
      text: 'Type the words that you want to mark, as they stand in the sentence.',
    });
  const found = firstMatch(text.text.slice(sentence.start, sentence.end), words.replace(/\s+/gu, ' '));
  if (!found) {
    throw new InvalidInputError({
      text: 'These words do not stand in the sentence like that. Copy them from it.',
    });
  }
  const start = sentence.start + found.index;
  return [{ start, end: start + found[0].length }];
}

function firstMatch(sentence: string, words: string): RegExpExecArray | null {
  // What cannot stand in the sentence anyway might be too long for a pattern.
  if (words.length > sentence.length) return null;
  return new RegExp([...words].map(patternFor).join(''), 'u').exec(sentence);
}

function patternFor(character: string): string {
  if (character === ' ') return '\\s+';
  if (/["“”„«»]/u.test(character)) return '["“”„«»]';
  if (/['‘’‚]/u.test(character)) return "['‘’‚]";
  return character.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
