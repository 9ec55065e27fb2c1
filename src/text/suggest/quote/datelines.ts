import { findAttributions } from './attributions.ts';
import type { Paragraph, Statement } from './paragraphs.ts';
import type { Token } from './tokens.ts';

/** No dateline has more tokens. */
const LONGEST = 12;

/** "LEEDS, May 3 (Wire) — The", "NEW DELHI: The": what stands before the mark is no part of the statement. */
export function withoutDateline(paragraph: Paragraph, statement: Statement): Statement {
  if (statement.from !== 0) return statement;
  const { tokens } = paragraph;
  const first = tokens[0];
  if (first?.kind !== 'word' || !first.capital) return statement;
  for (let at = 1; at < Math.min(statement.to, LONGEST); at++) {
    const token = tokens[at];
    const rest = { from: at + 1, to: statement.to };
    if (token?.kind === 'dash' && (at < 3 || closesPlace(tokens[at - 1]))) return rest;
    if (token?.kind === 'colon') return isPlace(paragraph, at, rest) ? rest : statement;
    if (token?.kind === 'word' && !token.capital) return statement;
  }
  return statement;
}

const closesPlace = (token: Token | undefined): boolean =>
  token?.kind === 'close' || token?.kind === 'number';

/**
 * Whether the words before a colon name a place rather than who speaks: they are all capitals, or what stands behind
 * them has a speaker of its own at its end. A quote behind the colon has its speaker before it.
 */
function isPlace({ text, tokens }: Paragraph, colon: number, rest: Statement): boolean {
  if (tokens[colon + 1]?.kind === 'quote') return false;
  const words = text.slice(tokens[0]?.start ?? 0, tokens[colon]?.start ?? 0);
  if (/\p{Lu}{2}/u.test(words) && words === words.toUpperCase()) return true;
  return findAttributions(tokens, rest).some(
    ({ speech, subject, contents, cue }) =>
      speech && subject !== undefined && contents[0]?.from === rest.from && contents[0].to <= cue.from,
  );
}
