import { randomInt } from 'node:crypto';
import type { Request } from 'express';
import type { AssignmentValues } from '../../../views/assignments/_form.tsx';
import { type ArticleChoice, MAX_ARTICLES_AT_ONCE } from '../../actions/assignments/chosen-articles.ts';
import type { AssignmentOrder } from '../../actions/assignments/plan.ts';
import { ALL_ARTICLES } from '../../domain/article-filter.ts';
import {
  MAX_CODERS_EACH,
  MAX_STALE_DAYS,
  readDay,
  readSeed,
  wholeNumber,
} from '../../domain/assignment-form.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { MAX_SEED } from '../../domain/seeded.ts';
import { t } from '../../messages/language.ts';
import { allFieldsOf, fieldsOf } from '../fields.ts';

const WHICH = ['all', 'free', 'filter', 'ticked'] as const;

/** Seeds that are proposed are short enough to be noted down. */
const SEEDS_PROPOSED = 10_000;

/** The form before anybody has filled it in. */
export function blankValues(
  ticked: readonly string[],
  coders: readonly string[],
  stale: number | null,
): AssignmentValues {
  return {
    which: ticked.length > 0 ? 'ticked' : 'free',
    words: '',
    label: '',
    ticked,
    coders,
    codersEach: '1',
    share: '0',
    seed: String(randomInt(SEEDS_PROPOSED)),
    due: '',
    seats: '1',
    stale: stale === null ? '' : String(stale),
  };
}

/** The form as it was sent. */
export function sentValues(request: Request): AssignmentValues {
  const sent = fieldsOf(request);
  return {
    which: WHICH.find((which) => which === sent.which) ?? 'free',
    words: sent.q ?? '',
    label: sent.label ?? '',
    ticked: allFieldsOf(request, 'article').slice(0, MAX_ARTICLES_AT_ONCE),
    coders: allFieldsOf(request, 'coder'),
    codersEach: sent.coders_each ?? '1',
    share: sent.share ?? '0',
    seed: sent.seed ?? '0',
    due: sent.due ?? '',
    seats: sent.seats ?? '',
    stale: sent.stale ?? '',
  };
}

/** Which articles a form means. */
export function choiceOf({ which, words, label, ticked }: AssignmentValues): ArticleChoice {
  if (which === 'filter') {
    return { which, filter: { ...ALL_ARTICLES, words: words.trim(), label: label.trim() || null } };
  }
  return which === 'ticked' ? { which, ids: ticked } : { which };
}

/** What a form asks to be given to whom. Throws InvalidInputError. */
export function orderOf(values: AssignmentValues): AssignmentOrder {
  const codersEach = wholeNumber(values.codersEach, 1, MAX_CODERS_EACH);
  const percent = wholeNumber(values.share || '0', 0, 100);
  const seed = readSeed(values.seed);
  const dueAt = readDay(values.due);
  refuse({
    coder: values.coders.length === 0 && t('assignments.wrongCoders'),
    coders_each: codersEach === undefined && t('assignments.wrongCodersEach', { most: MAX_CODERS_EACH }),
    share: percent === undefined && t('assignments.wrongShare'),
    seed: seed === undefined && t('assignments.wrongSeed', { most: MAX_SEED }),
    due: dueAt === undefined && t('assignments.wrongDue'),
  });
  return {
    articles: choiceOf(values),
    coders: values.coders,
    codersEach: codersEach ?? 1,
    share: (percent ?? 0) / 100,
    seed: seed ?? 0,
    dueAt: dueAt ?? null,
  };
}

/** How many coders a form lets an article be taken by. Throws InvalidInputError. */
export function seatsOf({ seats: sent }: AssignmentValues): number {
  const seats = wholeNumber(sent, 0, MAX_CODERS_EACH);
  refuse({ seats: seats === undefined && t('assignments.wrongSeats', { most: MAX_CODERS_EACH }) });
  return seats ?? 0;
}

/** After how many days what lies still goes back; null for never. Throws InvalidInputError. */
export function staleDaysOf({ stale: sent }: AssignmentValues): number | null {
  const days = sent.trim() === '' ? null : wholeNumber(sent, 1, MAX_STALE_DAYS);
  refuse({ stale: days === undefined && t('assignments.wrongStale', { most: MAX_STALE_DAYS }) });
  return days ?? null;
}

/** A day that a form sent. Throws InvalidInputError (field `due`). */
export function dueOf(sent: string | undefined): Date | null {
  const day = readDay(sent);
  refuse({ due: day === undefined && t('assignments.wrongDue') });
  return day ?? null;
}

function refuse(problems: Readonly<Record<string, string | false>>): void {
  const wrong = Object.entries(problems).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  if (wrong.length > 0) throw new InvalidInputError(Object.fromEntries(wrong));
}
