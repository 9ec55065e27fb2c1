import { inTime } from '../../src/messages/language.ts';

/** A day as the language of whoever asks writes it, in UTC: `27 Nov 2026`. */
export function shortDay(at: Date): string {
  return inTime(at, { dateStyle: 'medium', timeZone: 'UTC' });
}

/** A day in full: `27 November 2026`. */
export function longDay(at: Date): string {
  return inTime(at, { dateStyle: 'long', timeZone: 'UTC' });
}

/** A moment to the minute: `27 November 2026 at 14:05 UTC`. */
export function moment(at: Date): string {
  return `${inTime(at, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })} UTC`;
}

/** The day of an ISO date, in full, or its month where it goes no further; what is neither, as it is. */
export function publishedDay(published: string): string {
  const [day = ''] = published.split('T');
  const date = new Date(`${day}${day.length === 7 ? '-01' : ''}T00:00:00Z`);
  if (!/^\d{4}-\d{2}(?:-\d{2})?$/.test(day) || Number.isNaN(date.getTime())) return published;
  return day.length === 7 ? inTime(date, { month: 'long', year: 'numeric', timeZone: 'UTC' }) : longDay(date);
}
