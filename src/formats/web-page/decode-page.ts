import { isUtf8 } from 'node:buffer';
import { UnreadableFileError, UnreadableTextError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { binaryKindOf } from '../file-kinds.ts';
import type { Encoding } from '../reading/detect-encoding.ts';
import { type ReadText, readWithReading } from '../reading/text-reading.ts';
import { decodeWindows1252 } from '../reading/windows-1252.ts';

/** Where a page tells its encoding; browsers look no further than 1024 bytes, some pages begin later. */
const HEAD_BYTES = 4096;
const META_CHARSET = /<meta\b[^>]{0,500}?\bcharset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})/i;
const XML_ENCODING = /^\s{0,99}<\?xml\b[^>]{0,200}?\bencoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})/i;

/**
 * The text of a web page: as `chosen`, by its byte order mark, by `charset` as the server named it, by the page's
 * own `<meta>`, or else as any text is read. What is UTF-8 in every byte is read as such even where an encoding of
 * single bytes is named, because only mistaken names come to that. How it was read is told where nothing named it.
 * Throws UnreadableFileError for anything binary.
 */
export function decodePage(bytes: Uint8Array, charset?: string, chosen?: Encoding): ReadText {
  const binary = binaryKindOf(bytes);
  if (binary) throw new UnreadableFileError(t('file.notPage', { kind: binary }));
  const isPlain = chosen !== undefined || hasByteOrderMark(bytes);
  const read = isPlain ? plain(bytes, chosen) : decodeAs(bytes, namedEncoding(bytes, charset));
  if (read.text.includes('\u0000')) throw new UnreadableFileError(t('file.binaryNotPage'));
  return read;
}

function latin1(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.subarray(0, length)).toString('latin1');
}

function hasByteOrderMark(bytes: Uint8Array): boolean {
  return /^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/.test(latin1(bytes, 3));
}

function namedEncoding(bytes: Uint8Array, charset: string | undefined): string | undefined {
  const served = charset && encodingOf(charset);
  if (served) return served;
  const head = latin1(bytes, HEAD_BYTES);
  const told = (META_CHARSET.exec(head) ?? XML_ENCODING.exec(head))?.[1];
  const encoding = told && encodingOf(told);
  // A page whose <meta> can be read byte by byte is in no encoding of two bytes (HTML Standard, 13.2.3.2).
  return encoding && (encoding.startsWith('utf-16') ? 'utf-8' : encoding);
}

/** The encoding's name in the WHATWG Encoding Standard, or undefined for a label that is none of its. */
function encodingOf(label: string): string | undefined {
  try {
    return new TextDecoder(label.trim().replaceAll(/^["']|["']$/g, '')).encoding;
  } catch {
    return undefined;
  }
}

function decodeAs(bytes: Uint8Array, encoding: string | undefined): ReadText {
  const isMistaken = encoding && !/^(?:utf|iso-2022)/.test(encoding) && isUtf8(bytes);
  if (!encoding || encoding === 'utf-8' || isMistaken) return plain(bytes);
  if (encoding === 'windows-1252') return { text: decodeWindows1252(bytes) };
  return { text: new TextDecoder(encoding).decode(bytes) };
}

function plain(bytes: Uint8Array, chosen?: Encoding): ReadText {
  try {
    return readWithReading(bytes, chosen);
  } catch (error) {
    if (error instanceof UnreadableTextError) throw new UnreadableFileError(t('file.pageLetters'));
    throw error;
  }
}
