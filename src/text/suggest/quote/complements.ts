import { wordSet } from '../../word-set.ts';
import { skipAdverbials, skipTime } from './adverbials.ts';
import { clauseEnd, objectEnd } from './content-ends.ts';
import { type Cue, cueOf } from './cues.ts';
import {
  ADVERB,
  AUXILIARY,
  CONJUNCTION,
  DETERMINER,
  PREPOSITION,
  PRONOUN,
  QUESTION,
  RELATIVE,
  TIME,
  VERB,
} from './lexicon.ts';
import { isPastForm, nounPhraseAfter, type Range } from './noun-phrases.ts';
import { type Token, WHOLE } from './tokens.ts';

/** What follows a cue. `at` is the token after the cue, its addressee and its adverbials. */
export interface Complement {
  readonly kind: 'end' | 'comma' | 'content' | 'none';
  readonly at: number;
  readonly content?: Range;
}

const INDIRECT_QUESTIONS = wordSet(`
  how whether why what who which where if
`);

/** Reads what follows the cue at `cueAt` up to `to`. `aside`: the cue's clause ends at the next comma. */
export function readComplement(
  tokens: readonly Token[],
  cueAt: number,
  to: number,
  cue: Cue,
  aside: boolean,
): Complement {
  const at = afterTail(tokens, cueAt, cue);
  const reader = { tokens, to, cue, aside };
  const named = cue.addressee || cue.urge ? readAddressed(reader, at) : undefined;
  if (named) return named;
  const direct = readHere(reader, skipAdverb(tokens, at, to));
  if (direct.kind !== 'none') return direct;
  const later = skipAdverbials(tokens, at, to);
  return later > at ? readHere(reader, later) : direct;
}

/**
 * A quote that starts like a sentence and ends like one is all that is reported: he shouted “You lie!” at the
 * bench.
 */
function isWholeQuote({ tokens }: Reader, at: number): boolean {
  const token = tokens[at];
  return token?.capital === true && token.word === WHOLE;
}

interface Reader {
  readonly tokens: readonly Token[];
  readonly to: number;
  readonly cue: Cue;
  readonly aside: boolean;
}

function afterTail(tokens: readonly Token[], at: number, cue: Cue): number {
  return cue.tails.includes(tokens[at + 1]?.word ?? '') ? at + 2 : at + 1;
}

function skipAdverb(tokens: readonly Token[], at: number, to: number): number {
  const token = tokens[at];
  return token && at < to && token.kind === 'word' && token.bits === ADVERB && token.word !== 'not'
    ? at + 1
    : at;
}

/** "told reporters that", "urged them to", "asked the court for". */
function readAddressed(reader: Reader, at: number): Complement | undefined {
  const { tokens, to, cue } = reader;
  const start = cue.prepositions.length && tokens[at]?.word === 'to' ? at + 1 : at;
  const end = addresseeEnd(tokens, start, to);
  if (end === start) return undefined;
  const after = tokens[end];
  if (cue.urge && after?.word === 'to') return spoken(reader, end, 'object');
  if (!cue.addressee) return undefined;
  const next = skipAdverbials(tokens, end, to);
  const rest = readHere(reader, next);
  if (rest.kind !== 'none') return rest;
  if (after?.word === 'to') return spoken(reader, end, 'object');
  return cue.lemma === 'tell' && next < to ? spoken(reader, end, 'clause') : undefined;
}

function addresseeEnd(tokens: readonly Token[], at: number, to: number): number {
  const first = tokens[at];
  if (!first || at >= to || first.kind !== 'word' || first.word === 'that' || first.word === 'to') return at;
  if (/^(?:him|her|them|us|me|you|it)$/.test(first.word)) return her(tokens, at, to);
  if (first.bits & (PREPOSITION | CONJUNCTION | QUESTION | AUXILIARY | TIME)) return at;
  const phrase = nounPhraseAfter(tokens, at, to);
  return phrase ? phrase.to : at;
}

function her(tokens: readonly Token[], at: number, to: number): number {
  const next = tokens[at + 1];
  if (tokens[at]?.word !== 'her' || !next || at + 1 >= to || next.bits || next.kind !== 'word') return at + 1;
  return at + 2;
}

/** Reads the complement that starts exactly at `at`. */
function readHere(reader: Reader, at: number): Complement {
  const { tokens, to, cue } = reader;
  const token = tokens[at];
  if (!token || at >= to || token.kind === 'stop') return { kind: 'end', at };
  if (token.kind === 'comma' || token.kind === 'dash' || token.kind === 'semicolon')
    return { kind: 'comma', at };
  if (token.kind === 'close') return { kind: 'end', at };
  if (token.kind === 'colon')
    return cue.quote && at + 1 < to ? spoken(reader, at + 1, 'clause') : { kind: 'none', at };
  if (token.kind === 'quote') return readQuoted(reader, at);
  if (token.kind === 'other' || token.kind === 'open') return { kind: 'none', at };
  return readWords(reader, at, token);
}

function readQuoted(reader: Reader, at: number): Complement {
  const { cue } = reader;
  if (cue.naming && !cue.object) return { kind: 'none', at };
  if (cue.quote && isWholeQuote(reader, at))
    return { kind: 'content', at, content: { from: at, to: at + 1 } };
  if (cue.quote || cue.clause) return spoken(reader, at, 'clause');
  return cue.object ? spoken(reader, at, 'object') : { kind: 'none', at };
}

