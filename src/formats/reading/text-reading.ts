import { type DecodedText, readText } from './decode-text.ts';
import { decodeAs, ENCODINGS, type Encoding, likelyEncodings } from './detect-encoding.ts';

/** How the bytes of a text were read, for a person to judge: said only where it is a guess or a repair. */
export interface TextReading {
  readonly encoding: DecodedText['encoding'];
  /** How many characters were damaged and are U+FFFD now. */
  readonly damaged: number;
  /** A line, or a part of it, whose letters tell whether the encoding is right. */
  readonly line: string;
  /** What the same line is in other encodings that give another text, the likeliest first. */
  readonly others: readonly { readonly encoding: Encoding; readonly line: string }[];
}

/** A text with the way it was read; without it where the bytes leave no doubt. */
export interface ReadText {
  readonly text: string;
  readonly reading?: TextReading;
}

/**
 * Reads bytes as `readText` does, in the encoding that a person has `chosen` if there is one. Throws as it does.
 */
export function readWithReading(bytes: Uint8Array, chosen?: Encoding): ReadText {
  const decoded = readText(bytes, chosen);
  const reading = readingOf(bytes, decoded, chosen !== undefined);
  return reading ? { text: decoded.text, reading } : { text: decoded.text };
}

/** What there is to say of how bytes were read; nothing where they are whole UTF-8 or UTF-16. */
export function readingOf(
  bytes: Uint8Array,
  { text, encoding, others, damaged }: DecodedText,
  isChosen = false,
): TextReading | undefined {
  if (encoding.startsWith('utf') && damaged === 0) return undefined;
  const isGuess = !encoding.startsWith('utf');
  const beginning = isGuess ? decodeAs(part(bytes), asGuess(encoding)) : damagedPart(text);
  const at = isGuess ? tellingLine(beginning) : 0;
  const rivals = isChosen || !isGuess ? likelyEncodings(bytes) : others;
  const seen = new Set([beginning]);
  const different = rivals.slice(0, MAX_OTHERS).flatMap((other) => {
    const reading = decodeAs(part(bytes), other);
    if (other === encoding || seen.has(reading)) return [];
    seen.add(reading);
    return [{ encoding: other, line: lineAt(reading, isGuess ? at : tellingLine(reading)) }];
  });
  return { encoding, damaged, line: lineAt(beginning, at), others: different };
}

/** More choices than these help nobody. */
const MAX_OTHERS = 8;
/** In bytes or UTF-16 code units: lines that tell stand near the first letter beyond ASCII. */
const REACH = 6000;
/** In UTF-16 code units. */
const MAX_LINE = 90;

/** All encodings but UTF-8 and UTF-16 are guesses. */
function asGuess(encoding: DecodedText['encoding']): Encoding {
  return ENCODINGS.find((each) => each === encoding) ?? 'windows-1252';
}

/** From the line of the first damaged character on. */
function damagedPart(text: string): string {
  const first = text.indexOf('\uFFFD');
  return text.slice(Math.max(text.lastIndexOf('\n', first) + 1, first - MAX_LINE / 2), first + REACH);
}

/** The bytes about the first that is not ASCII, from the beginning of its line. */
function part(bytes: Uint8Array): Uint8Array {
  const first = Math.max(
    0,
    bytes.findIndex((byte) => byte > 0x7f || byte === 0x1b),
  );
  const begin = bytes.lastIndexOf(0x0a, first) + 1;
  const end = bytes.indexOf(0x0a, first + REACH);
  return bytes.subarray(first - begin > REACH ? first : begin, end < 0 ? first + REACH : end);
}

/** Which line holds the most different letters beyond ASCII: by it an encoding is judged at a glance. */
function tellingLine(text: string): number {
  const counts = text.split('\n').map((line) => new Set(shortened(line).match(/[^\p{ASCII}]/gu)).size);
  return counts.indexOf(Math.max(...counts));
}

function lineAt(text: string, at: number): string {
  return shortened(text.split('\n')[at] ?? '');
}

/** A line from shortly before its first letter beyond ASCII, if it is long. */
function shortened(line: string): string {
  const first = Math.max(0, line.search(/[^\p{ASCII}\s]/u) - MAX_LINE / 3);
  const begin = line.length <= MAX_LINE || first === 0 ? 0 : line.indexOf(' ', first) + 1;
  const cut = line.slice(begin, begin + MAX_LINE).replace(/[\uD800-\uDBFF]$/, '');
  return cut.replaceAll(/\s+/g, ' ').trim();
}
