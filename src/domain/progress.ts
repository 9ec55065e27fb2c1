import { byKey } from './by-key.ts';
import { CODING_STATES, type CodingState } from './coding.ts';

/** What is known of one coding for an overview. */
export interface CodingProgress {
  readonly articleId: string;
  readonly coderId: string;
  readonly state: CodingState;
  /** Sentences of the article, and how many of them are coded. */
  readonly sentences: number;
  readonly coded: number;
  /** When it was last worked on, or taken. Null where it only was assigned. */
  readonly touchedAt: Date | null;
  readonly dueAt: Date | null;
  /** Null unless it is done. */
  readonly doneAt: Date | null;
}

/** A coder's codings in one state, taken together. */
export interface CodingGroup {
  readonly coderId: string;
  readonly state: CodingState;
  readonly codings: number;
  readonly sentences: number;
  readonly coded: number;
  /** How many of them are due and not done. */
  readonly overdue: number;
  /** When the last of them was touched. */
  readonly touchedAt: Date | null;
}

/** How far one coder is. */
export interface CoderProgress {
  readonly coderId: string;
  /** How many of their codings are in each state. */
  readonly codings: Readonly<Record<CodingState, number>>;
  /** Of all but those that were let go. */
  readonly sentences: number;
  readonly coded: number;
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
  groups: readonly CodingGroup[],
  coderIds: readonly string[],
): CoderProgress[] {
  const byCoder = new Map(coderIds.map((id): [string, CodingGroup[]] => [id, []]));
  for (const group of groups) byCoder.get(group.coderId)?.push(group);
  return [...byCoder].map(([coderId, own]) => progressOf(coderId, own));
}

function progressOf(coderId: string, groups: readonly CodingGroup[]): CoderProgress {
  const kept = groups.filter(({ state }) => state !== 'released');
  const sum = (of: 'codings' | 'sentences' | 'coded' | 'overdue', among = kept) =>
    among.reduce((total, group) => total + group[of], 0);
  return {
    coderId,
    codings: byKey(CODING_STATES, (is) =>
      sum(
        'codings',
        groups.filter(({ state }) => state === is),
      ),
    ),
    sentences: sum('sentences'),
    coded: sum('coded'),
    overdue: sum('overdue'),
    touchedAt: latest(groups.map(({ touchedAt }) => touchedAt)),
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
  const limit = daysBefore(now, days).getTime();
  const idle = ({ touchedAt }: CoderProgress) => touchedAt?.getTime() ?? 0;
  return progress
    .filter((coder) => coder.codings.todo + coder.codings.begun > 0 && idle(coder) < limit)
    .sort((a, b) => idle(a) - idle(b));
}

const DAY = 86_400_000;

/** How many codings a coder finished on a day. */
export interface DoneOnDay {
  readonly coderId: string;
  /** ISO 8601, in UTC. */
  readonly day: string;
  readonly codings: number;
}

/** What each coder finished on each of the last days, `until` the last of them. */
export function doneByDay(
  done: readonly DoneOnDay[],
  coderIds: readonly string[],
  { until, days: howMany }: { readonly until: Date; readonly days: number },
): DoneByDay {
  const days = Array.from({ length: howMany }, (_, at) => dayOf(daysBefore(until, howMany - 1 - at)));
  const placeOf = new Map(days.map((day, at) => [day, at]));
  const counts = new Map(coderIds.map((id) => [id, new Array<number>(howMany).fill(0)]));
  for (const { coderId, day, codings } of done) {
    const at = placeOf.get(day);
    const own = counts.get(coderId);
    if (own && at !== undefined) own[at] = (own[at] ?? 0) + codings;
  }
  return { days, counts };
}

/** The same time of day, so many days earlier. */
export function daysBefore(moment: Date, days: number): Date {
  return new Date(moment.getTime() - days * DAY);
}

/** The day of a moment in UTC, `2026-11-28`. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
