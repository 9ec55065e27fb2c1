import { ROLES, type Role } from '../../domain/permission.ts';
import { t } from '../../messages/language.ts';

type Fields = Readonly<Record<string, string | undefined>>;
type Problems = Record<string, string>;

/** The role that a form names; where it names none, that is a problem. */
export function roleIn(fields: Fields, problems: Problems): Role {
  const role = ROLES.find((one) => one === fields.role);
  if (!role) problems.role = t('people.badRole');
  return role ?? 'reader';
}

/** The end of the day, in UTC, that a form names; null where the field is empty. */
export function untilIn({ until = '' }: Fields, problems: Problems, now = new Date()): Date | null {
  if (until.trim() === '') return null;
  const end = new Date(`${until.trim()}T23:59:59.999Z`);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(until.trim()) && end.toJSON()?.startsWith(until.trim());
  if (isDay && end > now) return end;
  problems.until = t('people.badDate', { example: dayIn(30, now) });
  return null;
}

/** The day that is so many days away, as dates are written in forms. */
export function dayIn(days: number, now: Date): string {
  return new Date(now.getTime() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
