import type { Complement } from './complements.ts';
import { FURTHEST } from './content-ends.ts';
import { cueOf } from './cues.ts';
import { RELATIVE } from './lexicon.ts';
import type { Range } from './noun-phrases.ts';
import { type Token, WHOLE } from './tokens.ts';

/** What stands before a comma (or quote) right before token `end`, if an attribution could report it. */
export function contentBefore(tokens: readonly Token[], floor: number, end: number): Range | undefined {
  const before = tokens[end - 1];
  if (!before || end - 1 < floor) return undefined;
  const to = before.kind === 'quote' ? end : end - 1;
  if (before.kind !== 'quote' && before.kind !== 'comma' && before.kind !== 'dash') return undefined;
  let from =
    before.kind === 'quote' || tokens[to - 1]?.kind === 'quote'
      ? quoteStart(tokens, Math.max(floor, end - FURTHEST), to - 1)
      : Math.max(floor, end - FURTHEST);
  for (let at = to - 1; at > from; at--) if (tokens[at]?.kind === 'semicolon') from = at;
  while (from < to && isSeparator(tokens[from])) from++;
  if (tokens[from]?.kind === 'quote' && before.kind === 'comma' && tokens[from]?.word === WHOLE)
    return { from, to: from + 1 };
  return from < to ? { from, to } : undefined;
}

/** A whole quote after a comma, dash, colon or bracket is reported without the words before it. */
function quoteStart(tokens: readonly Token[], floor: number, quote: number): number {
  const before = tokens[quote - 1];
  const token = tokens[quote];
  if (
    quote <= floor ||
    !before ||
    before.kind === 'word' ||
    before.kind === 'number' ||
    before.kind === 'quote'
  )
    return floor;
  return before.kind === 'comma' && !(token?.capital && token.word === WHOLE) ? floor : quote;
}

/** Punctuation between what is reported and what is not; opening brackets belong to what follows them. */
export function isSeparator(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    token.kind !== 'word' &&
    token.kind !== 'number' &&
    token.kind !== 'quote' &&
    token.kind !== 'open'
  );
}

/** Whether the last token of a range is a quoted stretch. */
export function endsInQuote(tokens: readonly Token[], range: Range): boolean {
  return tokens[range.to - 1]?.kind === 'quote';
}

/** "X said, “We go.”": a whole quote right after the cue is all that is reported, whatever stands before. */
export function closesWithQuote(tokens: readonly Token[], after: Complement, to: number): boolean {
  const at = after.kind === 'comma' ? after.at + 1 : after.at;
  const token = tokens[at];
  return after.kind !== 'end' && at < to && token?.kind === 'quote' && token.capital && token.word === WHOLE;
}

/** What goes on after "X said,": a quote after a quote, plain words after plain words, but no other aside. */
export function continuation(
  tokens: readonly Token[],
  after: Complement,
  to: number,
  afterQuote: boolean,
): Range | undefined {
  if (after.kind !== 'comma') return undefined;
  let from = after.at + 1;
  if (from < to && tokens[from]?.kind === 'quote') return { from, to: quoteRunEnd(tokens, from, to) };
  if (afterQuote) return undefined;
  while (from < to && isSeparator(tokens[from])) from++;
  const first = tokens[from];
  if (!first || from >= to || startsAside(first)) return undefined;
  return { from, to: clauseEnd(tokens, from, to) };
}

function quoteRunEnd(tokens: readonly Token[], from: number, to: number): number {
  return tokens[from + 1]?.kind === 'quote' && from + 1 < to ? from + 2 : from + 1;
}

function startsAside(token: Token): boolean {
  if (token.bits & RELATIVE || token.word === 'according' || token.word === 'as' || token.word === 'speaking')
    return true;
  const cue = cueOf(token.word);
  return cue?.form === 'ing' && (cue.quote || cue.clause || cue.prepositions.length > 0);
}

/** Where plain words that go on a report end: at a semicolon, or before the reporter adds another cue. */
export function clauseEnd(tokens: readonly Token[], from: number, to: number): number {
  let end = Math.min(to, from + FURTHEST);
  for (let at = from; at < end; at++) {
    const token = tokens[at];
    if (token?.kind === 'semicolon') break;
    const next = tokens[at + 1];
    if (
      token?.kind === 'comma' &&
      next &&
      (next.word === 'according' || (cueOf(next.word)?.form === 'ing' && startsAside(next)))
    ) {
      end = at;
      break;
    }
  }
  return end;
}

/** A quote that goes on after the speaker: “…,” said Jones, who has no plans, “…” */
export function quoteAfter(tokens: readonly Token[], from: number, to: number): Range | undefined {
  for (let at = from; at < Math.min(to, from + 30); at++) {
    const token = tokens[at];
    if (token?.kind === 'quote') {
      const before = tokens[at - 1];
      return before?.kind === 'comma' || before?.kind === 'colon' || before?.kind === 'dash'
        ? { from: at, to: at + 1 }
        : undefined;
    }
    if (token && cueOf(token.word)?.speech) return undefined;
  }
  return undefined;
}
