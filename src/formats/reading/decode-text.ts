import { isUtf8 } from 'node:buffer';
import { UnreadableTextError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { binaryKindOf } from '../file-kinds.ts';
import { decodeAs, type Encoding, likelyEncodings } from './detect-encoding.ts';

/** The text of a file, and how its bytes were read. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | Encoding;
  /** Other encodings in which the bytes are words too, the likeliest first; none where nothing was guessed. */
  readonly others: readonly Encoding[];
  /** How many characters were damaged and stand in the text as U+FFFD. */
  readonly damaged: number;
}

/**
 * Reads the text of a file: UTF-16 by its byte order mark, UTF-8 with or without one, or else in the encoding that
 * the bytes look most like, or in `chosen`. The byte order mark is not part of the text. Damaged bytes in a file
 * that plainly is UTF-8 or UTF-16 become U+FFFD.
 *
 * Throws an UnreadableTextError for anything binary, and for bytes that are words in no encoding.
 */
export function readText(bytes: Uint8Array, chosen?: Encoding): DecodedText {
  const binary = binaryKindOf(bytes);
  if (binary) {
    throw new UnreadableTextError(t('file.notText', { kind: binary }));
  }
  if (chosen) return decoded(checked(decodeAs(bytes, chosen)), chosen);
  if (startsWith(bytes, '\xFF\xFE')) return decodedAs(bytes, 'utf-16le');
  if (startsWith(bytes, '\xFE\xFF')) return decodedAs(bytes, 'utf-16be');
  if (isShifted(bytes)) return decoded(checked(decodeAs(bytes, 'iso-2022-jp')), 'iso-2022-jp');
  const text = new TextDecoder('utf-8').decode(bytes);
  if (isUtf8(bytes) || startsWith(bytes, '\xEF\xBB\xBF') || isMostlyUtf8(text))
    return decoded(checked(text), 'utf-8');
  return guessed(bytes);
}

/** As `readText`, the text alone. */
export function decodeText(bytes: Uint8Array): string {
  return readText(bytes).text;
}

function decodedAs(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): DecodedText {
  return decoded(checked(new TextDecoder(encoding).decode(bytes)), encoding);
}

function decoded(
  text: string,
  encoding: DecodedText['encoding'],
  others: readonly Encoding[] = [],
): DecodedText {
  return { text, encoding, others, damaged: count(text, /\uFFFD/g) };
}

function guessed(bytes: Uint8Array): DecodedText {
  if (isBinary(Buffer.from(bytes).toString('latin1'), LOW_CONTROLS))
    throw new UnreadableTextError(t('file.binaryNotText'));
  const [encoding, ...others] = likelyEncodings(bytes);
  if (encoding) return decoded(checked(decodeAs(bytes, encoding)), encoding, others);
  throw new UnreadableTextError(t('file.encoding'));
}

function startsWith(bytes: Uint8Array, mark: string): boolean {
  return (
    bytes.length >= mark.length && Array.from(mark).every((byte, at) => bytes[at] === byte.charCodeAt(0))
  );
}

/** ISO-2022-JP is ASCII in every byte, and shifts to Japanese by signs that no other text holds. */
function isShifted(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, SHIFTS_WITHIN));
  return head.includes('\u001b$B') || head.includes('\u001b$@');
}

const SHIFTS_WITHIN = 64 * 1024;

/**
 * A file cut off in the middle of a character, or with some stray bytes, is still UTF-8 if most of it is. Other
 * encodings have next to no sequences that are.
 */
function isMostlyUtf8(decoded: string): boolean {
  return count(decoded, /\uFFFD/g) <= count(decoded, /[^\p{ASCII}\uFFFD]/gu);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted
const STRANGERS = /[\x01-\x08\x0E-\x1F\x7F-\x9F\p{Co}\p{Cn}]/gu;
/** Without the one that shifts to other letters in ISO-2022. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted
const LOW_CONTROLS = /[\x01-\x08\x0E-\x1A\x1C-\x1F]/g;

function checked(text: string): string {
  if (isBinary(text, STRANGERS)) throw new UnreadableTextError(t('file.binaryNotText'));
  return text;
}

/**
 * Text has next to no control, private or unassigned characters; one in fifty is more than any article holds.
 */
function isBinary(text: string, strangers: RegExp): boolean {
  return text.includes('\u0000') || count(text, strangers) * 50 > text.length;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
