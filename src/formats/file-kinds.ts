import type { IncomingFile } from './incoming.ts';

/** How files of a kind begin. */
interface Signature {
  /** One character a byte; a full stop stands for any byte. */
  readonly bytes: string;
  /** The kind with its article, where people take such a file for text: "This is a PNG picture, not plain text". */
  readonly name?: string;
}

/** A kind of file that is known by its first bytes or by its name, and not by a reader. */
interface FileKind {
  /** Endings of names, without the dot. */
  readonly endings: readonly string[];
  readonly signatures: readonly Signature[];
  /** What to do instead, where a file of this kind is refused as an article; absent where a reader may take it. */
  readonly refusal?: string;
}

/** What a document that is packed as a zip says of itself, as its first file. */
const mimeType = (type: string): Signature => ({ bytes: `${'.'.repeat(30)}mimetype${type}` });

const ZIP = 'PK\x03\x04';
const EMPTY_ZIP = 'PK\x05\x06';

/**
 * Kinds whose signature is plain letters (GIF, MP3) have no name for people: an article may begin like them, and the
 * U+0000 inside of them gives them away.
 */
const KINDS: readonly FileKind[] = [
  { endings: [], signatures: [{ bytes: '%PDF-', name: 'a PDF file' }] },
  {
    endings: [],
    signatures: [{ bytes: ZIP, name: 'a ZIP archive or a Word, Excel or LibreOffice document' }],
  },
  {
    endings: 'png jpg jpeg gif webp tif tiff bmp heic heif avif svg psd'.split(' '),
    signatures: [
      { bytes: '\x89PNG\r\n\x1A\n', name: 'a PNG picture' },
      { bytes: '\xFF\xD8\xFF', name: 'a JPEG picture' },
      { bytes: 'GIF87a' },
      { bytes: 'GIF89a' },
      { bytes: 'RIFF....WEBP' },
      { bytes: 'II*\x00', name: 'a TIFF picture' },
      { bytes: 'MM\x00*', name: 'a TIFF picture' },
      { bytes: '....ftypheic' },
      { bytes: '....ftypavif' },
    ],
    refusal: 'This is a picture: run it through text recognition (OCR), or type the words.',
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
    refusal: 'This is a recording: write its words down, or bring a transcript.',
  },
  {
    endings: 'doc dot xls ppt'.split(' '),
    signatures: [{ bytes: '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', name: 'an old Word or Excel document' }],
    refusal: 'This is an old Word or Excel document: open it, save it as .docx or .csv, and bring that.',
  },
  {
    endings: 'odt ott fodt sxw'.split(' '),
    signatures: [mimeType('application/vnd.oasis.opendocument.text')],
    refusal: 'This is an OpenDocument text: open it in LibreOffice, save it as .docx, and bring that.',
  },
  {
    endings: 'ods xlsx xlsm numbers'.split(' '),
    signatures: [mimeType('application/vnd.oasis.opendocument.spreadsheet')],
    refusal: 'This is a spreadsheet: save it as “CSV UTF-8”, with a column “text”, and bring that.',
  },
  {
    endings: ['rtf'],
    signatures: [{ bytes: '{\\rtf', name: 'an RTF document' }],
    refusal: 'This is an RTF document: open it, save it as .docx, and bring that.',
  },
  {
    endings: ['epub', 'mobi', 'azw3'],
    signatures: [mimeType('application/epub+zip')],
    refusal:
      'This is an electronic book: copy the words of its articles and paste them, or bring them as text.',
  },
  {
    endings: 'pptx odp key pages'.split(' '),
    signatures: [],
    refusal: 'This is a document of another program: save it as .docx or .pdf, and bring that.',
  },
  {
    endings: ['ps', 'eps'],
    signatures: [{ bytes: '%!PS', name: 'a PostScript file' }],
    refusal: 'This is a PostScript file: turn it into a PDF, and bring that.',
  },
  {
    endings: 'gz tgz bz2 xz 7z rar zst tar'.split(' '),
    signatures: [
      { bytes: '\x1F\x8B', name: 'a gzip archive' },
      { bytes: 'BZh91AY&SY', name: 'a bzip2 archive' },
      { bytes: '\xFD7zXZ\x00', name: 'an xz archive' },
      { bytes: "7z\xBC\xAF'\x1C", name: 'a 7z archive' },
      { bytes: 'Rar!\x1A\x07', name: 'a RAR archive' },
      { bytes: '\x28\xB5\x2F\xFD', name: 'a Zstandard archive' },
      { bytes: `${'.'.repeat(257)}ustar` },
    ],
    refusal: 'This is an archive that is no .zip: unpack it, and bring the files or a .zip of them.',
  },
  {
    endings: 'exe dll msi dmg apk jar so bat cmd sh ps1 js vbs'.split(' '),
    signatures: [
      { bytes: '\x7FELF', name: 'a program' },
      { bytes: 'MZ\x90\x00' },
      { bytes: '\xCF\xFA\xED\xFE' },
      { bytes: '\xCA\xFE\xBA\xBE' },
    ],
    refusal: 'This is a program: nothing here runs it, and there is no article in it.',
  },
  {
    endings: 'sqlite sqlite3 db mdb accdb'.split(' '),
    signatures: [{ bytes: 'SQLite format 3\x00', name: 'an SQLite database' }],
    refusal: 'This is a database: export its articles as CSV with a column “text”, and bring that.',
  },
  {
    endings: ['eml', 'msg', 'mbox'],
    signatures: [],
    refusal: 'This is an e-mail: copy its words and paste them.',
  },
];

const NAMED_SIGNATURES = KINDS.flatMap(({ signatures }) => signatures).filter(({ name }) => name);

/** Why a file is refused that begins like one of a known kind; undefined for all others. */
export function refusalBySignature({ bytes }: IncomingFile): string | undefined {
  return KINDS.find(
    ({ signatures, refusal }) => refusal && signatures.some((signature) => begins(bytes, signature)),
  )?.refusal;
}

/** Why a file is refused whose name ends like that of a known kind; undefined for all others. */
export function refusalByName({ name }: IncomingFile): string | undefined {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return KINDS.find(({ endings }) => endings.includes(ending))?.refusal;
}

/** What a file is that only a program can read, for the middle of a sentence; undefined where it may be text. */
export function binaryKindOf(bytes: Uint8Array): string | undefined {
  return NAMED_SIGNATURES.find((signature) => begins(bytes, signature))?.name;
}

/** What stands first in a document that is packed as a zip: Word, Excel and PowerPoint, OpenDocument, EPUB. */
const PART_OF_DOCUMENT =
  /^(?:\[Content_Types\]\.xml$|_rels\/|docProps\/|word\/|xl\/|ppt\/|customXml\/|mimetype|META-INF\/)/;
const NAME_OF_DOCUMENT =
  /\.(?:docx|docm|dotx|xlsx|xlsm|pptx|odt|ott|ods|odp|epub|jar|apk|pages|numbers|key)$/i;

/** Whether a file is a zip of files, and no document that is packed as one. Looks at its first entry alone. */
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
