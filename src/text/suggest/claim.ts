import type { Span } from '../span.ts';
import { CUES, CUES_OF_WORD, type CueName } from './claim-cues.ts';
import {
  BACKWARD,
  CONJUNCTIONS,
  INSTRUCTIONS,
  INTENTIONS,
  IRREGULAR_PAST,
  MENTAL,
  OPINIONS,
  PLAIN_ADJECTIVES,
  PLAIN_ADVERBS,
  STATES_OF_MIND,
  THINKERS,
} from './claim-words.ts';
import type { ClaimSuggestion } from './suggestion.ts';

/** Sentences at or above this score are suggested. */
const SUGGESTED_FROM = 0.5;
/** The sum of cues at which a sentence is as likely a claim as not. */
const EVEN_SUM = 1.6;
/** How much each further sign of the same cue counts, up to three signs. */
const REPEAT_FOR = 0.5;
const REPEAT_AGAINST = 1;
const MOST_REPEATS = 2;
/** Words in a sentence beyond which it gathers factual cues by its length alone. */
const LONG_SENTENCE = 45;
/** Longer words and longer sentences state more; both count a little, within bounds. */
const USUAL_WORD = 4.4;
const USUAL_SENTENCE = 14;
const WORDING_WEIGHT = 0.4;
const MOST_REASONS = 4;
const LEAST_SHARE = 0.25;

/** Words with what is hyphenated or elided into them, and the signs that count. */
const TOKEN = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*|[%$£€?!]/gu;

/**
 * How far a sentence is a checkable factual claim worth checking, from 0 to 1, with the strongest reasons for and
 * against, strongest first. It adds the hand-set weights of `claim-cues.ts`, in one pass over the words.
 */
export function scoreClaim(sentence: string): { score: number; reasons: string[] } {
  const { counts, words, letters } = countCues(sentence);
  if (words === 0) return { score: 0, reasons: [] };
  const crowding = Math.min(1, Math.sqrt(LONG_SENTENCE / words));
  const shares = [...counts].map(([cue, count]) => ({ cue, share: shareOf(cue, count, crowding) }));
  const sum = shares.reduce((total, { share }) => total + share, wordingOf(words, letters));
  return { score: 1 / (1 + Math.exp(EVEN_SUM - sum)), reasons: reasonsOf(shares) };
}

/** The score of each sentence, in order, and a suggestion for each that reaches one half. */
export function suggestClaims(
  text: string,
  sentences: readonly Span[],
): { scores: number[]; suggestions: ClaimSuggestion[] } {
  const scores: number[] = [];
  const suggestions: ClaimSuggestion[] = [];
  for (const { start, end } of sentences) {
    const { score, reasons } = scoreClaim(text.slice(start, end));
    scores.push(score);
    if (score >= SUGGESTED_FROM) suggestions.push({ tag: 'claim', parts: [{ start, end }], score, reasons });
  }
  return { scores, suggestions };
}

function shareOf(cue: CueName, count: number, crowding: number): number {
  const { weight } = CUES[cue];
  const repeats = Math.min(MOST_REPEATS, count - 1);
  return weight > 0
    ? weight * (1 + REPEAT_FOR * repeats) * crowding
    : weight * (1 + REPEAT_AGAINST * repeats);
}

function wordingOf(words: number, letters: number): number {
  const wordLength = clamp(letters / words - USUAL_WORD, -1, 1.6);
  const sentenceLength = clamp(Math.log2(words / USUAL_SENTENCE), -2, 1);
  return WORDING_WEIGHT * (wordLength + sentenceLength);
}

function clamp(x: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, x));
}

/** The strongest reasons, each once; cues that share a reason add up. */
function reasonsOf(shares: readonly { cue: CueName; share: number }[]): string[] {
  const strength = new Map<string, number>();
  for (const { cue, share } of shares) {
    const { reason } = CUES[cue];
    strength.set(reason, (strength.get(reason) ?? 0) + share);
  }
  return [...strength]
    .filter(([, share]) => Math.abs(share) >= LEAST_SHARE)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, MOST_REASONS)
    .map(([reason]) => reason);
}

