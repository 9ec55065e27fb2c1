import type { Attribution } from './attribution.ts';
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
  VERB,
} from './lexicon.ts';
import { isPastForm, nounPhraseAfter, type Range } from './noun-phrases.ts';
import type { Statement } from './paragraphs.ts';
import { quoteAfter } from './reported-words.ts';
import { isRoleNoun, isSourceNoun } from './roles.ts';
import { leadingSubject } from './shared-subjects.ts';
import { type Token, WHOLE } from './tokens.ts';

/**
 * Who says the quote at `at`, where no verb of the lists tells but the marks do: “…,” fumed Lee; “…” she raged; Lee
 * hit back: “…”; “…” – Ann Lee, mayor. The quote has to hold a clause.
 */
export function readMarkedSpeech(
  tokens: readonly Token[],
  statement: Statement,
  at: number,
): Attribution | undefined {
  const quote = tokens[at];
  if (quote?.kind !== 'quote' || !holdsClause(quote)) return undefined;
  const told =
    signedBehind(tokens, statement, at) ??
    toldBehind(tokens, statement, at) ??
    toldBefore(tokens, statement, at);
  if (!told) return undefined;
  const rest = told.subject.from > at ? quoteAfter(tokens, told.end, statement.to) : undefined;
  return attributed(told, rest ? [{ from: at, to: at + 1 }, rest] : [{ from: at, to: at + 1 }]);
}

/** Whom the words before the colon at `colon` announce: "And from Councillor Ann Lee:", "Lee’s answer:". */
export function announcedBefore(
  tokens: readonly Token[],
  statement: Statement,
  colon: number,
): Told | undefined {
  return colonBefore(tokens, statement, colon);
}

/** A speaker and a verb, or the mark that stands for one. */
export interface Told {
  readonly subject: Range;
  readonly cue: Range;
  /** Behind speaker and verb. */
  readonly end: number;
}

/** An attribution of quotes to whom the words around them name. */
export function attributed({ subject, cue, end }: Told, contents: readonly Range[]): Attribution {
  const places = [subject.from, cue.from, ...contents.map(({ from }) => from)];
  const ends = [end, ...contents.map(({ to }) => to)];
  const extent = { from: Math.min(...places), to: Math.max(...ends) };
  return { cue, subject, contents, extent, lemma: '', speech: true, label: false };
}

/** In code units: shorter stretches are names of things, unless they end as sentences do. */
const LONG = 30;
const SHORT = 10;

function holdsClause({ start, end, word, capital }: Token): boolean {
  return word === WHOLE ? end - start >= SHORT && capital : end - start >= LONG;
}

/** “…” – Ann Lee, mayor of Kettleby */
function signedBehind(tokens: readonly Token[], { to }: Statement, at: number): Told | undefined {
  return signature(tokens, { from: at + 1, to });
}

/** Who signs with a dash, a name, and nothing that is done: "– Ann Lee, mayor of Kettleby". */
export function signature(tokens: readonly Token[], { from, to }: Statement): Told | undefined {
  if (tokens[from]?.kind !== 'dash') return undefined;
  const subject = nounPhraseAfter(tokens, from + 1, to);
  if (!subject || !isName(tokens, subject)) return undefined;
  for (let at = subject.to; at < to; at++) if ((tokens[at]?.bits ?? 0) & (AUXILIARY | VERB)) return undefined;
  return { subject, cue: { from, to: from + 1 }, end: to };
}

function toldBehind(tokens: readonly Token[], { to }: Statement, at: number): Told | undefined {
  const start = tokens[at + 1]?.kind === 'comma' ? at + 2 : at + 1;
  return verbFirst(tokens, start, to) ?? speakerFirst(tokens, start, to);
}

/** "fumed Ann Lee", "piped up the mayor". */
function verbFirst(tokens: readonly Token[], at: number, to: number): Told | undefined {
  if (!isOpenVerb(tokens[at])) return undefined;
  const tail = TAILS.has(tokens[at + 1]?.word ?? '') ? 1 : 0;
  const subject = nounPhraseAfter(tokens, at + 1 + tail, to);
  if (
    !subject ||
    subject.to > to ||
    !isSpeaker(tokens, subject) ||
    !closes(tokens[subject.to], subject.to, to)
  )
    return undefined;
  return { subject, cue: { from: at, to: at + 1 + tail }, end: subject.to };
}

/** "she raged", "Ann Lee fumed on Monday". */
function speakerFirst(tokens: readonly Token[], at: number, to: number): Told | undefined {
  const subject = nounPhraseAfter(tokens, at, to);
  const verb = subject && tokens[subject.to];
  if (!subject || !verb || subject.to >= to || !isSpeaker(tokens, subject) || !isTold(verb)) return undefined;
  const next = subject.to + 1;
  return closes(tokens[next], next, to)
    ? { subject, cue: { from: subject.to, to: next }, end: next }
    : undefined;
}

