import { DENOMINATORS, FINAL_ORDINALS, TENS } from './number-words.ts';
import { isDash, type Token } from './tokens.ts';

/** A number read from words; `next` is the token behind it. */
export interface Part {
  readonly next: number;
  readonly value: number;
}

/** "third", "quarter", "twenty-first": the divisor in the singular. */
export function singularDenominator(tokens: readonly Token[], at: number): Part | undefined {
  const lower = tokens[at]?.lower ?? '';
  const tens = TENS.get(lower);
  if (tens === undefined) return partOf(DENOMINATORS.get(lower), at + 1);
  const last = isDash(tokens, at + 1) ? at + 2 : at + 1;
  const ones = FINAL_ORDINALS.get(tokens[last]?.lower ?? '');
  return partOf(ones && tens + ones, last + 1);
}

/** "thirds", "quarters", "twenty-firsts": the divisor in the plural. */
export function pluralDenominator(tokens: readonly Token[], at: number): Part | undefined {
  const lower = tokens[at]?.lower ?? '';
  if (lower === 'halves') return { next: at + 1, value: 2 };
  const tens = TENS.get(lower);
  if (tens === undefined)
    return partOf(lower.endsWith('s') ? DENOMINATORS.get(lower.slice(0, -1)) : undefined, at + 1);
  const last = isDash(tokens, at + 1) ? at + 2 : at + 1;
  const word = tokens[last]?.lower ?? '';
  const ones = word.endsWith('s') ? FINAL_ORDINALS.get(word.slice(0, -1)) : undefined;
  return partOf(ones && tens + ones, last + 1);
}

function partOf(value: number | undefined, next: number): Part | undefined {
  return value === undefined ? undefined : { next, value };
}
