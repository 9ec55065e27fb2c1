import { DENOMINATORS, ONES, SCALES, TENS, VAGUE_PLURALS } from './number-words.ts';
import { RANK_VERBS } from './ranks.ts';
import { isDash, type Token } from './tokens.ts';

/** Words that always begin a number, or a rank. */
const STARTERS: ReadonlySet<string> = new Set([
  ...ONES.keys(),
  ...TENS.keys(),
  ...SCALES.keys(),
  ...VAGUE_PLURALS.keys(),
  ...RANK_VERBS,
  'hundred',
  'half',
  'quarter',
  'minus',
  'negative',
]);

/** Words that begin a number only before another of its words. */
const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'several', 'few', 'many', 'couple']);

const AFTER_ARTICLES: ReadonlySet<string> = new Set([
  ...SCALES.keys(),
  ...TENS.keys(),
  ...DENOMINATORS.keys(),
  'hundred',
  'dozen',
  'few',
  'couple',
  'of',
]);

/** Without those that begin with another, which finds them too: "seventeen" with "seven". */
const TRIGGERS = [...new Set([...STARTERS, ...AFTER_ARTICLES])].filter(
  (word, _, all) =>
    word !== 'few' &&
    word !== 'of' &&
    word !== 'couple' &&
    !all.some((other) => other !== word && word.startsWith(other)),
);

/** A sentence that this does not match holds no figure. Linear: a choice of words, nothing repeated. */
const TRIGGER = new RegExp(`[0-9¼-¾⅐-⅞]|\\b(?:${TRIGGERS.join('|')})`, 'i');

/** Whether a stretch of text can hold a figure at all. */
export function mayHoldFigure(text: string): boolean {
  return TRIGGER.test(text);
}

/** Whether a figure or a rank may begin at `at`; a cheap first look at every token. */
export function mayStart(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.kind === 'digits') return true;
  if (token.kind === 'mark') return isDash(tokens, at) && tokens[at + 1]?.kind === 'digits';
  if (STARTERS.has(token.lower)) return true;
  return ARTICLES.has(token.lower) && AFTER_ARTICLES.has(tokens[at + 1]?.lower ?? '');
}
