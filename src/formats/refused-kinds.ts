import type { IncomingFile } from './incoming.ts';

/** A kind of file that people bring and that holds no article we can read, with what to do instead. */
interface RefusedKind {
  /** Endings of names, without the dot. */
  readonly endings: readonly string[];
  /** How such files begin, one character a byte; a full stop stands for any byte. */
  readonly marks: readonly string[];
  readonly sentence: string;
}

const ANY = '.';

const KINDS: readonly RefusedKind[] = [
  {
    endings: 'png jpg jpeg gif webp tif tiff bmp heic heif avif svg psd'.split(' '),
    marks: [
      '\x89PNG\r\n\x1A\n',
      '\xFF\xD8\xFF',
      'GIF87a',
      'GIF89a',
      'RIFF....WEBP',
      'II*\x00',
      'MM\x00*',
      '....ftypheic',
      '....ftypavif',
    ],
    sentence: 'This is a picture: run it through text recognition (OCR), or type the words.',
  },
  {
    endings: 'mp3 m4a wav ogg opus flac aac wma mp4 m4v mov avi mkv webm'.split(' '),
    marks: [
      'ID3\x02',
      'ID3\x03',
      'ID3\x04',
      'RIFF....WAVE',
      'RIFF....AVI ',
      'OggS\x00',
      'fLaC',
      '....ftyp',
      '\x1A\x45\xDF\xA3',
    ],
    sentence: 'This is a recording: write its words down, or bring a transcript.',
  },
  {
    endings: 'doc dot xls ppt'.split(' '),
    marks: ['\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1'],
    sentence: 'This is an old Word or Excel document: open it, save it as .docx or .csv, and bring that.',
  },
  {
    endings: 'odt ott fodt sxw'.split(' '),
    marks: [`${ANY.repeat(30)}mimetypeapplication/vnd.oasis.opendocument.text`],
    sentence: 'This is an OpenDocument text: open it in LibreOffice, save it as .docx, and bring that.',
  },
  {
    endings: 'ods xlsx xlsm numbers'.split(' '),
    marks: [`${ANY.repeat(30)}mimetypeapplication/vnd.oasis.opendocument.spreadsheet`],
    sentence: 'This is a spreadsheet: save it as “CSV UTF-8”, with a column “text”, and bring that.',
  },
  {
    endings: ['rtf'],
    marks: ['{\\rtf'],
    sentence: 'This is an RTF document: open it, save it as .docx, and bring that.',
  },
  {
    endings: ['epub', 'mobi', 'azw3'],
    marks: [`${ANY.repeat(30)}mimetypeapplication/epub+zip`],
    sentence:
      'This is an electronic book: copy the words of its articles and paste them, or bring them as text.',
  },
  {
    endings: 'pptx odp key pages'.split(' '),
    marks: [],
    sentence: 'This is a document of another program: save it as .docx or .pdf, and bring that.',
  },
  {
    endings: ['ps', 'eps'],
    marks: ['%!PS'],
    sentence: 'This is a PostScript file: turn it into a PDF, and bring that.',
  },
  {
    endings: 'gz tgz bz2 xz 7z rar zst tar'.split(' '),
    marks: [
      '\x1F\x8B',
      'BZh91AY&SY',
      '\xFD7zXZ\x00',
      "7z\xBC\xAF'\x1C",
      'Rar!\x1A\x07',
      '\x28\xB5\x2F\xFD',
      `${ANY.repeat(257)}ustar`,
    ],
    sentence: 'This is an archive that is no .zip: unpack it, and bring the files or a .zip of them.',
  },
  {
    endings: 'exe dll msi dmg apk jar so bat cmd sh ps1 js vbs'.split(' '),
    marks: ['\x7FELF', 'MZ\x90\x00', '\xCF\xFA\xED\xFE', '\xCA\xFE\xBA\xBE'],
    sentence: 'This is a program: nothing here runs it, and there is no article in it.',
  },
  {
    endings: 'sqlite sqlite3 db mdb accdb'.split(' '),
    marks: ['SQLite format 3\x00'],
    sentence: 'This is a database: export its articles as CSV with a column “text”, and bring that.',
  },
  {
    endings: ['eml', 'msg', 'mbox'],
    marks: [],
    sentence: 'This is an e-mail: copy its words and paste them.',
  },
];

/** Why a file is refused that begins like one of a known kind; undefined for all others. */
export function refusalByMark({ bytes }: IncomingFile): string | undefined {
  return KINDS.find(({ marks }) => marks.some((mark) => begins(bytes, mark)))?.sentence;
}

/** Why a file is refused whose name ends like that of a known kind; undefined for all others. */
export function refusalByName({ name }: IncomingFile): string | undefined {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return KINDS.find(({ endings }) => endings.includes(ending))?.sentence;
}

function begins(bytes: Uint8Array, mark: string): boolean {
  if (bytes.length < mark.length) return false;
  for (let at = 0; at < mark.length; at++)
    if (mark[at] !== ANY && mark.charCodeAt(at) !== bytes[at]) return false;
  return true;
}
