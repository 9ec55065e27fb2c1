import { isUtf8 } from 'node:buffer';
import { UnreadableTextError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { binaryKindOf } from '../file-kinds.ts';
import { decodeWindows1252 } from './windows-1252.ts';

/**
 * The text of a file: UTF-16 by its byte order mark, UTF-8 with or without one, or else Windows-1252. The
 * byte order mark is not part of the text. Damaged bytes in a file that plainly is UTF-8 or UTF-16 become
 * U+FFFD.
 *
 * Throws an UnreadableTextError for anything binary, and for texts that are mostly high bytes without being
 * UTF-8, which are in an encoding we do not know.
 */
export function decodeText(bytes: Uint8Array): string {
  const binary = binaryKindOf(bytes);
  if (binary) {
    throw new UnreadableTextError(t('file.notText', { kind: binary }));
  }
  if (startsWith(bytes, '\xFF\xFE')) return checked(new TextDecoder('utf-16le').decode(bytes));
  if (startsWith(bytes, '\xFE\xFF')) return checked(new TextDecoder('utf-16be').decode(bytes));
  const text = new TextDecoder('utf-8').decode(bytes);
  if (isUtf8(bytes) || startsWith(bytes, '\xEF\xBB\xBF') || isMostlyUtf8(text)) return checked(text);
  return checkedEncoding(checked(decodeWindows1252(bytes)));
}

function startsWith(bytes: Uint8Array, mark: string): boolean {
  return (
    bytes.length >= mark.length && Array.from(mark).every((byte, at) => bytes[at] === byte.charCodeAt(0))
  );
}

/**
 * A file cut off in the middle of a character, or with one stray byte, is still UTF-8 if the rest of it is.
 */
function isMostlyUtf8(decoded: string): boolean {
  return count(decoded, /\uFFFD/g) * 4 <= count(decoded, /[^\p{ASCII}\uFFFD]/gu);
}

/**
 * Text has next to no control, private or unassigned characters; one in fifty is more than any article holds.
 */
function checked(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted
  const strangers = count(text, /[\x01-\x08\x0E-\x1F\x7F-\x9F\p{Co}\p{Cn}]/gu);
  if (text.includes('\u0000') || strangers * 50 > text.length) {
    throw new UnreadableTextError(t('file.binaryNotText'));
  }
  return text;
}

/** Western texts seldom have a high byte in ten letters; Cyrillic or Japanese ones mostly have high bytes. */
function checkedEncoding(text: string): string {
  if (count(text, /[^\p{ASCII}\s]/gu) * 3 <= text.length) return text;
  throw new UnreadableTextError(t('file.encoding'));
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
