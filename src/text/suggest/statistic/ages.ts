import { wordSet } from '../../word-set.ts';
import type { Amount } from './amount.ts';
import { AGE_LEADS } from './exclusion-words.ts';
import type { Figure } from './figure.ts';
import { is, isCapitalised, isDash, type Token } from './tokens.ts';

/** "14-year-old", "five years old", "three months of age". */
export function withAge(tokens: readonly Token[], figure: Figure): Figure | undefined {
  const next = ageEnd(tokens, figure.next) ?? (isAgeLead(tokens, figure.first) ? figure.next : undefined);
  if (next === undefined) return undefined;
  return { ...figure, next, unit: `${figure.unit} of age`, kind: 'age' };
}

/** "aged four months", "at the age of three years", with a comparator between at most. */
function isAgeLead(tokens: readonly Token[], at: number): boolean {
  const lead = tokens[at - 1]?.lower ?? '';
  const bounded = lead === 'between' || lead === 'from' || lead === 'over' || lead === 'under';
  if (bounded && AGE_LEADS.has(tokens[at - 2]?.lower ?? '')) return true;
  return AGE_LEADS.has(lead) || (lead === 'of' && is(tokens, at - 2, 'age'));
}

function ageEnd(tokens: readonly Token[], at: number): number | undefined {
  const start = isDash(tokens, at) ? at + 1 : at;
  if (is(tokens, start, 'old') || is(tokens, start, 'olds')) return start + 1;
  return is(tokens, at, 'of') && is(tokens, at + 1, 'age') ? at + 2 : undefined;
}

/** "aged 14", "at age seventeen", "87 yo", and the age behind a name: "Daniel Moss, 42,". */
export function aged(tokens: readonly Token[], amount: Amount): Figure | undefined {
  if (amount.value < 0 || amount.value > 120 || !Number.isInteger(amount.value)) return undefined;
  if (is(tokens, amount.next, 'yo') || is(tokens, amount.next, 'yrs'))
    return ageFigure(amount, amount.first, amount.next + 1);
  if (isOlder(tokens, amount.next)) return ageFigure(amount, amount.first, amount.next);
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

/** "55 and older", "16 or younger". */
function isOlder(tokens: readonly Token[], at: number): boolean {
  const joint = is(tokens, at, 'and') || is(tokens, at, 'or');
  return joint && (is(tokens, at + 1, 'older') || is(tokens, at + 1, 'younger'));
}

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
