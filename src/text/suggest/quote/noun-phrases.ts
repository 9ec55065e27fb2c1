import { cueOf } from './cues.ts';
import {
  ADVERB,
  AUXILIARY,
  CONJUNCTION,
  DETERMINER,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  TIME,
  TITLE,
  VERB,
} from './lexicon.ts';
import type { Token } from './tokens.ts';

/** Indices of tokens, end exclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** No subject is longer than this; it also bounds the work on hostile text. */
const MAX_LENGTH = 24;

const NAME_PREPOSITIONS: ReadonlySet<string> = new Set(
  'of for at in from with on to by behind against near between under within about'.split(' '),
);

/** The noun phrase or pronoun that ends right before token `end`. */
export function nounPhraseBefore(tokens: readonly Token[], from: number, end: number): Range | undefined {
  const last = tokens[end - 1];
  if (!last || end <= from || (last.kind !== 'word' && last.kind !== 'number' && last.kind !== 'quote'))
    return undefined;
  if (last.kind === 'quote') return undefined;
  if (last.word === 'that' && end - 1 > from && tokens[end - 2]?.word !== 'that')
    return nearestNoun(tokens, nounPhraseBefore(tokens, from, end - 1)) ?? { from: end - 1, to: end };
  if (isPronoun(last) && !isModifier(tokens, end - 1, from)) return { from: end - 1, to: end };
  let at = end;
  while (at > from && end - at < MAX_LENGTH && belongs(tokens, at - 1, end, from)) at--;
  return at === end ? undefined : trimStart(tokens, { from: at, to: end });
}

/** "warfare in nations that oppose": the nations do. */
function nearestNoun(tokens: readonly Token[], phrase: Range | undefined): Range | undefined {
  if (!phrase) return undefined;
  for (let at = phrase.to - 2; at > phrase.from; at--) {
    const token = tokens[at];
    if (token && token.bits & PREPOSITION && token.word !== 'of') return { from: at + 1, to: phrase.to };
  }
  return phrase;
}

function isPronoun(token: Token): boolean {
  return (
    (token.bits & PRONOUN) !== 0 &&
    (!token.possessive || token.word === 'it' || token.word === 'he' || token.word === 'she')
  );
}

/** "the others", "the two": the determiner stands before. */
function isModifier(tokens: readonly Token[], at: number, from: number): boolean {
  const before = tokens[at - 1];
  return (
    at > from &&
    before !== undefined &&
    (before.word === 'the' || before.word === 'of') &&
    (tokens[at]?.bits ?? 0) !== PRONOUN
  );
}

/** Whether the word at `at` goes on leftwards a noun phrase that ends before `end`. */
function belongs(tokens: readonly Token[], at: number, end: number, from: number): boolean {
  const token = tokens[at];
  if (!token || opensPhrase(tokens, at + 1, end, token)) return false;
  if (token.kind === 'number') return true;
  if (token.kind === 'other') return at > from && token.word !== '•';
  if (token.kind === 'quote')
    return (
      token.end - token.start < 30 &&
      at > from &&
      at < end - 1 &&
      tokens[at + 1]?.capital === true &&
      tokens[at - 1]?.capital === true
    );
  if (token.kind !== 'word') return false;
  if (token.word === 'and' || token.word === '&')
    return at > from && at < end - 1 && isNominal(tokens[at - 1]) && isNominalStart(tokens[at + 1]);
  const { bits } = token;
  if (token.capital && at > from && !(bits & (PRONOUN | TIME | CONJUNCTION))) return true;
  if (bits & TITLE) return true;
  if (bits & PREPOSITION) return NAME_PREPOSITIONS.has(token.word) && at < end - 1;
  if (bits & DETERMINER)
    return !endsPhrase(tokens[at + 1]) && !(token.word === 'that' && tokens[at + 1]?.capital);
  if (bits & (PRONOUN | CONJUNCTION | AUXILIARY | ADVERB | TIME | VERB)) return false;
  return !isFiniteCue(tokens, at);
}

/** Nothing but a preposition, a conjunction or a word like "all" goes before a determiner in one phrase. */
function opensPhrase(tokens: readonly Token[], at: number, end: number, before: Token): boolean {
  const token = tokens[at];
  if (at >= end || !token || !(token.bits & DETERMINER)) return false;
  if (before.kind !== 'word') return true;
  return (
    !(before.bits & PREPOSITION) &&
    before.word !== 'and' &&
    !/^(?:all|both|half|of|the|his|her|their|these|those|any)$/.test(before.word)
  );
}

function endsPhrase(token: Token | undefined): boolean {
  return token === undefined || (token.bits & (PREPOSITION | CONJUNCTION)) !== 0;
}

/** Whether a token can end a noun phrase: a number, a capital, or a word of the open classes. */
export function isNominal(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.kind === 'number' || (token.kind === 'word' && (token.capital || !(token.bits & ~TITLE))))
  );
}

function isNominalStart(token: Token | undefined): boolean {
  return isNominal(token) || (token !== undefined && (token.bits & DETERMINER) !== 0);
}

/** A verb form that cannot well be a noun, and is not a participle before or after its noun. */
function isFiniteCue(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const cue = token && cueOf(token.word);
  if (!cue || cue.noun || token?.possessive) return false;
  const next = tokens[at + 1]?.word ?? '';
  if (cue.tails.length > 0 && !cue.tails.includes(next) && !cue.prepositions.includes(next)) return false;
  const before = tokens[at - 1];
  if (before && before.bits & (DETERMINER | PREPOSITION)) return false;
  const after = tokens[at + 1];
  return !(cue.form === 'past' && !cue.clause && after && (after.bits & PREPOSITION) !== 0);
}

