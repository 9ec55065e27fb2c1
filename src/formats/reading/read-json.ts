import { UnreadableFileError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { holdsTooMuch } from './parse-json.ts';

/**
 * The value of a JSON file in UTF-8 or UTF-16, with or without a byte order mark. Throws UnreadableFileError,
 * saying where the file breaks off or goes wrong.
 */
export function readJson(bytes: Uint8Array): unknown {
  if (holdsTooMuch(bytes)) throw new UnreadableFileError(t('file.recordTooLarge'));
  const text = decode(bytes);
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UnreadableFileError(t('file.brokenJsonFile', { why: reasonOf(error) }));
  }
}

/** The parser quotes the file, line ends and all; one line of that is enough. */
function reasonOf(error: SyntaxError): string {
  return error.message.replaceAll(/\s+/g, ' ').slice(0, 120);
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  try {
    if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le', { fatal: true }).decode(bytes);
    if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be', { fatal: true }).decode(bytes);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    // A TypeError says that the bytes are wrong, a RangeError that no string can be so long.
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    throw new UnreadableFileError(t('file.jsonNotUtf8'));
  }
}
