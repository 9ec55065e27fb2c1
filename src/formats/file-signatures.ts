/** The first bytes of a kind of file that people take for text, or that holds text only a program can read. */
interface FileSignature {
  /** The kind with its article, fit for the middle of a sentence. */
  readonly name: string;
  /** One character a byte. */
  readonly bytes: string;
}

/**
 * Only marks that no article starts with. Kinds whose mark is plain letters (GIF, MP3) are left out: the U+0000
 * inside them gives them away.
 */
export const FILE_SIGNATURES: readonly FileSignature[] = [
  { name: 'a PDF file', bytes: '%PDF-' },
  { name: 'an RTF document', bytes: '{\\rtf' },
  { name: 'a PostScript file', bytes: '%!PS-' },
  { name: 'a ZIP archive or a Word, Excel or LibreOffice document', bytes: 'PK\x03\x04' },
  { name: 'an old Word or Excel document', bytes: '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1' },
  { name: 'a PNG picture', bytes: '\x89PNG\r\n\x1A\n' },
  { name: 'a JPEG picture', bytes: '\xFF\xD8\xFF' },
  { name: 'a TIFF picture', bytes: 'II*\x00' },
  { name: 'a TIFF picture', bytes: 'MM\x00*' },
  { name: 'a gzip archive', bytes: '\x1F\x8B' },
  { name: 'a bzip2 archive', bytes: 'BZh91AY&SY' },
  { name: 'an xz archive', bytes: '\xFD7zXZ\x00' },
  { name: 'a 7z archive', bytes: "7z\xBC\xAF'\x1C" },
  { name: 'a RAR archive', bytes: 'Rar!\x1A\x07' },
  { name: 'a Zstandard archive', bytes: '\x28\xB5\x2F\xFD' },
  { name: 'an SQLite database', bytes: 'SQLite format 3\x00' },
  { name: 'a program', bytes: '\x7FELF' },
];