function readWords(reader: Reader, at: number, token: Token): Complement {
  const { tokens, to, cue } = reader;
  if (skipTime(tokens, at, to) > at) return { kind: 'none', at };
  if (token.word === 'that' && cue.that && !isDemonstrative(tokens, at, to))
    return spoken(reader, at, 'clause');
  if (cue.that && token.bits & QUESTION && INDIRECT_QUESTIONS.has(token.word))
    return spoken(reader, at, 'clause');
  if (token.word === 'to' && cue.infinitive) return spoken(reader, at, 'object');
  if (cue.prepositions.includes(token.word) && isLedIn(tokens, at, to) && !isLikelyNoun(tokens, at - 1, cue))
    return spoken(reader, at + 1, 'object');
  if (
    token.bits & PREPOSITION &&
    !(token.bits & (DETERMINER | PRONOUN)) &&
    !isClauseStart(tokens, at, to, cue)
  )
    return { kind: 'none', at };
  if (cue.clause && startsClause(tokens, at, to, cue)) return spoken(reader, at, 'clause');
  if ((cue.object || cue.naming) && startsObject(token, cue.noun)) return spoken(reader, at, 'object');
  return { kind: 'none', at };
}

/** "said that is wrong": "that" is the subject itself. */
function isDemonstrative(tokens: readonly Token[], at: number, to: number): boolean {
  const next = tokens[at + 1];
  return at + 1 >= to || next === undefined;
}

/** "favourable comments on": a form that can be a noun, after neither a name nor a pronoun. */
function isLikelyNoun(tokens: readonly Token[], at: number, cue: Cue): boolean {
  const before = tokens[at - 1];
  return (
    cue.noun &&
    !(before?.capital || (before && before.bits & (PRONOUN | AUXILIARY | ADVERB)) || before?.word === 'to')
  );
}

function isLedIn(tokens: readonly Token[], at: number, to: number): boolean {
  const next = tokens[at + 1];
  return (
    next !== undefined &&
    at + 1 < to &&
    next.kind !== 'stop' &&
    next.kind !== 'comma' &&
    skipTime(tokens, at, to) === at
  );
}

/**
 * "said in 2016 forces retook": only speech verbs take a clause that starts with a preposition, and only with
 * a verb in sight.
 */
function isClauseStart(tokens: readonly Token[], at: number, to: number, cue: Cue): boolean {
  if (!cue.clause || !cue.speech || cue.noun) return false;
  const comma = tokens.slice(at, Math.min(to, at + 10)).findIndex((token) => token.kind === 'comma');
  return comma > 0 && hasVerb(tokens, at + comma + 1, to) && !isAsideStart(tokens[at + comma + 1]);
}

function isAsideStart(token: Token | undefined): boolean {
  return (
    token === undefined ||
    token.kind === 'quote' ||
    (token.bits & RELATIVE) !== 0 ||
    cueOf(token.word)?.form === 'ing'
  );
}

/** A clause has a verb in sight; weaker verbs need one that is surely a verb. */
function startsClause(tokens: readonly Token[], at: number, to: number, cue: Cue): boolean {
  const token = tokens[at];
  if (
    !token ||
    token.bits & AUXILIARY ||
    (token.bits & CONJUNCTION &&
      !(token.bits & (DETERMINER | PRONOUN)) &&
      token.word !== 'if' &&
      token.word !== 'when')
  )
    return false;
  if (cue.lemma === 'say') return true;
  if (cue.noun && !token.capital && !(token.bits & (DETERMINER | PRONOUN))) return false;
  return hasVerb(tokens, at, to);
}

/** Whether a word within reach of `at` can only be a verb. */
export function hasVerb(tokens: readonly Token[], at: number, to: number): boolean {
  for (let i = at; i < Math.min(to, at + 16); i++) {
    const token = tokens[i];
    if (!token || token.kind === 'stop' || token.kind === 'semicolon') return false;
    if (token.kind !== 'word') continue;
    if ((token.bits & (AUXILIARY | VERB) || isPastForm(token)) && i > at) return true;
    if (i > at && (/(?:'re|'ve|'ll|'d|’re|’ve|’ll|’d)$/.test(token.word) || isFiniteVerb(tokens, i)))
      return true;
    if (i === at && /['’](?:re|ve|ll|d|m)$/.test(token.word)) return true;
    if (i === at && token.possessive && /^(?:he|she|it|that|there)$/.test(token.word)) return true;
  }
  return false;
}

function isFiniteVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const cue = token && cueOf(token.word);
  if (cue && !cue.noun && (cue.form === 's' || cue.form === 'past')) return true;
  const before = tokens[at - 1];
  return (
    before !== undefined &&
    (before.bits & PRONOUN) !== 0 &&
    !(before.bits & DETERMINER) &&
    token?.kind === 'word' &&
    token.bits === 0
  );
}

function startsObject(token: Token, noun: boolean): boolean {
  if (token.kind === 'number') return true;
  if (token.bits & (DETERMINER | PRONOUN)) return true;
  if (/^(?:him|her|them|us|me)$/.test(token.word)) return true;
  if (noun) return token.capital;
  return token.capital || !(token.bits & (PREPOSITION | CONJUNCTION | AUXILIARY | ADVERB | TIME));
}

type Extent = 'clause' | 'object';

function spoken(reader: Reader, from: number, extent: Extent): Complement {
  const { tokens, to, aside } = reader;
  const end = extent === 'clause' ? clauseEnd(tokens, from, to, aside) : objectEnd(tokens, from, to);
  return end > from ? { kind: 'content', at: from, content: { from, to: end } } : { kind: 'none', at: from };
}
