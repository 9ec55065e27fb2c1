import { skipTime } from './adverbials.ts';
import { cueOf } from './cues.ts';
import {
  ADVERB,
  AUXILIARY,
  CONJUNCTION,
  OCCASION,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  TIME,
  VERB,
} from './lexicon.ts';
import type { Token } from './tokens.ts';

/** In tokens. Longer sentences are lists, and the bound keeps the work linear. */
export const FURTHEST = 250;

/** A reported clause runs to the end of the sentence, less what the reporter adds. */
export function clauseEnd(tokens: readonly Token[], from: number, to: number, aside: boolean): number {
  let depth = 0;
  for (let at = from; at < Math.min(to, from + FURTHEST); at++) {
    const token = tokens[at];
    if (!token) break;
    if (token.kind === 'open') depth++;
    if (token.kind === 'close' && depth-- === 0) return at;
    if (token.kind === 'semicolon' && depth === 0) return at;
    if (token.kind === 'comma' && at > from && (aside || addsReport(tokens, at + 1, to))) return at;
    if (at > from && isCoordinatedCue(tokens, at, to)) return tokens[at - 1]?.kind === 'comma' ? at - 1 : at;
  }
  return withoutStop(tokens, from, Math.min(to, from + FURTHEST));
}

function withoutStop(tokens: readonly Token[], from: number, to: number): number {
  let end = to;
  while (end > from && tokens[end - 1]?.kind === 'stop') end--;
  return end;
}

/** ", noting that", ", according to", ", which". */
function addsReport(tokens: readonly Token[], at: number, to: number): boolean {
  let next = at;
  while (next < to && (tokens[next]?.bits ?? 0) === ADVERB) next++;
  const token = tokens[next];
  if (!token || next >= to) return false;
  if (token.word === 'according' || token.word === 'which') return true;
  const cue = cueOf(token.word);
  return cue?.form === 'ing' && (cue.quote || cue.that || cue.naming);
}

/** "and suggested that": a second report by the same speaker. */
function isCoordinatedCue(tokens: readonly Token[], at: number, to: number): boolean {
  const token = tokens[at];
  if (!token || (token.word !== 'and' && token.word !== 'but')) return false;
  let next = at + 1;
  while (next < to && (tokens[next]?.bits ?? 0) === ADVERB) next++;
  const cue = cueOf(tokens[next]?.word ?? '');
  if (cue?.infinitive && tokens[next + 1]?.word === 'to' && cue.form === 'past') return true;
  return cue?.speech === true && !cue.noun && (cue.form === 'past' || cue.form === 's');
}

/** An object ends at a comma, at a new clause, and before a date or the occasion. */
export function objectEnd(tokens: readonly Token[], from: number, to: number): number {
  const limit = Math.min(to, from + FURTHEST);
  let depth = 0;
  let at = from;
  for (; at < limit; at++) {
    const token = tokens[at];
    if (!token || token.kind === 'stop' || token.kind === 'semicolon') break;
    if (token.kind === 'open') depth++;
    if (token.kind === 'close' && depth-- === 0) break;
    if (at === from) continue;
    if (token.kind === 'comma' && !isListComma(tokens, at, to)) break;
    if (token.kind === 'dash') break;
    if (startsNewClause(tokens, at, to)) break;
  }
  return trimOccasion(tokens, from, at);
}

function isListComma(tokens: readonly Token[], at: number, to: number): boolean {
  for (let i = at + 1; i < Math.min(to, at + 6); i++) {
    const token = tokens[i];
    if (!token || token.kind === 'stop') return false;
    if (token.word === 'and' || token.word === 'or')
      return !isCoordinatedCue(tokens, i, to) && !((tokens[i + 1]?.bits ?? 0) & (AUXILIARY | PRONOUN | VERB));
    if (token.bits & (AUXILIARY | PRONOUN | RELATIVE | CONJUNCTION)) return false;
  }
  return false;
}

function startsNewClause(tokens: readonly Token[], at: number, to: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  if (
    /^(?:but|while|although|though|whereas|unless|because|when|after|before|until|during)$/.test(token.word)
  )
    return true;
  if (token.word !== 'and') return false;
  let next = at + 1;
  while (next < to && (tokens[next]?.bits ?? 0) === ADVERB) next++;
  const word = tokens[next];
  if (!word) return true;
  const cue = cueOf(word.word);
  return (
    (word.bits & (AUXILIARY | VERB)) !== 0 ||
    (cue !== undefined && !cue.noun && (cue.form === 'past' || cue.form === 's')) ||
    /^(?:he|she|they|we|i|it)$/.test(word.word)
  );
}

function trimOccasion(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from + 1; at < to; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    const time = skipTime(tokens, at, to);
    if (time === to && (token.bits & (TIME | PREPOSITION) || token.word === 'last')) return at;
    if ((token.word === 'in' || token.word === 'at' || token.word === 'on') && namesOccasion(tokens, at, to))
      return at;
  }
  return to;
}

function namesOccasion(tokens: readonly Token[], at: number, to: number): boolean {
  for (let i = at + 1; i < Math.min(to, at + 5); i++) {
    const token = tokens[i];
    if (!token || token.bits & PREPOSITION) return false;
    if (token.bits & OCCASION && !token.capital)
      return i + 1 >= to || ((tokens[i + 1]?.bits ?? 0) & (PREPOSITION | TIME)) !== 0;
  }
  return false;
}
