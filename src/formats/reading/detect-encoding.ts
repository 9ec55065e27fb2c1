import { detectAll } from 'jschardet';
import { ownEntry } from '../../text/own-entry.ts';
import { isPlausible } from './plausible.ts';
import { decodeWindows1252 } from './windows-1252.ts';

/**
 * Every encoding that a text without a byte order mark is read in, by its name in the WHATWG Encoding Standard, the
 * commonest first.
 */
export const ENCODINGS = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'iso-8859-2',
  'iso-8859-4',
  'iso-8859-5',
  'iso-8859-6',
  'iso-8859-7',
  'iso-8859-8',
  'iso-8859-13',
  'iso-8859-15',
  'iso-8859-16',
  'koi8-r',
  'koi8-u',
  'ibm866',
  'macintosh',
  'x-mac-cyrillic',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'gb18030',
  'big5',
  'euc-kr',
] as const;

export type Encoding = (typeof ENCODINGS)[number];

/** The detector's names that the standard does not know. */
const LABELS: Readonly<Record<string, Encoding>> = {
  MacRoman: 'macintosh',
  MacCyrillic: 'x-mac-cyrillic',
  CP932: 'shift_jis',
  CP949: 'euc-kr',
  CP874: 'windows-874',
  CP1258: 'windows-1258',
  shift_jis_2004: 'shift_jis',
  'EUC-JIS-2004': 'euc-jp',
  'iso2022-jp-2': 'iso-2022-jp',
};

/** As many bytes tell an encoding as well as more would. */
const SAMPLE = 64 * 1024;

/**
 * The encodings in which bytes that are not UTF-8 may be read as words of some language, the likeliest first; none
 * where they look like no text. By jschardet, a port of Python's chardet 7.
 */
export function likelyEncodings(bytes: Uint8Array): Encoding[] {
  const sample = sampleOf(bytes);
  // Without a bound of the detector's own: in a short text it leaves out what is as good as certain.
  const found = detectAll(sample, { minimumThreshold: 0 }).flatMap(({ encoding, confidence }) => {
    const known = ENCODINGS.find((one) => one === encodingOf(encoding ?? ''));
    return known && isReadable(decodeAs(sample, known)) ? { encoding: known, confidence } : [];
  });
  const likely = isLatin(sample) ? latinFirst(found) : found;
  return [...new Set([...westernFirst(likely), ...likely.map(({ encoding }) => encoding)])];
}

function isReadable(text: string): boolean {
  return !text.includes('\uFFFD') && isPlausible(text);
}

/** Encodings in which the letters of other scripts than the Latin one stand at the high bytes. */
const OF_OTHER_SCRIPTS =
  /^(?:windows-(?:1251|1253|1255|1256|874)|iso-8859-[5678]$|koi8|ibm866|x-mac|shift|euc|iso-2022|gb|big5)/;

/** So few high bytes tell nothing of their script beside many plain letters. */
const FEW = 24;

function isLatin(sample: Uint8Array): boolean {
  const letters = Buffer.from(sample).toString('latin1');
  const high = letters.match(/[\u0080-\u00FF]/g)?.length ?? 0;
  const plain = letters.match(/[a-z]/gi)?.length ?? 0;
  return high < FEW && high * 2 < plain;
}

function latinFirst(found: readonly Guess[]): Guess[] {
  const isOther = ({ encoding }: Guess) => OF_OTHER_SCRIPTS.test(encoding);
  return [...found.filter((guess) => !isOther(guess)), ...found.filter(isOther)];
}

interface Guess {
  readonly encoding: Encoding;
  /** Of the detector: 0.1 to 0.4 in a text of some sentences. */
  readonly confidence: number;
}

/** A few letters tell little: then the commonest encoding is likelier than one that fits a little better. */
function westernFirst(found: readonly Guess[]): Encoding[] {
  const western = found.find(({ encoding }) => encoding === 'windows-1252');
  const best = found[0]?.confidence ?? 0;
  return western && western.confidence < 0.3 && best < 1.5 * western.confidence ? ['windows-1252'] : [];
}

function encodingOf(name: string): string | undefined {
  try {
    const label = ownEntry(LABELS, name) ?? name.replace(/^iso8859/, 'iso-8859');
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** The text that bytes are in an encoding; what is no character in it becomes U+FFFD. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): string {
  return encoding === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(encoding).decode(bytes);
}

/** From the first byte on that tells anything, to the end of a line, so that no character is cut in two. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte > 0x7f || byte === ESCAPE);
  const begin = bytes.lastIndexOf(LINE_FEED, first) + 1;
  const end = bytes.indexOf(LINE_FEED, begin + SAMPLE);
  return bytes.subarray(begin, end < 0 ? undefined : end);
}

const LINE_FEED = 0x0a;
/** Begins the letters of ISO-2022-JP, all of which are ASCII. */
const ESCAPE = 0x1b;
