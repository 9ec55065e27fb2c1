import type { English } from '../messages/catalogue.ts';
import { t } from '../messages/language.ts';
import type { IncomingFile } from './incoming-file.ts';

/** How files of a kind begin. */
interface Signature {
  /** One character a byte; a full stop stands for any byte. */
  readonly bytes: string;
  /** The kind with its article: "This is a PNG picture, not plain text". Absent where text may begin so. */
  readonly name?: keyof English['fileKind'];
}

/** A kind of file that is known by its first bytes or by its name, and not by a reader. */
interface FileKind {
  /** Endings of names, without the dot. */
  readonly endings: readonly string[];
  readonly signatures: readonly Signature[];
  /** What to do instead with a file that is refused as an article; absent where a reader may take it. */
  readonly refusal?: keyof English['instead'];
}

/** What a document that is packed as a zip says of itself, as its first file. */
const mimeType = (type: string): Signature => ({ bytes: `${'.'.repeat(30)}mimetype${type}` });

const ZIP = 'PK\x03\x04';
const EMPTY_ZIP = 'PK\x05\x06';

/**
 * Kinds whose signature is plain letters (GIF, MP3) have no name for people: an article may begin like them,
 * and the U+0000 inside of them gives them away.
 */
const KINDS: readonly FileKind[] = [
  { endings: [], signatures: [{ bytes: '%PDF-', name: 'pdf' }] },
  {
    endings: [],
    signatures: [{ bytes: ZIP, name: 'zip' }],
  },
  {
    endings: 'png jpg jpeg gif webp tif tiff bmp heic heif avif svg psd'.split(' '),
    signatures: [
      { bytes: '\x89PNG\r\n\x1A\n', name: 'png' },
      { bytes: '\xFF\xD8\xFF', name: 'jpeg' },
      { bytes: 'GIF87a' },
      { bytes: 'GIF89a' },
      { bytes: 'RIFF....WEBP' },
      { bytes: 'II*\x00', name: 'tiff' },
      { bytes: 'MM\x00*', name: 'tiff' },
      { bytes: '....ftypheic' },
      { bytes: '....ftypavif' },
    ],
    refusal: 'picture',
  },
  {
    endings: 'mp3 m4a wav ogg opus flac aac wma mp4 m4v mov avi mkv webm'.split(' '),
    signatures: [
      { bytes: 'ID3\x02' },
      { bytes: 'ID3\x03' },
      { bytes: 'ID3\x04' },
      { bytes: 'RIFF....WAVE' },
      { bytes: 'RIFF....AVI ' },
      { bytes: 'OggS\x00' },
      { bytes: 'fLaC' },
      { bytes: '....ftyp' },
      { bytes: '\x1A\x45\xDF\xA3' },
    ],
    refusal: 'recording',
  },
  {
    endings: 'doc dot xls ppt'.split(' '),
    signatures: [{ bytes: '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', name: 'oldOffice' }],
    refusal: 'oldOffice',
  },
  {
    endings: ['sxw'],
    signatures: [],
    refusal: 'openDocument',
  },
  {
    endings: 'ods xlsx xlsm numbers'.split(' '),
    signatures: [mimeType('application/vnd.oasis.opendocument.spreadsheet')],
    refusal: 'spreadsheet',
  },
  {
    endings: [],
    signatures: [{ bytes: '{\\rtf', name: 'rtf' }],
  },
  {
    endings: ['webarchive'],
    signatures: [{ bytes: 'bplist00' }],
    refusal: 'webArchive',
  },
  {
    endings: ['mobi', 'azw3'],
    signatures: [],
    refusal: 'book',
  },
  {
    endings: 'pptx odp key pages'.split(' '),
    signatures: [],
    refusal: 'otherDocument',
  },
  {
    endings: ['ps', 'eps'],
    signatures: [{ bytes: '%!PS', name: 'postScript' }],
    refusal: 'postScript',
  },
  {
    endings: 'gz tgz bz2 xz 7z rar zst tar'.split(' '),
    signatures: [
      { bytes: '\x1F\x8B', name: 'gzip' },
      { bytes: 'BZh91AY&SY', name: 'bzip2' },
      { bytes: '\xFD7zXZ\x00', name: 'xz' },
      { bytes: "7z\xBC\xAF'\x1C", name: 'sevenZip' },
      { bytes: 'Rar!\x1A\x07', name: 'rar' },
      { bytes: '\x28\xB5\x2F\xFD', name: 'zstandard' },
      { bytes: `${'.'.repeat(257)}ustar` },
    ],
    refusal: 'archive',
  },
  {
    endings: 'exe dll msi dmg apk jar so bat cmd sh ps1 js vbs'.split(' '),
    signatures: [
      { bytes: '\x7FELF', name: 'program' },
      { bytes: 'MZ\x90\x00' },
      { bytes: '\xCF\xFA\xED\xFE' },
      { bytes: '\xCA\xFE\xBA\xBE' },
    ],
    refusal: 'program',
  },
  {
    endings: 'sqlite sqlite3 db mdb accdb'.split(' '),
    signatures: [{ bytes: 'SQLite format 3\x00', name: 'sqlite' }],
    refusal: 'database',
  },
  {
    endings: ['msg', 'mbox'],
    signatures: [],
    refusal: 'email',
  },
];

