import type { Figure } from './figure.ts';
import { type Counted, nounAfterOf } from './nouns.ts';
import { singular } from './plurals.ts';
import { is, type Token } from './tokens.ts';
import { TIME_UNITS } from './unit-table.ts';
import { perAfter } from './units.ts';

export function withPer(tokens: readonly Token[], figure: Figure): Figure {
  const per = perAfter(tokens, figure.next);
  if (per === undefined || isFixedRate(figure.unit)) return withSubject(tokens, figure);
  return withSubject(tokens, { ...figure, next: per.next, unit: `${figure.unit} per ${per.name}` });
}

const isFixedRate = (unit: string | undefined): boolean =>
  unit === 'percent' || unit?.includes(' per ') === true;

/** What a unit measures: "26,000 kilograms of explosives", "$2 million in damages". */
function withSubject(tokens: readonly Token[], figure: Figure): Figure {
  if (figure.subject !== undefined) return figure;
  const spent = figure.money && is(tokens, figure.next, 'in');
  if (!is(tokens, figure.next, 'of') && !spent) return figure;
  const noun = nounAfterOf(tokens, figure.next);
  if (noun === undefined || (spent && isTime(tokens, noun))) return figure;
  return { ...figure, subject: wordsOf(tokens, noun) };
}

/** "£1.2bn in the six months to June" says when, not what for. */
function isTime(tokens: readonly Token[], noun: Counted): boolean {
  return TIME_UNITS.has(singular(tokens[noun.head]?.lower ?? ''));
}

/** What a bare number is a part of: "two-thirds of voters", "four of the five officers". */
export function shareSubject(tokens: readonly Token[], figure: Figure): Figure {
  const partitive = figure.unit === undefined && figure.kind === undefined && figure.amount.form !== 'vague';
  return partitive ? withSubject(tokens, figure) : figure;
}

/** "8.1 per 100,000", with nothing named. */
export function withRate(tokens: readonly Token[], figure: Figure): Figure {
  const per = is(tokens, figure.next, 'per') ? perAfter(tokens, figure.next) : undefined;
  return per === undefined || !/^\d/u.test(per.name)
    ? figure
    : { ...figure, next: per.next, unit: `per ${per.name}` };
}

export function wordsOf(tokens: readonly Token[], noun: Counted): string {
  const words = tokens.slice(noun.first, noun.next);
  return words.map((token, i) => (i > 0 && token.spaced ? ` ${token.text}` : token.text)).join('');
}
