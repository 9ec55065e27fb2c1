import { InvalidInputError } from '../domain/errors.ts';
import type { Span } from '../text/span.ts';
import type { LoadedArticle } from './load.ts';

/** How far behind its sentence's start a part of several may lie, in UTF-16 code units: a split quote is near itself. */
const REACH = 4_000;

/**
 * Where the words that a person typed stand: the way to mark them without a pointer. Each line is a part; the first lies in
 * the sentence, each other one behind the one before it. White space and the kind of quote marks need not be the same.
 * Throws InvalidInputError (field `text`).
 */
export function findWords(
  { text }: Pick<LoadedArticle, 'text'>,
  sentenceIndex: number,
  typed: string,
): Span[] {
  const sentence = text.sentences[sentenceIndex];
  if (!sentence) throw new InvalidInputError({ text: 'There is no such sentence in the article.' });
  const lines = typed.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) throw new InvalidInputError({ text: NOTHING_TYPED });
  const parts: Span[] = [];
  for (const line of lines) {
    const start = parts.at(-1)?.end ?? sentence.start;
    const end = parts.length === 0 ? sentence.end : sentence.start + REACH;
    parts.push(findLine(text.text, { start, end }, line.trim()));
  }
  return parts;
}

const NOTHING_TYPED = 'Type the words that you want to mark, as they stand in the sentence.';

function findLine(text: string, within: Span, words: string): Span {
  const pattern = [...words]
    .map(patternFor)
    .join('')
    .replace(/(\\s\+)+/g, '\\s+');
  const found = new RegExp(pattern, 'u').exec(text.slice(within.start, within.end));
  if (!found) {
    throw new InvalidInputError({
      text: `“${words.slice(0, 60)}” does not stand there like that. Copy the words from it.`,
    });
  }
  const start = within.start + found.index;
  return { start, end: start + found[0].length };
}

function patternFor(character: string): string {
  if (character === ' ') return '\\s+';
  if (/["“”„«»]/u.test(character)) return '["“”„«»]';
  if (/['‘’‚]/u.test(character)) return "['‘’‚]";
  return character.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
