import type { IncomingAnnotation } from '../../formats/incoming.ts';

/** ISO 8601 with a time; without a zone it is taken for UTC. */
const TIME = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?$/i;

/** When an annotation was made and changed, as the file says; where it says one of the two, for both; else `now`. */
export function incomingTimes({ createdAt, updatedAt }: IncomingAnnotation, now: Date) {
  const made = parseTime(createdAt);
  const changed = parseTime(updatedAt);
  const first = made ?? changed ?? now;
  return { createdAt: first, updatedAt: changed && changed > first ? changed : first };
}

function parseTime(written: string | undefined): Date | undefined {
  const [whole, zone] = TIME.exec(written?.trim() ?? '') ?? [];
  if (whole === undefined) return undefined;
  const time = new Date(`${whole.replace(' ', 'T')}${zone === undefined ? 'Z' : ''}`);
  return Number.isNaN(time.getTime()) ? undefined : time;
}
