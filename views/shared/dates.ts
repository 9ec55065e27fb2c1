import { language } from '../../src/messages/language.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** A day as the language of whoever asks writes it, in UTC: `27 Nov 2026`. */
export function shortDay(at: Date): string {
  // American English writes the month first; the desk is read in many places.
  const code = language().code === 'en' ? 'en-GB' : language().code;
  const format = formats.get(code) ?? new Intl.DateTimeFormat(code, { dateStyle: 'medium', timeZone: 'UTC' });
  formats.set(code, format);
  return format.format(at);
}
