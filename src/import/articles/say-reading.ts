import type { TextReading } from '../../formats/reading/text-reading.ts';
import { t } from '../../messages/language.ts';

/** How the letters of a text were read, in a sentence or two for a report. */
export function sayReading({ encoding, damaged }: TextReading): string {
  const said = encoding.startsWith('utf') ? [] : [t('encoding.readAs', { encoding: encodingName(encoding) })];
  if (damaged > 0) said.push(t('encoding.damaged', { count: damaged }));
  return said.join(' ');
}

/** What an encoding is called, with the languages that it is for. */
export function encodingName(encoding: TextReading['encoding']): string {
  return t(`encodingName.${encoding}`);
}
