import { wordSet } from '../../word-set.ts';
import { withAge } from './ages.ts';
import type { Amount } from './amount.ts';
import { readAmount } from './amounts.ts';
import { CURRENCY_NAMES, SUBUNITS } from './currency-table.ts';
import type { Figure } from './figure.ts';
import { withPer } from './rates.ts';
import { is, isDash, type Token } from './tokens.ts';
import { TIME_UNITS } from './unit-table.ts';
import { perAfter, spelledUnit, type Unit, unitAfter } from './units.ts';

/** A figure with a unit of the tables behind it. */
export function measured(tokens: readonly Token[], amount: Amount): Figure | undefined {
  const unit = unitAfter(tokens, amount) ?? unitOfPart(tokens, amount);
  if (unit === undefined || (unit.money && isNextSum(tokens, unit.next))) return undefined;
  const figure: Figure = {
    amount,
    first: amount.first,
    next: unit.next,
    value: amount.value,
    unit: unit.name,
    money: unit.money,
    counted: false,
  };
  const whole = withInches(tokens, withSubunits(tokens, scaledMoney(tokens, figure)));
  if (TIME_UNITS.has(unit.name)) return withAge(tokens, whole) ?? withPer(tokens, whole);
  return withPer(tokens, isMass(tokens, whole) ? { ...whole, unit: 'pound', money: false } : whole);
}

/** "a quarter of a percentage point", "three-quarters of an hour". */
function unitOfPart(tokens: readonly Token[], amount: Amount): Unit | undefined {
  const article = is(tokens, amount.next + 1, 'a') || is(tokens, amount.next + 1, 'an');
  if (amount.form !== 'part' || !is(tokens, amount.next, 'of') || !article) return undefined;
  return spelledUnit(tokens, amount.next + 2);
}

/** "3 USD50 cards": the code belongs to the number joined to it. */
function isNextSum(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.kind === 'digits' && tokens[at]?.spaced === false;
}

/** "75 USD million". */
function scaledMoney(tokens: readonly Token[], figure: Figure): Figure {
  if (!figure.money) return figure;
  const scale = MONEY_SCALES.get(tokens[figure.next]?.lower ?? '');
  return scale === undefined ? figure : { ...figure, next: figure.next + 1, value: figure.value * scale };
}

const MONEY_SCALES = new Map([
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);

/** Pounds weigh where something is weighed, and are money otherwise only in large sums. */
function isMass(tokens: readonly Token[], figure: Figure): boolean {
  if (figure.unit !== 'pound sterling' || !/^pounds?$/u.test(tokens[figure.next - 1]?.lower ?? ''))
    return false;
  if (figure.value >= 1e5 || is(tokens, figure.next, 'sterling')) return false;
  return !isBritishMoney(tokens, figure);
}

function isBritishMoney(tokens: readonly Token[], figure: Figure): boolean {
  const before = tokens[figure.first - 1]?.lower ?? '';
  return (
    MONEY_LEADS.has(before) ||
    MONEY_LEADS.has(tokens[figure.first - 2]?.lower ?? '') ||
    perAfter(tokens, figure.next)?.name === 'year'
  );
}

const MONEY_LEADS = wordSet(`
  cost costs paid pay pays fined worth spent spend earned raised owed saved charged price priced stole won
`);

/** "3 dollars 50 cents", "15 dollars and 50". */
function withSubunits(tokens: readonly Token[], figure: Figure): Figure {
  if (!figure.money || SUBUNITS.has(figure.unit ?? '')) return figure;
  const and = is(tokens, figure.next, 'and');
  const rest = readAmount(tokens, and ? figure.next + 1 : figure.next, { money: false, joined: false });
  if (rest === undefined || rest.value <= 0 || rest.value >= 100 || !Number.isInteger(rest.value))
    return figure;
  const coin = SUBUNITS.has(tokens[rest.next]?.lower ?? '');
  const bare =
    tokens[rest.next]?.kind !== 'word' &&
    tokens[rest.next]?.text !== '%' &&
    CURRENCY_NAMES.get(tokens[rest.next]?.text ?? '') === undefined;
  if (!coin && !bare) return figure;
  return { ...figure, next: coin ? rest.next + 1 : rest.next, value: figure.value + rest.value / 100 };
}

/** "5 feet 2 inches", "6-foot-4", "5 ft 2". */
function withInches(tokens: readonly Token[], figure: Figure): Figure {
  if (figure.unit !== 'foot') return figure;
  const joint =
    is(tokens, figure.next, 'and') || is(tokens, figure.next, ',') || isDash(tokens, figure.next) ? 1 : 0;
  const rest = readAmount(tokens, figure.next + joint, { money: false, joined: false });
  if (rest === undefined || rest.value < 0 || rest.value >= 12) return figure;
  const inches = spelledUnit(tokens, rest.next) ?? unitAfter(tokens, rest);
  const inch = inches?.name === 'inch' || isInchMark(tokens, rest.next);
  const bare =
    isDash(tokens, figure.next) ||
    (joint === 0 && tokens[rest.next]?.kind !== 'word' && !isDash(tokens, rest.next));
  if (!inch && !bare) return figure;
  return {
    ...figure,
    next: inch ? Math.max(rest.next + 1, inches?.next ?? 0) : rest.next,
    value: figure.value + rest.value / 12,
  };
}

/** "6ft 2in tall", "5 ft 2 in". */
function isInchMark(tokens: readonly Token[], at: number): boolean {
  return is(tokens, at, 'in') && (tokens[at]?.spaced === false || tokens[at + 1]?.kind !== 'word');
}