/** Drops a fronted phrase ("In Iraq the general") and what cannot start a subject. */
function trimStart(tokens: readonly Token[], range: Range): Range | undefined {
  const first = tokens[range.from];
  if (!first) return undefined;
  if (
    first.bits & PREPOSITION &&
    !(first.capital && tokens[range.from + 1]?.capital && range.to - range.from === 2)
  ) {
    return lastPhrase(tokens, range);
  }
  if (first.word === 'and' || first.kind === 'other' || isConjoining(tokens, range)) {
    return range.to - range.from > 1 ? trimStart(tokens, { from: range.from + 1, to: range.to }) : undefined;
  }
  return nameAlone(tokens, range);
}

/** "found that 74 percent of voters said": "that" leads the clause in. */
function isConjoining(tokens: readonly Token[], { from }: Range): boolean {
  return tokens[from]?.word === 'that' && tokens[from + 1]?.kind === 'number';
}

/** "Lee in her speech": a name goes without the phrase after it, unless that belongs to the name. */
function nameAlone(tokens: readonly Token[], { from, to }: Range): Range {
  if (!tokens[from]?.capital || tokens[from]?.bits) return { from, to };
  for (let at = from + 1; at < to; at++) {
    if (/^(?:in|on|at|from|with|to|by|during)$/.test(tokens[at]?.word ?? ''))
      return tokens[at - 1]?.capital ? { from, to: at } : { from, to };
  }
  return { from, to };
}

/** The last phrase of a run that starts with a preposition: from its last determiner, title or capital. */
function lastPhrase(tokens: readonly Token[], { from, to }: Range): Range | undefined {
  for (let at = to - 1; at > from + 1; at--) {
    const token = tokens[at];
    const before = tokens[at - 1];
    if (!token || !before) break;
    if (before.bits & PREPOSITION) break;
    if (token.bits & (DETERMINER | TITLE) && !(before.bits & TITLE)) return { from: at, to };
    if (token.capital && !before.capital && !(before.bits & DETERMINER)) return { from: at, to };
  }
  return undefined;
}

/**
 * The noun phrase or pronoun that starts at token `at` and ends before `to`: up to a comma, a stop, a verb or
 * an adverbial.
 */
export function nounPhraseAfter(tokens: readonly Token[], at: number, to: number): Range | undefined {
  const first = tokens[at];
  if (!first || at >= to || first.kind === 'comma') return undefined;
  if (first.bits & PRONOUN && (first.bits & DETERMINER) === 0)
    return first.bits & RELATIVE ? undefined : { from: at, to: at + 1 };
  let end = at;
  while (end < to && end - at < MAX_LENGTH && continues(tokens, end, at, to)) end++;
  while (end > at && (tokens[end - 1]?.bits ?? 0) & PREPOSITION) end--;
  return end === at ? undefined : { from: at, to: end };
}

function continues(tokens: readonly Token[], at: number, start: number, to: number): boolean {
  const token = tokens[at];
  if (!token || (at > start && isPastForm(token))) return false;
  if (token.kind === 'number' || token.kind === 'other') return at > start || token.kind === 'number';
  if (token.kind === 'quote')
    return (
      at > start &&
      token.end - token.start < 30 &&
      at + 1 < to &&
      tokens[at + 1]?.capital === true &&
      tokens[at - 1]?.capital === true
    );
  if (token.kind !== 'word') return false;
  if (token.word === 'and' || token.word === '&')
    return at > start && at + 1 < to && isNominalStart(tokens[at + 1]);
  const { bits } = token;
  if (token.capital && !(bits & (TIME | PRONOUN | CONJUNCTION | PREPOSITION | AUXILIARY))) return true;
  if (token.capital && token.word === 'may') return true;
  if (bits & TITLE) return true;
  if (bits & PREPOSITION) return at > start && isPhrasePreposition(tokens, at, to);
  if (bits & DETERMINER)
    return (
      at === start ||
      ((tokens[at - 1]?.bits ?? 0) !== 0 &&
        ((tokens[at - 1]?.bits ?? 0) & (PREPOSITION | DETERMINER)) !== 0) ||
      tokens[at - 1]?.word === 'and'
    );
  return !(bits & (PRONOUN | CONJUNCTION | AUXILIARY | ADVERB | TIME | VERB)) && !isFiniteCue(tokens, at);
}

/** A lower-case word in -ed after a noun starts the verb. */
export function isPastForm(token: Token): boolean {
  if (token.capital || token.kind !== 'word') return false;
  return (token.word.length > 4 && token.word.endsWith('ed')) || /^(?:lied|died|tied|used)$/.test(token.word);
}

/** "of", "for" and "at" go on a phrase; "in" and "from" only before a name. */
function isPhrasePreposition(tokens: readonly Token[], at: number, to: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || !next || at + 1 >= to || next.bits & TIME) return false;
  if (token.word === 'of' || token.word === 'for') return next.kind === 'word';
  return (
    (token.word === 'at' || token.word === 'from' || token.word === 'in' || token.word === 'with') &&
    (next.capital || next.word === 'the') &&
    !(next.bits & TIME)
  );
}
