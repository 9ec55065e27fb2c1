import type { Comparator } from '../suggestion.ts';
import { COMPARATOR_LEADS, COMPARATOR_TAILS } from './comparator-table.ts';
import { ONES } from './number-words.ts';
import { isDash, type Token } from './tokens.ts';

/** A comparator on the page: the tokens from `first` up to `next`. */
export interface Comparison {
  readonly first: number;
  readonly next: number;
  readonly comparator: Comparator;
}

const MAX_LENGTH = 6;

const LEAD_ENDS: ReadonlySet<string> = new Set(
  [...COMPARATOR_LEADS.keys()].map((phrase) => phrase.split(' ').at(-1) ?? ''),
);
const TAIL_STARTS: ReadonlySet<string> = new Set(
  [...COMPARATOR_TAILS.keys()].map((phrase) => phrase.split(' ')[0] ?? ''),
);

/** The comparator whose words end just before token `at`, not reaching back past `floor`. The longest wins. */
export function comparatorBefore(
  tokens: readonly Token[],
  at: number,
  floor: number,
): Comparison | undefined {
  if (!LEAD_ENDS.has(tokens[at - 1]?.lower ?? '')) return undefined;
  let best: Comparison | undefined;
  let phrase = '';
  for (let first = at - 1; first >= Math.max(floor, at - MAX_LENGTH); first -= 1) {
    const token = tokens[first];
    if (token === undefined || (token.kind === 'mark' && !COMPARING_MARKS.has(token.text))) break;
    phrase = phrase === '' ? token.lower : `${token.lower} ${phrase}`;
    const comparator = COMPARATOR_LEADS.get(phrase);
    if (comparator !== undefined) best = { first, next: at, comparator };
  }
  return best;
}

const COMPARING_MARKS = new Set(['<', '>', '=', '≥', '≤', '~', '≈', '±', '+', '/', '-', '.']);

const beginsNumber = (token: Token | undefined): boolean =>
  token?.kind === 'digits' || ONES.has(token?.lower ?? '');

/** The comparator that follows a figure: "or more", "or so", "and over", "-plus", "+". */
export function comparatorAfter(tokens: readonly Token[], at: number): Comparison | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.text === '+' && !token.spaced) return { first: at, next: at + 1, comparator: '≥' };
  if (isDash(tokens, at) && tokens[at + 1]?.lower === 'plus')
    return { first: at, next: at + 2, comparator: '≥' };
  if (!TAIL_STARTS.has(token.lower)) return undefined;
  let best: Comparison | undefined;
  let phrase = '';
  for (let next = at; next < at + 4; next += 1) {
    const word = tokens[next];
    if (word?.kind !== 'word') break;
    phrase = phrase === '' ? word.lower : `${phrase} ${word.lower}`;
    const comparator = COMPARATOR_TAILS.get(phrase);
    const compares = tokens[next + 1]?.lower === 'than' || beginsNumber(tokens[next + 1]);
    if (comparator !== undefined && !compares) best = { first: at, next: next + 1, comparator };
  }
  return best;
}
