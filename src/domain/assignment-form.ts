import { MAX_SEED } from './seeded.ts';

/** Most coders that an article can be given to. */
export const MAX_CODERS_EACH = 50;

/** Most days after which what was taken and not touched goes back. */
export const MAX_STALE_DAYS = 365;

/** Reads a whole number as forms send it; undefined where it is none between `least` and `most`. */
export function wholeNumber(sent: string | undefined, least: number, most: number): number | undefined {
  const trimmed = sent?.trim() ?? '';
  if (!/^\d{1,10}$/.test(trimmed)) return undefined;
  const number = Number(trimmed);
  return number >= least && number <= most ? number : undefined;
}

/** Reads a seed. */
export function readSeed(sent: string | undefined): number | undefined {
  return wholeNumber(sent, 0, MAX_SEED);
}

/**
 * Reads a day as date fields send it, `2026-12-05`, as its beginning in UTC. Null where the field is empty, undefined
 * where it holds something else.
 */
export function readDay(sent: string | undefined): Date | null | undefined {
  const trimmed = sent?.trim() ?? '';
  if (trimmed === '') return null;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(trimmed)) return undefined;
  const day = new Date(`${trimmed}T00:00:00Z`);
  // A day that the month does not have becomes one of the next month.
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== trimmed ? undefined : day;
}