function toldBefore(tokens: readonly Token[], statement: Statement, at: number): Told | undefined {
  const mark = tokens[at - 1];
  if (at - 1 <= statement.from) return undefined;
  if (mark?.kind === 'colon') return colonBefore(tokens, statement, at - 1);
  if (mark?.kind !== 'comma' || !tokens[at]?.capital || !isTold(tokens[at - 2])) return undefined;
  const subject = leadingSubject(tokens, { from: statement.from, to: at - 1 });
  if (!subject || subject.to !== at - 2 || !isSpeaker(tokens, subject)) return undefined;
  return { subject, cue: { from: at - 2, to: at - 1 }, end: at - 1 };
}

function colonBefore(tokens: readonly Token[], { from }: Statement, colon: number): Told | undefined {
  const cue = { from: colon, to: colon + 1 };
  const source = sourceBefore(tokens, from, colon);
  if (source) return { subject: source, cue, end: colon };
  const subject = leadingSubject(tokens, { from, to: colon });
  if (!subject || subject.to >= colon || !isSpeaker(tokens, subject)) return undefined;
  const verb = tokens[subject.to];
  return verb && (isTold(verb) || isOpenVerb(verb))
    ? { subject, cue: { from: subject.to, to: subject.to + 1 }, end: colon }
    : undefined;
}

/** "And this from Councillor Ann Lee:", "A letter by Ann Lee:". */
function sourceBefore(tokens: readonly Token[], from: number, colon: number): Range | undefined {
  for (let at = colon - 2; at >= Math.max(from, colon - 8); at--) {
    const word = tokens[at]?.word ?? '';
    if (word !== 'from' && word !== 'by') continue;
    const phrase = nounPhraseAfter(tokens, at + 1, colon);
    return phrase && phrase.to === colon && isName(tokens, phrase) ? phrase : undefined;
  }
  return undefined;
}

const TAILS: ReadonlySet<string> = new Set(['out', 'back', 'in', 'up', 'on', 'off']);
const CLOSED = DETERMINER | PREPOSITION | PRONOUN | CONJUNCTION | AUXILIARY | ADVERB | TIME;

/** A lower-case word that may be a verb, for all that the lists know. */
function isOpenVerb(token: Token | undefined): boolean {
  return (
    token?.kind === 'word' && !token.capital && !token.possessive && !(token.bits & CLOSED) && isTold(token)
  );
}

/** Told in the past, or as headlines and features have it: "fumes", "laughs". */
function isTold(token: Token | undefined): boolean {
  if (token?.kind !== 'word' || token.capital || token.bits & AUXILIARY) return false;
  const cue = PASTS.has(token.word) ? undefined : cueOf(token.word);
  if (cue) return cue.form === 'past' || (cue.form === 's' && !cue.noun);
  return isPastForm(token) || PASTS.has(token.word);
}

const PASTS: ReadonlySet<string> = new Set('spat sang rang swore shot hit wept broke cut drew'.split(' '));

/**
 * What may follow speaker and verb: the end, a mark, or a phrase of time, place or manner. A colon announces the next
 * quote.
 */
function closes(token: Token | undefined, at: number, to: number): boolean {
  if (!token || at >= to) return true;
  if (token.kind !== 'word') return token.kind !== 'colon';
  return (token.bits & (PREPOSITION | ADVERB | TIME | RELATIVE)) !== 0 || token.word === 'as';
}

function isSpeaker(tokens: readonly Token[], phrase: Range): boolean {
  const first = tokens[phrase.from];
  if (phrase.to - phrase.from === 1 && /^(?:he|she|they|i|we)$/.test(first?.word ?? '')) return true;
  return isName(tokens, phrase) || isRole(tokens, phrase);
}

/** Begins with a capital, or with a role before one: "Ann Lee", "boss Terry Hodge". */
function isName(tokens: readonly Token[], { from, to }: Range): boolean {
  const words = tokens.slice(from, to);
  const capital = words.findIndex(
    (token) => token.capital && token.kind === 'word' && !(token.bits & CLOSED),
  );
  return capital >= 0 && capital < 4 && words.slice(0, capital).every((token) => token.kind === 'word');
}

function isRole(tokens: readonly Token[], { from, to }: Range): boolean {
  const words = tokens.slice(from, to);
  return words.some(
    ({ word }) =>
      isRoleNoun(word) ||
      isSourceNoun(word) ||
      /^(?:woman|man|mum|mother|dad|boy|girl|assistant|pupil|driver)$/.test(word),
  );
}
