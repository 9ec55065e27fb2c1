import type { StatisticKind } from '../suggestion.ts';
import { type Amount, readAmount } from './amounts.ts';
import { comparatorAfter } from './comparators.ts';
import { CURRENCY_NAMES, CURRENCY_SIGNS, SUBUNITS } from './currency-table.ts';
import { AGE_LEADS } from './exclusion-words.ts';
import { notFigure } from './exclusions.ts';
import { wordSet } from './name-table.ts';
import { STOPS } from './noun-words.ts';
import {
  type Counted,
  countedPeople,
  countedPlural,
  countedSingular,
  nounAfterOf,
  singular,
} from './nouns.ts';
import { readRank } from './ranks.ts';
import { is, isCapitalised, isDash, type Token } from './tokens.ts';
import { TIME_UNITS } from './unit-table.ts';
import { currencyBefore, perAfter, spelledUnit, type Unit, unitAfter } from './units.ts';

/** A number with its unit or counted noun: the tokens from `first` up to `next`. */
export interface Figure {
  readonly amount: Amount;
  readonly first: number;
  readonly next: number;
  readonly value: number;
  readonly valueMax?: number;
  readonly unit?: string;
  readonly subject?: string;
  readonly money: boolean;
  /** The unit is a noun of the sentence, not one of a table. */
  readonly counted: boolean;
  readonly kind?: StatisticKind;
}

/** A figure, or where to read on when the number there is none. */
export type FigureOrSkip = { readonly figure: Figure } | { readonly skip: number };

/** Reads the figure whose number begins at `at`, not reaching back past `floor`; undefined where no number does. */
export function readFigure(
  tokens: readonly Token[],
  at: number,
  { floor = 0, joined = true } = {},
): FigureOrSkip | undefined {
  const rank = readRank(tokens, at);
  if (rank !== undefined && rank.first >= floor) return { figure: rank };
  const sign = currencyBefore(tokens, at);
  const currency = sign !== undefined && sign.first >= floor ? sign : undefined;
  const amount = readAmount(tokens, at, { money: currency !== undefined, joined });
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
  const million = currency.name;
  const next =
    is(tokens, amount.next, 'dollars') || is(tokens, amount.next, 'dollar') ? amount.next + 1 : amount.next;
  return withPer(tokens, {
    amount,
    first: currency.first,
    next,
    value: amount.value,
    unit: million,
    money: true,
    counted: false,
  });
}

