import { GROUP_LEADS, PRONOUN_LEADS } from './exclusion-words.ts';
import type { Figure } from './figure.ts';
import { ONE_PHRASES } from './noun-words.ts';
import { is, isDash, type Token } from './tokens.ts';

/** Whether a number word means a person or a thing: "no one", "one of them", "the two", "one-off". */
export function isPronoun(tokens: readonly Token[], figure: Figure): boolean {
  const { amount } = figure;
  if (amount.form !== 'words' || amount.next !== amount.first + 1) return false;
  const word = tokens[amount.first]?.lower ?? '';
  if (!SMALL.has(word)) return false;
  const before = tokens[amount.first - 1];
  if (isDash(tokens, amount.first - 1) && before?.spaced === false && tokens[amount.first]?.spaced === false)
    return true;
  if (word === 'one') return isPronounOne(tokens, figure);
  if (isDash(tokens, amount.next) && FIXED_COMPOUNDS.has(tokens[amount.next + 1]?.lower ?? '')) return true;
  return figure.unit === undefined && GROUP_LEADS.has(before?.lower ?? '') && isPause(tokens[figure.next]);
}

const SMALL = new Set('one two three four five six seven eight nine ten eleven twelve'.split(' '));

/** "two-way" and "two-faced" name a kind. */
const FIXED_COMPOUNDS = new Set('way faced sided on piece ply handed legged tone'.split(' '));

function isPronounOne(tokens: readonly Token[], figure: Figure): boolean {
  const { amount } = figure;
  const before = tokens[amount.first - 1]?.lower ?? '';
  const after = tokens[amount.next]?.lower ?? '';
  if (before === 'minus' || before === 'negative') return false;
  if (figure.unit === undefined || isSomeDay(tokens, figure)) return true;
  if (isDash(tokens, amount.next))
    return figure.counted && !REAL_COMPOUNDS.has(tokens[amount.next + 1]?.lower ?? '');
  if (figure.counted && (PRONOUN_LEADS.has(before) || (before === 'at' && after === 'point'))) return true;
  return figure.counted && ONE_PHRASES.has(after);
}

/** "One day he will win", "one morning": when, and not how long. */
function isSomeDay(tokens: readonly Token[], { amount }: Figure): boolean {
  const before = tokens[amount.first - 1];
  const after = tokens[amount.next + 1];
  if (!DAYTIMES.has(tokens[amount.next]?.lower ?? '')) return false;
  const opens = before === undefined || before.kind === 'mark' || OPENERS.has(before.lower);
  return opens && after !== undefined && !COUNTING.has(after.lower) && !isDash(tokens, amount.next);
}

const DAYTIMES = new Set([
  'day',
  'morning',
  'evening',
  'night',
  'afternoon',
  'summer',
  'winter',
  'sunday',
  'saturday',
]);
const OPENERS = new Set(['and', 'but', 'that', 'then', 'when', 'until', 'if', 'because', 'so']);
const COUNTING = new Set(
  'of after before ago later earlier a per each is was remains left more in'.split(' '),
);

/** "one-man show", "one-vote margin" count. */
const REAL_COMPOUNDS = new Set('vote goal point man woman person shot run seat game match'.split(' '));

function isPause(token: Token | undefined): boolean {
  return token === undefined || token.kind === 'mark' || !is([token], 0, 'more');
}