const NAMED_SIGNATURES = KINDS.flatMap(({ signatures }) => signatures).filter(({ name }) => name);

/** Why a file is refused that begins like one of a known kind; undefined for all others. */
export function refusalBySignature({ bytes }: IncomingFile): string | undefined {
  const kind = KINDS.find(
    ({ signatures, refusal }) => refusal && signatures.some((signature) => begins(bytes, signature)),
  );
  return kind?.refusal && t(`instead.${kind.refusal}`);
}

/** Why a file is refused whose name ends like that of a known kind; undefined for all others. */
export function refusalByName({ name }: IncomingFile): string | undefined {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const kind = KINDS.find(({ endings }) => endings.includes(ending));
  return kind?.refusal && t(`instead.${kind.refusal}`);
}

/**
 * What a file is that only a program can read, for the middle of a sentence; undefined where it may be text.
 */
export function binaryKindOf(bytes: Uint8Array): string | undefined {
  const name = NAMED_SIGNATURES.find((signature) => begins(bytes, signature))?.name;
  return name && t(`fileKind.${name}`);
}

/**
 * What stands first in a document that is packed as a zip: Word, Excel and PowerPoint, OpenDocument, EPUB.
 */
const PART_OF_DOCUMENT =
  /^(?:\[Content_Types\]\.xml$|_rels\/|docProps\/|word\/|xl\/|ppt\/|customXml\/|mimetype|META-INF\/)/;
const NAME_OF_DOCUMENT =
  /\.(?:docx|docm|dotx|xlsx|xlsm|pptx|odt|ott|ods|odp|epub|jar|apk|pages|numbers|key)$/i;

/**
 * Whether a file is a zip of files, and no document that is packed as one. Looks at its first entry alone.
 */
export function isArchive({ name, bytes }: IncomingFile): boolean {
  if (NAME_OF_DOCUMENT.test(name)) return false;
  if (begins(bytes, { bytes: EMPTY_ZIP })) return true;
  return begins(bytes, { bytes: ZIP }) && !PART_OF_DOCUMENT.test(firstNameInZip(bytes));
}

function firstNameInZip({ buffer, byteOffset, byteLength }: Uint8Array): string {
  if (byteLength < 30) return '';
  const zip = Buffer.from(buffer, byteOffset, byteLength);
  return zip.toString('latin1', 30, 30 + zip.readUInt16LE(26));
}

function begins(file: Uint8Array, { bytes }: Signature): boolean {
  if (file.length < bytes.length) return false;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== '.' && bytes.charCodeAt(at) !== file[at]) return false;
  }
  return true;
}
