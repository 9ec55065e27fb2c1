import { aged } from './ages.ts';
import type { Amount } from './amount.ts';
import { isMinus, readAmount } from './amounts.ts';
import { counted } from './counts.ts';
import { notFigure } from './exclusions.ts';
import type { Figure } from './figure.ts';
import { measured } from './measures.ts';
import { readRank } from './ranks.ts';
import { withPer } from './rates.ts';
import { is, type Token } from './tokens.ts';
import { currencyBefore } from './units.ts';

/** A figure, or where to read on when the number there is none. */
export type FigureOrSkip = { readonly figure: Figure } | { readonly skip: number };

/** Reads the figure whose number begins at `at`, back to `floor` at most; undefined if none does. */
export function readFigure(
  tokens: readonly Token[],
  at: number,
  { floor = 0, joined = true, money = false } = {},
): FigureOrSkip | undefined {
  const rank = readRank(tokens, at);
  if (rank !== undefined && rank.first >= floor) return { figure: rank };
  const sign = currencyBefore(tokens, at);
  const currency = sign !== undefined && sign.first >= floor ? sign : undefined;
  const amount = readAmount(tokens, at, { money: money || currency !== undefined, joined });
  if (amount === undefined) return undefined;
  if (currency !== undefined) return { figure: moneyFigure(tokens, amount, currency) };
  const skip = notFigure(tokens, amount);
  if (skip > 0) return { skip };
  return { figure: measured(tokens, amount) ?? aged(tokens, amount) ?? counted(tokens, amount) };
}

function moneyFigure(
  tokens: readonly Token[],
  amount: Amount,
  currency: { first: number; name: string },
): Figure {
  const next =
    is(tokens, amount.next, 'dollars') || is(tokens, amount.next, 'dollar') ? amount.next + 1 : amount.next;
  const minus = isMinus(tokens, currency.first - 1) && amount.value > 0;
  return withPer(tokens, {
    amount,
    first: minus ? currency.first - 1 : currency.first,
    next,
    value: minus ? -amount.value : amount.value,
    unit: currency.name,
    money: true,
    counted: false,
  });
}
