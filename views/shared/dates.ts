import { language } from '../../src/messages/language.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** A day as the language of whoever asks writes it, in UTC: `27 Nov 2026`. */
export function shortDay(at: Date): string {
  return formatOf({ dateStyle: 'medium', timeZone: 'UTC' }).format(at);
}

/** A moment to the minute: `27 November 2026 at 14:05 UTC`. */
export function moment(at: Date): string {
  return `${formatOf({ dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(at)} UTC`;
}

function formatOf(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  // American English writes the month first; the desk is read in many places.
  const code = language().code === 'en' ? 'en-GB' : language().code;
  const key = `${code} ${options.dateStyle}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(code, options);
  formats.set(key, format);
  return format;
}
