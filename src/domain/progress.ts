import { byKey } from './by-key.ts';

/** How far a coding is, in the order in which work goes. `released`: claimed and left lying; its seat is free again. */
export const CODING_STATES = ['todo', 'begun', 'done', 'released'] as const;

/** How far a coding is. */
export type CodingState = (typeof CODING_STATES)[number];

/** What is known of one coding for an overview. */
export interface CodingProgress {
  readonly articleId: string;
  readonly coderId: string;
  readonly state: CodingState;
  /** Sentences of the article, and how many of them are coded. */
  readonly sentences: number;
  readonly coded: number;
  /** When it was last worked on. Null where it only was assigned. */
  readonly touchedAt: Date | null;
  readonly dueAt: Date | null;
  /** Null unless it is done. */
  readonly doneAt: Date | null;
}

/** How far one coder is. */
export interface CoderProgress {
  readonly coderId: string;
  /** How many of their codings are in each state. */
  readonly codings: Readonly<Record<CodingState, number>>;
  readonly sentences: number;
  readonly coded: number;
  /** Codings that are due and not done. */
  readonly overdue: number;
  /** When they last worked on one of them. */
  readonly touchedAt: Date | null;
}

/** Days of work, oldest first, and how many codings each coder finished on each. */
export interface DoneByDay {
  /** ISO 8601 dates in UTC, without gaps. */
  readonly days: readonly string[];
  /** By coder, a number for each day. */
  readonly counts: ReadonlyMap<string, readonly number[]>;
}

/** How far each of the coders is, in their order; who has nothing is there as well. */
export function progressByCoder(
  codings: readonly CodingProgress[],
  coderIds: readonly string[],
  now: Date,
): CoderProgress[] {
  const byCoder = new Map(coderIds.map((id): [string, CodingProgress[]] => [id, []]));
  for (const coding of codings) byCoder.get(coding.coderId)?.push(coding);
  return [...byCoder].map(([coderId, own]) => progressOf(coderId, own, now));
}

function progressOf(coderId: string, codings: readonly CodingProgress[], now: Date): CoderProgress {
  const kept = codings.filter(({ state }) => state !== 'released');
  const sum = (of: (coding: CodingProgress) => number) =>
    kept.reduce((total, coding) => total + of(coding), 0);
  return {
    coderId,
    codings: byKey(CODING_STATES, (state) => codings.filter((coding) => coding.state === state).length),
    sentences: sum(({ sentences }) => sentences),
    coded: sum(({ coded }) => coded),
    overdue: kept.filter((coding) => isOverdue(coding, now)).length,
    touchedAt: latest(codings.map(({ touchedAt }) => touchedAt)),
  };
}

/** Whether a coding should be done by now and is not; it is due until the end of its day, in UTC. */
export function isOverdue({ state, dueAt }: Pick<CodingProgress, 'state' | 'dueAt'>, now: Date): boolean {
  return state !== 'done' && dueAt !== null && dayOf(dueAt) < dayOf(now);
}

function latest(times: readonly (Date | null)[]): Date | null {
  return times.reduce((last, time) => (last === null || (time && time > last) ? time : last), null);
}

/** Who has work left and has not worked on any of it for so many days, the longest idle first. */
export function whoHasStopped(progress: readonly CoderProgress[], now: Date, days: number): CoderProgress[] {
  const limit = now.getTime() - days * DAY;
  const idle = ({ touchedAt }: CoderProgress) => touchedAt?.getTime() ?? 0;
  return progress
    .filter((coder) => coder.codings.todo + coder.codings.begun > 0 && idle(coder) < limit)
    .sort((a, b) => idle(a) - idle(b));
}

const DAY = 86_400_000;

/** What each coder finished on each of the last days, `until` the last of them. */
export function doneByDay(
  codings: readonly Pick<CodingProgress, 'coderId' | 'doneAt'>[],
  coderIds: readonly string[],
  { until, days: howMany }: { readonly until: Date; readonly days: number },
): DoneByDay {
  const days = Array.from({ length: howMany }, (_, at) =>
    dayOf(new Date(until.getTime() - (howMany - 1 - at) * DAY)),
  );
  const placeOf = new Map(days.map((day, at) => [day, at]));
  const counts = new Map(coderIds.map((id) => [id, new Array<number>(howMany).fill(0)]));
  for (const { coderId, doneAt } of codings) {
    const at = doneAt ? placeOf.get(dayOf(doneAt)) : undefined;
    const own = counts.get(coderId);
    if (own && at !== undefined) own[at] = (own[at] ?? 0) + 1;
  }
  return { days, counts };
}

/** The day of a moment in UTC, `2026-11-28`. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
