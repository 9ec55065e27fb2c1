/** What a file is, inside a sentence. */
export const fileKind = {
  pdf: 'a PDF file',
  zip: 'a ZIP archive or a Word, Excel or LibreOffice document',
  png: 'a PNG image',
  jpeg: 'a JPEG image',
  tiff: 'a TIFF image',
  oldOffice: 'an old Word or Excel document',
  rtf: 'an RTF document',
  postScript: 'a PostScript file',
  gzip: 'a gzip archive',
  bzip2: 'a bzip2 archive',
  xz: 'an xz archive',
  sevenZip: 'a 7z archive',
  rar: 'a RAR archive',
  zstandard: 'a Zstandard archive',
  program: 'a program',
  sqlite: 'an SQLite database',
} as const;

/** What to do instead with a file that holds no article. */
export const instead = {
  picture: 'This is an image. Run it through text recognition (OCR), or type the text.',
  recording: 'This is a recording. Type what is said, or import a transcript.',
  oldOffice: 'This is an old Word or Excel document. Open it, save it as .docx or .csv, and import that.',
  openDocument: 'This is an old OpenOffice text. Open it in LibreOffice, save it as .odt, and import that.',
  spreadsheet: 'This is a spreadsheet. Save it as “CSV UTF-8” with a “text” column, and import that.',
  book: 'This is an e-book. Copy the text of its articles and paste it, or import it as text files.',
  otherDocument: 'This is a document of another program. Save it as .docx or .pdf, and import that.',
  postScript: 'This is a PostScript file. Convert it to PDF, and import that.',
  archive: 'This archive is not a .zip. Unpack it and import the files, or a .zip of them.',
  program: 'This is a program, not an article.',
  database: 'This is a database. Export its articles as CSV with a “text” column, and import that.',
  email: 'This email is not an .eml file. Save it as .eml, or copy its text and paste it.',
  webArchive: 'This is a Safari web archive. Open it, save the page as page source (.html), and import that.',
} as const;