interface Counted {
  readonly counts: ReadonlyMap<CueName, number>;
  readonly words: number;
  readonly letters: number;
}

/** A word in lower case with where it stands and how it was written. */
interface Word {
  readonly lower: string;
  readonly written: string;
  readonly before: string;
  readonly place: number;
}

function countCues(sentence: string): Counted {
  const counts = new Map<CueName, number>();
  const add = (cue: CueName) => counts.set(cue, (counts.get(cue) ?? 0) + 1);
  let words = 0;
  let letters = 0;
  let before = '';
  for (const [written] of sentence.matchAll(TOKEN)) {
    const sign = cueOfSign(written);
    if (sign) {
      add(sign);
      continue;
    }
    const lower = written.toLowerCase().replaceAll('’', "'");
    for (const cue of CUES_OF_WORD.get(lower) ?? []) add(cue);
    const word = { lower, written, before, place: words };
    addCuesOfForm(word, add);
    addCuesOfNeighbours(word, add);
    words++;
    letters += lower.length;
    before = lower;
  }
  return { counts, words, letters };
}

function cueOfSign(token: string): CueName | undefined {
  if (token === '?') return 'question';
  if (token === '!') return 'exclamation';
  return '%$£€'.includes(token) ? 'amount' : undefined;
}

/** Cues of a word's own form: figures, names, endings. */
function addCuesOfForm({ lower, written, place }: Word, add: (cue: CueName) => void): void {
  const first = written.charCodeAt(0);
  if (/\d/.test(lower)) add('figure');
  if (
    place > 0 &&
    lower !== written &&
    lower !== 'i' &&
    !lower.startsWith("i'") &&
    !(first >= 97 && first <= 122)
  )
    add('name');
  if (lower.length <= 5 && /^[A-Z]{2,5}$/.test(written)) add('acronym');
  if (/^[a-z]{3,}ed$/.test(lower)) add('past');
  if (/^[a-z]{3,}est$/.test(lower)) add('superlative');
  if (/[a-z]{3}ly$/.test(lower) && !PLAIN_ADVERBS.has(lower)) add('adverb');
  if (/(?:ous|ful|less|ish|istic)$/.test(lower) && !PLAIN_ADJECTIVES.has(lower)) add('colouring');
  if (lower === 'not' || lower.endsWith("n't")) add('negation');
  if (/'(?:s|re|t|ve|ll|d|m)$/.test(lower)) add('contraction');
  if (lower.endsWith("'ll")) add('future');
}

/** Cues of a word with the one before it, or with its place at the sentence's start. */
function addCuesOfNeighbours({ lower, before, place }: Word, add: (cue: CueName) => void): void {
  if (place === 0 && BACKWARD.has(lower)) add('backward');
  if (place === 0 && CONJUNCTIONS.has(lower)) add('conjunction');
  if (place === 0 && INSTRUCTIONS.has(lower)) add('instruction');
  if (place < 3 && /^(?:he|she|they)(?:'s|'ve|'re)?$/.test(lower)) add('thirdPerson');
  if (MENTAL.has(lower) && THINKERS.has(before)) add('mental');
  if (before === 'my' && OPINIONS.has(lower)) add('mental');
  if (STATES_OF_MIND.has(lower) && /^(?:i'm|am|we're|are)$/.test(before)) add('mental');
  if (isAuxiliary(before) && (IRREGULAR_PAST.has(lower) || lower.endsWith('ed'))) add('perfect');
  if (lower !== 'to') return;
  if (before === 'going') add('future');
  if (/^(?:have|has|got|had)$/.test(before)) add('duty');
  if (INTENTIONS.has(before)) add('wish');
}

function isAuxiliary(word: string): boolean {
  return /^(?:has|have|had|been|was|were)$/.test(word) || word.endsWith("'ve");
}
