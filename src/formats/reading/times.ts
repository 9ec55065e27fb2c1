/**
 * The time as `Date.toISOString` gives it, UTC where it has no zone; undefined for what is no ISO 8601 time.
 */
export function isoTime(written: string | undefined): string | undefined {
  const found =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(
      written?.trim() ?? '',
    );
  if (!found) return undefined;
  const [, date, time = '00:00', zone = 'Z'] = found;
  const [hours, minutes] = [zone.slice(0, 3), zone.slice(-2)];
  const moment = new Date(
    `${date}T${time.replace(',', '.')}${zone.length < 4 ? 'Z' : `${hours}:${minutes}`}`,
  );
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}
