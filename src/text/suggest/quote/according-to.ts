import type { Attribution } from './attribution.ts';
import { hasVerb } from './complements.ts';
import { FURTHEST } from './content-ends.ts';
import { cueOf } from './cues.ts';
import { ADVERB, AUXILIARY, RELATIVE, VERB } from './lexicon.ts';
import { isPastForm, nounPhraseAfter, type Range } from './noun-phrases.ts';
import type { Statement } from './paragraphs.ts';
import { clauseEnd, isSeparator } from './reported-words.ts';
import { nextComma } from './shared-subjects.ts';
import type { Token } from './tokens.ts';

/** "According to X, …", "…, according to X" and "As per X, …". */
export function readAccordingTo(
  tokens: readonly Token[],
  statement: Statement,
  at: number,
  earlier: readonly Attribution[],
): Attribution | undefined {
  if (tokens[at + 1]?.word !== (tokens[at]?.word === 'as' ? 'per' : 'to')) return undefined;
  const subject = nounPhraseAfter(tokens, at + 2, statement.to);
  if (!subject) return undefined;
  const floor = accordingFloor(tokens, statement, at, earlier);
  const left = wordsBefore(tokens, floor, at);
  const contents = left ? [left] : wordsAfter(tokens, subject.to, statement.to);
  const middle = left ? middleAfter(tokens, left, subject.to, statement.to) : undefined;
  if (middle) contents.push(middle);
  if (!contents.length) return undefined;
  const extent = {
    from: Math.min(at, contents[0]?.from ?? at),
    to: Math.max(subject.to, contents.at(-1)?.to ?? 0),
  };
  return {
    cue: { from: at, to: at + 2 },
    subject,
    contents,
    extent,
    lemma: 'according to',
    speech: true,
    label: false,
  };
}

function accordingFloor(
  tokens: readonly Token[],
  statement: Statement,
  at: number,
  earlier: readonly Attribution[],
): number {
  const last = earlier.slice(-8).findLast((one) => one.lemma === 'according to' && one.extent.to <= at);
  const from = Math.max(last ? last.extent.to : statement.from, at - FURTHEST);
  for (let i = at - 1; i >= Math.max(from, at - 2); i--)
    if (tokens[i]?.kind === 'colon' || tokens[i]?.kind === 'semicolon') return at;
  return from;
}

function wordsBefore(tokens: readonly Token[], floor: number, at: number): Range | undefined {
  let from = floor;
  while (from < at && isSeparator(tokens[from])) from++;
  let to = at;
  while (to > from && isSeparator(tokens[to - 1])) to--;
  if (to - from === 1 && tokens[from]?.kind === 'word' && (tokens[from]?.bits ?? 0) !== 0) return undefined;
  return to > from ? { from, to } : undefined;
}

/** What follows the comma that ends "According to X, the head of Y,". */
function wordsAfter(tokens: readonly Token[], at: number, to: number): Range[] {
  let comma = nextComma(tokens, at, to);
  if (comma === undefined) return tokens[at]?.kind === 'quote' ? [{ from: at, to }] : [];
  const second = nextComma(tokens, comma + 1, to);
  if (second !== undefined && isAppositive(tokens, comma + 1, second)) comma = second;
  return comma + 1 < to ? [{ from: comma + 1, to: clauseEnd(tokens, comma + 1, to) }] : [];
}

/** "the head of Y", "which runs the port": no clause of its own. */
function isAppositive(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from];
  if (!first || to - from > 16) return false;
  if (first.bits & RELATIVE) return true;
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token && (token.bits & AUXILIARY || cueOf(token.word)?.form === 'past')) return false;
  }
  return to - from > 1;
}

function middleAfter(tokens: readonly Token[], left: Range, at: number, to: number): Range | undefined {
  const next = tokens[at + 1];
  if (tokens[at]?.kind !== 'comma' || !next) return undefined;
  if (next.kind === 'quote') return { from: at + 1, to: at + 2 };
  return goesOn(tokens, left, at + 1) ? { from: at + 1, to: clauseEnd(tokens, at + 1, to) } : undefined;
}

/** "The storm, according to forecasters, will hit": the words before have no verb, and those behind begin with one. */
function goesOn(tokens: readonly Token[], left: Range, at: number): boolean {
  const next = tokens[at];
  if (next?.kind !== 'word' || hasVerb(tokens, left.from, left.to)) return false;
  const adverb = next.bits === ADVERB && tokens[at + 1] !== undefined;
  const verb = adverb ? tokens[at + 1] : next;
  return (
    verb !== undefined && ((verb.bits & (AUXILIARY | VERB)) !== 0 || isPastForm(verb) || /s$/.test(verb.word))
  );
}
