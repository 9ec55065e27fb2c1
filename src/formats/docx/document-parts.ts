import { UnreadableFileError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { readZip } from '../reading/read-zip.ts';
import { checkXml, tooMuch } from './check-xml.ts';

/** Bytes of the file and of its parts once unpacked; pictures are what makes documents large. */
const LIMITS = { entries: 5_000, bytesOfOne: 100_000_000, bytesTogether: 300_000_000 };
/** Bytes of all parts that are XML; each takes twenty times its size in memory. */
const MAX_XML_BYTES = 40_000_000;

/**
 * The parts of a Word document that are XML, by their names; pictures, fonts and embedded files are left out.
 * Throws UnreadableFileError, saying what to do, for anything that is not a Word document (`.docx`) without a
 * password.
 */
export async function documentParts(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  checkSignature(bytes);
  const parts = await unpacked(bytes);
  checkKind(parts);
  return new Map([...parts].map(([name, part]) => [name, checkXml(part)]));
}

async function unpacked(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array>();
  let kept = 0;
  try {
    for await (const { name, bytes: part } of readZip(bytes, LIMITS)) {
      if (!isKept(name)) continue;
      parts.set(name, part);
      kept += part.length;
      if (kept > MAX_XML_BYTES) throw tooMuch();
    }
  } catch (error) {
    // Its sentence is for people who made an archive.
    throw error instanceof UnreadableFileError ? unreadable(error) : error;
  }
  return parts;
}

function isKept(name: string): boolean {
  if (name === MIME_TYPE) return true;
  return (
    /\.(?:xml|rels)$/i.test(name) && !/^(?:customXml|word\/(?:theme|glossary|embeddings|media))\//.test(name)
  );
}

/** For a document that cannot be read for a reason that only programmers understand. */
export function unreadable(cause: unknown): UnreadableFileError {
  return new UnreadableFileError(t('file.wordTooLarge'), { cause });
}

/** In these bytes stand the streams of an OLE file, whose names are in UTF-16. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

function checkSignature(bytes: Uint8Array): void {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (start.startsWith('{\\rtf')) throw new UnreadableFileError(t('file.wordRtf'));
  if (!start.startsWith('\xD0\xCF\x11\xE0')) return;
  const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(ENCRYPTED);
  throw new UnreadableFileError(isEncrypted ? t('file.wordPassword') : t('file.wordOld'));
}

/** Where OpenDocument says what it is. */
const MIME_TYPE = 'mimetype';

function checkKind(parts: Map<string, Uint8Array>): void {
  const type = Buffer.from(parts.get(MIME_TYPE) ?? []).toString('latin1');
  parts.delete(MIME_TYPE);
  if (type.startsWith('application/vnd.oasis.opendocument')) {
    throw new UnreadableFileError(t('file.wordOdt'));
  }
  const names = [...parts.keys()];
  if (names.some((name) => name.startsWith('word/'))) return;
  const isOffice = names.some((name) => /^(?:xl|ppt|visio)\//.test(name));
  throw new UnreadableFileError(isOffice ? t('file.wordOther') : t('file.wordNone'));
}
