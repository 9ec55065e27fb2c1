import { withoutMarkup } from '../markup.ts';
import type { Span } from '../span.ts';
import { type ClaimReason, CUE_NAMES, type CueName, PLACES, reasonOf, weightOf } from './claim-cues.ts';
import { isWordCode, tokenEnd } from './claim-tokens.ts';
import { type ClaimWord, claimWord, NO_WORD } from './claim-word.ts';
import { BACKWARD, CONJUNCTIONS, INSTRUCTIONS, INTENTIONS } from './claim-words.ts';
import type { ClaimSuggestion } from './suggestion.ts';

/** The sum of cues at which a sentence is as likely a claim as not. */
const EVEN_SUM = 1.3;
/**
 * The sum of the middle sentence of ordinary news, and how far sums spread around it: both were set so that
 * one sentence in six scores 0.8 or more and one in two 0.5 or more (docs/text-engine.md). They order
 * nothing: whatever they are, the ranking is that of the sums.
 */
const MIDDLE_SUM = 2.1;
const SPREAD = 0.6;
/** Sentences at or above this score are suggested: those that are as likely a claim as not. */
const SUGGESTED_FROM = scoreAt(EVEN_SUM);
/** How much each further sign of the same cue counts, up to three signs: each judging word is one more judgement. */
const REPEAT = 0.5;
const REPEAT_OPINION = 1;
const MAX_REPEATS = 2;
/** Words in a sentence beyond which it gathers cues by its length alone, for and against. */
const LONG_SENTENCE = 35;
/** Longer words and longer sentences state more; both count a little, within bounds. */
const USUAL_WORD = 4.4;
const USUAL_SENTENCE = 14;
const WORDING_WEIGHT = 0.4;
const MAX_REASONS = 4;
const MIN_SHARE = 0.1;

/**
 * How far a sentence is a checkable factual claim worth checking, from 0 to 1, with the strongest reasons for
 * and against, strongest first. The middle sentence of ordinary news has 0.5. It adds the hand-set weights of
 * `claim-cues.ts`, in one pass over the words.
 */
export function scoreClaim(sentence: string): { score: number; reasons: { code: ClaimReason }[] } {
  const counted = countCues(sentence);
  return { score: scoreOf(counted), reasons: reasonsOf(counted) };
}

/** The score of each sentence, in order, and a suggestion for each that is as likely a claim as not. */
export function suggestClaims(
  text: string,
  sentences: readonly Span[],
): { scores: number[]; suggestions: ClaimSuggestion[] } {
  const scores: number[] = [];
  const suggestions: ClaimSuggestion[] = [];
  const plain = withoutMarkup(text);
  for (const { start, end } of sentences) {
    const counted = countCues(plain.slice(start, end));
    const score = scoreOf(counted);
    scores.push(score);
    if (score < SUGGESTED_FROM) continue;
    suggestions.push({ tag: 'claim', parts: [{ start, end }], score, reasons: reasonsOf(counted) });
  }
  return { scores, suggestions };
}

function scoreOf(counted: Counted): number {
  const { counts, words, letters } = counted;
  if (words === 0) return 0;
  let sum = wordingOf(words, letters);
  for (let cue = 0; cue < counts.length; cue++) if (counts[cue]) sum += shareOf(cue, counted);
  return scoreAt(sum);
}

function scoreAt(sum: number): number {
  return 1 / (1 + Math.exp(SPREAD * (MIDDLE_SUM - sum)));
}

/** What all signs of one cue add to the sum. */
function shareOf(cue: number, { counts, words }: Counted): number {
  const weight = weightOf(cue);
  const repeats = Math.min(MAX_REPEATS, (counts[cue] ?? 1) - 1);
  const repeat = reasonOf(cue) === 'opinion' ? REPEAT_OPINION : REPEAT;
  return weight * (1 + repeat * repeats) * Math.min(1, Math.sqrt(LONG_SENTENCE / words));
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
function reasonsOf(counted: Counted): { code: ClaimReason }[] {
  const strength = new Map<ClaimReason, number>();
  counted.counts.forEach((count, cue) => {
    const reason = reasonOf(cue);
    if (count > 0 && reason) strength.set(reason, (strength.get(reason) ?? 0) + shareOf(cue, counted));
  });
  return [...strength]
    .filter(([, share]) => Math.abs(share) >= MIN_SHARE)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, MAX_REASONS)
    .map(([code]) => ({ code }));
}

interface Counted {
  /** How often each cue was met, by its place in `CUE_NAMES`. */
  readonly counts: readonly number[];
  readonly words: number;
  readonly letters: number;
}

function countCues(sentence: string): Counted {
  const counts = new Array<number>(CUE_NAMES.length).fill(0);
  const count = (cue: number) => {
    counts[cue] = (counts[cue] ?? 0) + 1;
  };
  const add: Add = (cue) => count(PLACES[cue]);
  let words = 0;
  let letters = 0;
  let before = NO_WORD;
  let end = 0;
  for (let at = 0; at < sentence.length; at = end) {
    end = tokenEnd(sentence, at);
    if (!isWordCode(sentence.charCodeAt(at))) {
      const sign = cueOfSign(sentence.charAt(at));
      if (sign) add(sign);
      continue;
    }
    const word = claimWord(sentence.slice(at, end));
    for (const cue of word.cues) count(cue);
    // A capital inside the sentence names something.
    if (words > 0 && word.isCapital) add('name');
    addCuesOfNeighbours(word, before, words, add);
    words++;
    letters += word.lower.length;
    before = word;
  }
  return { counts, words, letters };
}

type Add = (cue: CueName) => void;

function cueOfSign(token: string): CueName | undefined {
  if (token === '?') return 'question';
  if (token === '!') return 'exclamation';
  return '%$£€'.includes(token) ? 'amount' : undefined;
}

/** Cues of a word with the one before it, or with its place at the sentence's start. */
function addCuesOfNeighbours(word: ClaimWord, before: ClaimWord, place: number, add: Add): void {
  const { lower } = word;
  if (place === 0) addCuesOfOpening(lower, add);
  if (place < 3 && word.isThirdPerson) add('thirdPerson');
  if (before.isThinker && word.isMental) add('mental');
  if (before.lower === 'my' && word.isOpinion) add('mental');
  if (word.isStateOfMind && before.isBeing) add('mental');
  if (before.isAuxiliary && word.isParticiple) add('perfect');
  if (lower !== 'to') return;
  if (before.lower === 'going') add('future');
  if (before.isHaving) add('duty');
  if (INTENTIONS.has(before.lower)) add('wish');
}

function addCuesOfOpening(lower: string, add: Add): void {
  if (BACKWARD.has(lower)) add('backward');
  if (CONJUNCTIONS.has(lower)) add('conjunction');
  if (INSTRUCTIONS.has(lower)) add('instruction');
  if (lower === 'if' || lower === 'when') add('condition');
}
