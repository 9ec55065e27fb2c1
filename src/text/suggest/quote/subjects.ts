import { ADVERB, CONJUNCTION, DETERMINER, PREPOSITION, TIME, TITLE } from './lexicon.ts';
import { BODY_WORDS, isDescription } from './mentions.ts';
import { isNominal, nounPhraseBefore, type Range } from './noun-phrases.ts';
import { isListedRole, isRoleNoun } from './roles.ts';
import type { Token } from './tokens.ts';

/**
 * The subject that ends right before token `end`: a pronoun, or a noun phrase with its titles and
 * prepositional phrases. A comma there is read as the end of an apposition or relative clause ("Ann Lee, the
 * harbour master, said"), and the subject is the phrase before it.
 */
export function subjectBefore(tokens: readonly Token[], from: number, end: number): Range | undefined {
  const last = tokens[end - 1];
  if (!last || end <= from) return undefined;
  if (last.kind === 'close') {
    const open = openingBracket(tokens, from, end - 1);
    return open === undefined || tokens[open - 1]?.kind === 'close'
      ? undefined
      : subjectBefore(tokens, from, open);
  }
  if (last.kind === 'comma' || last.kind === 'dash') return subjectBeforeApposition(tokens, from, end - 1);
  const phrase = nounPhraseBefore(tokens, from, beforeTime(tokens, from, end));
  return phrase && isSomebody(tokens, phrase) ? ownName(tokens, phrase) : undefined;
}

/** "in the afternoon that says", "the called": a time or an article alone speaks for nobody. */
function isSomebody(tokens: readonly Token[], { from, to }: Range): boolean {
  const only = tokens[from];
  if (to - from > 1 || !only) return true;
  if (isTimeToken(only) || /^(?:the|a|an|away|afterwards)$/.test(only.word)) return false;
  return only.kind !== 'number';
}

/** "the third time Acme", "the $20 million Lee": a name behind a noun that is no role starts a clause of its own. */
function ownName(tokens: readonly Token[], { from, to }: Range): Range {
  let first = to;
  while (first > from && tokens[first - 1]?.capital && tokens[first - 1]?.kind === 'word') first--;
  const before = tokens[first - 1];
  if (first === to || first <= from + 1 || !before || before.kind !== 'word' || before.bits)
    return { from, to };
  const described = isRoleNoun(before.word) || isDescription(before.word) || BODY_WORDS.has(before.word);
  return described || before.possessive || !/^(?:the|a|an|this|that|\d)/.test(tokens[from]?.word ?? '')
    ? { from, to }
    : { from: first, to };
}

/** Steps back over a date between subject and verb: "Lee on Thursday evening said". */
function beforeTime(tokens: readonly Token[], from: number, end: number): number {
  let at = end;
  if (
    at > from + 1 &&
    /^(?:both|all|each|seldom)$/.test(tokens[at - 1]?.word ?? '') &&
    isNominal(tokens[at - 2])
  )
    return at - 1;
  while (at > from + 1 && isTimeToken(tokens[at - 1])) at--;
  if (at === end) return end;
  const lead = tokens[at - 1]?.word ?? '';
  const led = at > from + 1 && /^(?:on|in|by|late|early|last|this|next)$/.test(lead);
  if (led) at--;
  const dated = tokens.slice(at, end).some((token) => token.bits & TIME);
  return dated || (led && /^(?:last|this|next)$/.test(lead)) ? at : end;
}

function isTimeToken(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    ((token.bits & TIME) !== 0 ||
      /^(?:morning|afternoon|evening|night|week|month|year|day)$/.test(token.word))
  );
}

function openingBracket(tokens: readonly Token[], from: number, close: number): number | undefined {
  for (let at = close - 1; at >= Math.max(from, close - 16); at--) {
    if (tokens[at]?.kind === 'open') return at;
  }
  return undefined;
}

/**
 * Goes left from comma to comma; the nearest plain name wins, else the leftmost phrase that can be a subject.
 */
function subjectBeforeApposition(tokens: readonly Token[], from: number, close: number): Range | undefined {
  const mark = tokens[close]?.kind;
  let best: Range | undefined;
  for (let at = close - 1, seen = 0; at > from && close - at < 50 && seen < 6; at--) {
    const token = tokens[at];
    if (!token || token.kind === 'quote' || token.kind === 'semicolon' || token.kind === 'colon') break;
    if (token.kind !== mark) continue;
    seen++;
    const phrase = nounPhraseBefore(tokens, from, at);
    if (!phrase || !startsClause(tokens, from, phrase.from)) continue;
    if (isPlainName(tokens, phrase) && !isOffice(tokens, phrase)) return phrase;
    const named = seen === 1 && isApposedName(tokens, at + 1, close) && tokens[at - 1]?.capital === false;
    if (named) return { from: at + 1, to: close };
    best = phrase;
  }
  return best;
}

/** "Chief Executive Officer", "Finance Minister": an office in capitals, and nobody's name. */
function isOffice(tokens: readonly Token[], { from, to }: Range): boolean {
  const last = tokens[to - 1];
  if (!last || to - from > 6) return false;
  return (last.bits & TITLE) !== 0 || isListedRole(last.word);
}

/** "his lawyer, Mark Stone, said", "her pupil, the painter Mark Stone, said": two capitals or more at its end. */
function isApposedName(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from < 2 || to - from > 7) return false;
  let first = to;
  while (first > from && tokens[first - 1]?.capital) first--;
  if (to - first < 2) return false;
  if (first === from) return to - from < 6;
  if (((tokens[from]?.bits ?? 0) & DETERMINER) === 0) return false;
  for (let at = from + 1; at < first; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word' || token.bits & ~TITLE) return false;
  }
  return isRoleNoun(tokens[first - 1]?.word ?? '');
}

function startsClause(tokens: readonly Token[], from: number, at: number): boolean {
  const before = tokens[at - 1];
  if (at <= from || !before) return true;
  return before.kind !== 'word'
    ? before.kind !== 'number'
    : (before.bits & (CONJUNCTION | ADVERB | TIME)) !== 0;
}

/** A name with its titles and modifiers and nothing after it: "Sen. Ann Lee", "harbour master Ann Lee". */
function isPlainName(tokens: readonly Token[], { from, to }: Range): boolean {
  if (!tokens[to - 1]?.capital) return false;
  for (let at = from; at < to; at++) {
    if ((tokens[at]?.bits ?? 0) & PREPOSITION) return false;
  }
  return true;
}
