import { wordSet } from '../../word-set.ts';
import type { Figure } from './figure.ts';
import { DENOMINATORS, FINAL_ORDINALS } from './number-words.ts';
import { is, type Token } from './tokens.ts';

/** Verbs of ranking. */
export const RANK_VERBS: readonly string[] = ['rank', 'ranks', 'ranked', 'ranking'];

const VERBS: ReadonlySet<string> = new Set(RANK_VERBS);

/** A place in an order, from its verb: "ranked 14th", "ranks third", "ranking No. 3", "ranked 120 out of". */
export function readRank(tokens: readonly Token[], at: number): Figure | undefined {
  if (!VERBS.has(tokens[at]?.lower ?? '')) return undefined;
  let first = at + 1;
  while (first < at + 5 && BETWEEN.has(tokens[first]?.lower ?? '')) first += 1;
  const place = placeAt(tokens, first);
  if (place === undefined) return undefined;
  const { next, value } = place;
  return {
    amount: { first, next, value, form: 'words' },
    first: at,
    next,
    value,
    money: false,
    counted: false,
    kind: 'rank',
  };
}

const BETWEEN = new Set(['no', '.', '#', 'number', 'at', 'as', 'the', 'joint', 'currently']);

function placeAt(tokens: readonly Token[], at: number): { next: number; value: number } | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const ordinal =
    FINAL_ORDINALS.get(token.lower) ??
    (token.lower === 'half' || token.lower === 'quarter' ? undefined : DENOMINATORS.get(token.lower));
  if (ordinal !== undefined) return { next: at + 1, value: ordinal };
  if (token.kind !== 'digits' || !/^[1-9]\d{0,2}$/u.test(token.text)) return undefined;
  const suffix = tokens[at + 1];
  if (suffix?.spaced === false && /^(?:st|nd|rd|th)$/u.test(suffix.lower))
    return { next: at + 2, value: Number(token.text) };
  const ends = suffix === undefined || suffix.kind === 'mark' || ENDS.has(suffix.lower);
  return ends && !is(tokens, at + 1, '%') ? { next: at + 1, value: Number(token.text) } : undefined;
}

const ENDS = wordSet(`
  in among of out on for by and nationally worldwide globally
`);
