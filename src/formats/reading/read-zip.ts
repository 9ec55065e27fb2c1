import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from 'yauzl';
import { UnreadableFileError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import type { IncomingFile } from '../incoming.ts';

/** How much an archive may hold. All sizes are of the inflated files, counted while they are inflated. */
export interface ZipLimits {
  /** Most entries, folders and skipped ones among them. */
  readonly entries: number;
  /** Most bytes of one file. */
  readonly bytesOfOne: number;
  /** Most bytes of all files together. */
  readonly bytesTogether: number;
  /** Most bytes that one byte of the archive may become; asked only of what is longer than a megabyte. */
  readonly ratio: number;
  /** The same of all files together; asked only where they are longer than fifty megabytes. */
  readonly ratioTogether: number;
}

/** Room for any folder of articles, but not to fill the memory. Words seldom shrink to a tenth. */
const ZIP_LIMITS: ZipLimits = {
  entries: 10_000,
  bytesOfOne: 50_000_000,
  bytesTogether: 400_000_000,
  ratio: 250,
  ratioTogether: 100,
};

/** What is shorter is never taken for a bomb by its ratio. */
const HARMLESS = 1_000_000;
const HARMLESS_TOGETHER = 50_000_000;

/**
 * The files of a zip archive, in its order, each inflated when it is asked for. Folders, links, and what
 * systems put beside people's files (`__MACOSX/`, `.DS_Store`) are left out. Archives inside of the archive
 * are not opened.
 *
 * The whole list of entries is checked before the first file comes. Throws UnreadableFileError for what is no
 * zip, is broken, is encrypted or parted, has names that lead out of the archive, names a file twice, has
 * entries that share their bytes, or goes over a limit. What the entries say of their sizes and sums must be
 * true.
 */
export async function* readZip(
  bytes: Uint8Array,
  limits: Partial<ZipLimits> = {},
): AsyncGenerator<IncomingFile> {
  const most = { ...ZIP_LIMITS, ...limits };
  const zip = await opened(bytes);
  const entries = await checkedEntries(zip, most);
  let together = 0;
  for (const entry of entries) {
    if (!isWanted(entry)) continue;
    const file = await inflated(zip, entry, most, most.bytesTogether - together);
    together += file.length;
    if (together > HARMLESS_TOGETHER && together > most.ratioTogether * bytes.length) throw bomb();
    yield { name: nameOf(entry), bytes: file };
  }
}

async function opened(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    // Names are decoded here, so that each trick in them can be told apart from a broken archive.
    return await fromBufferPromise(buffer, { decodeStrings: false, validateEntrySizes: true });
  } catch (cause) {
    throw broken(cause);
  }
}

function broken(cause?: unknown): UnreadableFileError {
  const message = t('file.zipBroken');
  return new UnreadableFileError(message, { cause });
}

async function checkedEntries(zip: ZipFile, limits: ZipLimits): Promise<Entry[]> {
  if (zip.entryCount > limits.entries) throw tooMany(limits.entries);
  const entries = await listed(zip);
  const names = new Set<string>();
  for (const entry of entries) {
    checkEntry(entry);
    const name = nameOf(entry);
    if (names.has(name)) throw new UnreadableFileError(t('file.zipTwice', { name: quoted(name) }));
    names.add(name);
  }
  await checkPlaces(zip, entries);
  return entries;
}

function tooMany(most: number): UnreadableFileError {
  return new UnreadableFileError(t('file.zipTooMany', { most }));
}

async function listed(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch (cause) {
    throw broken(cause);
  }
  return entries;
}

function checkEntry(entry: Entry): void {
  const name = nameOf(entry);
  if (/[\\\0]/.test(name) || /^(?:\/|[a-z]:)/i.test(name) || name.split('/').includes('..')) {
    throw new UnreadableFileError(t('file.zipOutside', { name: quoted(name) }));
  }
  if (entry.isEncrypted()) {
    throw new UnreadableFileError(t('file.zipPassword'));
  }
  if (!entry.canDecodeFileData()) {
    throw new UnreadableFileError(t('file.zipMethod', { method: entry.compressionMethod }));
  }
}

/** As it can be shown in one line, whatever is in it. */
function quoted(name: string): string {
  const line = name.replaceAll(/\p{C}/gu, '\uFFFD');
  return `“${line.length > 80 ? `${line.slice(0, 80).toWellFormed()}…` : line}”`;
}

function nameOf(entry: Entry): string {
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
}

/** Shared bytes let a small archive inflate without end (David Fifield, "A better zip bomb", 2019). */
async function checkPlaces(zip: ZipFile, entries: readonly Entry[]): Promise<void> {
  const places: { start: number; end: number }[] = [];
  for (const entry of entries) {
    const { fileDataStart } = await zip
      .readLocalFileHeaderPromise(entry, { minimal: true })
      .catch((cause) => {
        throw broken(cause);
      });
    places.push({ start: entry.relativeOffsetOfLocalHeader, end: fileDataStart + entry.compressedSize });
  }
  places.sort((a, b) => a.start - b.start);
  const shared = places.some(({ end }, at) => end > (places[at + 1]?.start ?? end));
  if (shared) {
    throw new UnreadableFileError(t('file.zipShared'));
  }
}

const FILE_TYPE = 0o170_000;
const REGULAR_FILE = 0o100_000;

/** Neither a folder, a link or device (by the type that Unix writes), nor a system's own file. */
function isWanted(entry: Entry): boolean {
  const name = nameOf(entry);
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  if (name === '' || name.endsWith('/') || (type !== 0 && type !== REGULAR_FILE)) return false;
  const [folder, file] = [name.split('/')[0], name.split('/').at(-1)];
  return folder !== '__MACOSX' && file !== '.DS_Store' && file !== 'Thumbs.db' && file !== 'desktop.ini';
}

async function inflated(zip: ZipFile, entry: Entry, limits: ZipLimits, left: number): Promise<Uint8Array> {
  const check = sizeCheck(entry, limits, left);
  check(entry.uncompressedSize);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunksOf(zip, entry)) {
    length += chunk.length;
    check(length);
    chunks.push(chunk);
  }
  const file = Buffer.concat(chunks, length);
  if (crc32(file) !== entry.crc32) throw broken(new Error(`wrong sum of ${nameOf(entry)}`));
  return file;
}

async function* chunksOf(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  try {
    yield* await zip.openReadStreamPromise(entry);
  } catch (cause) {
    throw broken(cause);
  }
}

function bomb(): UnreadableFileError {
  return new UnreadableFileError(t('file.zipBomb'));
}

/** Throws where a file of so many bytes goes over a limit. */
function sizeCheck(entry: Entry, limits: ZipLimits, left: number): (bytes: number) => void {
  const name = quoted(nameOf(entry));
  return (bytes) => {
    if (bytes > limits.bytesOfOne) {
      const most = megabytes(limits.bytesOfOne);
      throw new UnreadableFileError(t('file.zipEntryLarge', { name, most }));
    }
    if (bytes > left) {
      const most = megabytes(limits.bytesTogether);
      throw new UnreadableFileError(t('file.zipLarge', { most }));
    }
    if (bytes > HARMLESS && bytes > limits.ratio * entry.compressedSize) {
      throw new UnreadableFileError(t('file.zipEntryBomb', { name }));
    }
  };
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 100_000) / 10;
}