/** A figure with a unit of the tables behind it. */
function measured(tokens: readonly Token[], amount: Amount): Figure | undefined {
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
  if (TIME_UNITS.has(unit.name)) return withAge(tokens, whole) ?? withPer(tokens, adjectival(tokens, whole));
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

/** "Two-year deal", "two years' work": nothing to add but the hyphen's other side stays out. */
function adjectival(tokens: readonly Token[], figure: Figure): Figure {
  const apostrophe = tokens[figure.next];
  const possessive = (apostrophe?.text === "'" || apostrophe?.text === '’') && !apostrophe.spaced;
  return possessive && tokens[figure.next + 1]?.spaced ? { ...figure, next: figure.next } : figure;
}

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

const MONEY_LEADS = new Set([
  'cost',
  'costs',
  'paid',
  'pay',
  'pays',
  'fined',
  'worth',
  'spent',
  'spend',
  'earned',
  'raised',
  'owed',
  'saved',
  'charged',
  'price',
  'priced',
  'stole',
  'won',
]);

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

/** "14-year-old", "five years old", "three months of age". */
function withAge(tokens: readonly Token[], figure: Figure): Figure | undefined {
  const next = ageEnd(tokens, figure.next) ?? (isAgeLead(tokens, figure.first) ? figure.next : undefined);
  if (next === undefined) return undefined;
  return { ...figure, next, unit: `${figure.unit} of age`, kind: 'age' };
}

/** "aged four months", "at the age of three years", with a comparator between at most. */
function isAgeLead(tokens: readonly Token[], at: number): boolean {
  const lead = tokens[at - 1]?.lower ?? '';
  return AGE_LEADS.has(lead) || (lead === 'of' && is(tokens, at - 2, 'age'));
}

function ageEnd(tokens: readonly Token[], at: number): number | undefined {
  const start = isDash(tokens, at) ? at + 1 : at;
  if (is(tokens, start, 'old') || is(tokens, start, 'olds')) return start + 1;
  return is(tokens, at, 'of') && is(tokens, at + 1, 'age') ? at + 2 : undefined;
}

/** "aged 14", "at age seventeen", "87 yo", and the age behind a name: "Daniel Moss, 42,". */
function aged(tokens: readonly Token[], amount: Amount): Figure | undefined {
  if (amount.value < 0 || amount.value > 120 || !Number.isInteger(amount.value)) return undefined;
  if (is(tokens, amount.next, 'yo') || is(tokens, amount.next, 'yrs'))
    return ageFigure(amount, amount.first, amount.next + 1);
  const lead = tokens[amount.first - 1]?.lower ?? '';
  const figure = ageFigure(amount, amount.first - 1, amount.next);
  if (AGE_LEADS.has(lead)) return figure;
  if (isAgeLead(tokens, amount.first) || is(tokens, amount.first - 1, 'turned'))
    return ageFigure(amount, amount.first, amount.next);
  return lead === ',' && isApposition(tokens, amount)
    ? ageFigure(amount, amount.first, amount.next)
    : undefined;
}

function ageFigure(amount: Amount, first: number, next: number): Figure {
  return {
    amount,
    first,
    next,
    value: amount.value,
    unit: 'year of age',
    money: false,
    counted: false,
    kind: 'age',
  };
}

const PERSONS = wordSet(
  'man woman boy girl teenager youth student pupil mother father son daughter brother sister husband wife driver',
);

/** A name, a comma, a bare number, and a comma or the end. */
function isApposition(tokens: readonly Token[], amount: Amount): boolean {
  const name = tokens[amount.first - 2];
  const after = tokens[amount.next];
  if (amount.form !== 'digits' || name?.kind !== 'word' || !(isCapitalised(name) || PERSONS.has(name.lower)))
    return false;
  const closes =
    after === undefined ||
    after.text === ',' ||
    after.text === ';' ||
    after.text === '.' ||
    after.lower === 'and' ||
    after.lower === 'of';
  return closes && amount.value > 0 && !/^\d/u.test(tokens[amount.next + 1]?.text ?? '');
}

/** A figure with the noun it counts, or alone. */
function counted(tokens: readonly Token[], amount: Amount): Figure {
  const bare: Figure = {
    amount,
    first: amount.first,
    next: amount.next,
    value: amount.value,
    money: false,
    counted: false,
  };
  const noun = nounOf(tokens, amount);
  if (noun === undefined) return withRate(tokens, moreOf(tokens, bare));
  const named = {
    ...bare,
    unit: nounName(tokens[noun.head]),
    subject: wordsOf(tokens, noun),
    counted: true,
  };
  return withPer(tokens, { ...named, next: noun.next });
}

/** "8.1 per 100,000", with nothing named. */
function withRate(tokens: readonly Token[], figure: Figure): Figure {
  const per = is(tokens, figure.next, 'per') ? perAfter(tokens, figure.next) : undefined;
  return per === undefined || !/^\d/u.test(per.name)
    ? figure
    : { ...figure, next: per.next, unit: `per ${per.name}` };
}

function nounOf(tokens: readonly Token[], amount: Amount): Counted | undefined {
  const tail = comparatorAfter(tokens, amount.next);
  const at = tail?.next ?? amount.next;
  if (tail !== undefined && amount.form !== 'vague') return countedPlural(tokens, at);
  if (isDash(tokens, at) && tokens[at + 1]?.kind === 'word') return hyphenated(tokens, at);
  if (amount.form === 'vague' && is(tokens, at, 'of')) return nounAfterOf(tokens, at);
  if (amount.form === 'part' && Math.abs(amount.value) < 1) return undefined;
  if (amount.value === 1) return countedSingular(tokens, at);
  return countedPlural(tokens, at) ?? countedPeople(tokens, at);
}

/** The noun in the singular; a name keeps its capitals ("Democrat", "MP", "iPhone"). */
function nounName(token: Token | undefined): string {
  if (token === undefined) return '';
  if (/^[A-Z]{2,}s$/u.test(token.text)) return token.text.slice(0, -1);
  const name = singular(token.lower);
  return token.lower.startsWith(name) ? token.text.slice(0, name.length) : name;
}

/** "six-member", "three-nation", and the treebank's "six - member". */
function hyphenated(tokens: readonly Token[], dash: number): Counted | undefined {
  const spaced = tokens[dash]?.spaced === true;
  const word = tokens[dash + 1];
  if (
    word === undefined ||
    spaced !== word.spaced ||
    tokens[dash]?.text === '—' ||
    STOPS.has(word.lower) ||
    MANNERS.has(word.lower)
  )
    return undefined;
  return { first: dash + 1, head: dash + 1, next: dash + 2 };
}

/** "5,000-strong", "20-something": nothing is named. */
const MANNERS = wordSet('strong high something odd');

/** "200 more", with nothing named. */
function moreOf(tokens: readonly Token[], figure: Figure): Figure {
  const more = is(tokens, figure.next, 'more') || is(tokens, figure.next, 'others');
  return more && !is(tokens, figure.next + 1, 'than') ? { ...figure, next: figure.next + 1 } : figure;
}

function wordsOf(tokens: readonly Token[], noun: Counted): string {
  const words = tokens.slice(noun.first, noun.next);
  return words.map((token, i) => (i > 0 && token.spaced ? ` ${token.text}` : token.text)).join('');
}

function withPer(tokens: readonly Token[], figure: Figure): Figure {
  const per = perAfter(tokens, figure.next);
  if (per === undefined || isFixedRate(figure.unit)) return withSubject(tokens, figure);
  return withSubject(tokens, { ...figure, next: per.next, unit: `${figure.unit} per ${per.name}` });
}

const isFixedRate = (unit: string | undefined): boolean =>
  unit === 'percent' || unit?.includes(' per ') === true;

/** What a unit measures: "26,000 kilograms of explosives", "$2 million in damages". */
function withSubject(tokens: readonly Token[], figure: Figure): Figure {
  if (figure.subject !== undefined) return figure;
  if (!is(tokens, figure.next, 'of') && !(figure.money && is(tokens, figure.next, 'in'))) return figure;
  const noun = nounAfterOf(tokens, figure.next);
  return noun === undefined ? figure : { ...figure, subject: wordsOf(tokens, noun) };
}

/** What a bare number is a part of: "two-thirds of voters", "four of the five officers". */
export function shareSubject(tokens: readonly Token[], figure: Figure): Figure {
  const partitive = figure.unit === undefined && figure.kind === undefined && figure.amount.form !== 'vague';
  return partitive ? withSubject(tokens, figure) : figure;
}

/** Whether a token can begin a figure without being a number itself: a currency sign or code. */
export function isCurrencySign(token: Token): boolean {
  return CURRENCY_SIGNS.has(token.lower);
}

export type { Unit };
