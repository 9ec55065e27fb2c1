/** Why a file cannot be read, and what to do. */
export const file = {
  noAnnotations: 'This is not a file of annotations that can be imported. These can: {names}.',
  unlike: 'The rest of this file could not be read: something in it is not valid {kind}.',
  archive: 'This is an archive. Unpack it and import the files one by one.',
  annotations: 'This is a file of annotations ({kind}). Import it as annotations.',
  noTextField:
    'This table has no “text” column. Name the column or field that holds the articles “text”, and try again.',
  unknown:
    'This kind of file cannot be imported. These can: {names}; tables of articles (.csv, .jsonl); .zip archives of these.',
  damaged:
    'This file could not be read: something in it is not valid. Paste the text of the article instead.',
  manyUnreadable: 'More than {most} records of this file cannot be read. Export it again.',
  manyAnnotations: 'This file holds more than {most} annotations. Split it into smaller ones.',
  manyArticles: 'This file holds more than {most} articles. Split it into smaller ones.',
  manyRows: 'More than {most} articles of this file cannot be read. The last: {place}. {reason}',
  manyLabels: 'This file uses more than {most} different labels. Is another field meant to be the label?',
  tooMuchWork:
    'This file takes far more work to read than a file of its size should. Export it again, or split it into smaller ones.',
  tooMuchMemory: 'This file takes too much memory to read. Split it into smaller ones.',
  hidden: 'Hidden files are skipped. If this is an article, rename it.',
  nestedArchive: 'This is an archive inside an archive. Unpack it and import its files.',
  noTextColumn:
    'This table has no “text” column. Name the column that holds the articles “text”, and try again.',
  excelCut: 'Excel cut this text at 32,767 characters. Import the file as it was before Excel saved it.',
  tooManyCells:
    'The row has more cells than the header. A text that contains a separator may be missing its quotation marks.',
  noText: 'There is no text here.',
  loneWord: 'The text here is one word, “{word}”, with no title, so it was not taken for an article.',
  noAnn: 'There is no .ann file in this zip archive, so it holds no brat annotations.',
  noAnnBeside: 'Skipped: there is no .ann file with it.',
  onlyAnn: 'Only .ann files are read. Put its lines into one first.',
  bratNotUtf8: 'It is not in UTF-8, which brat requires. Save it as UTF-8 and try again.',
  bratNoText: 'Its text is missing. Put {file} in the same zip archive or folder and import both.',
  csvNoColumns:
    'The first row has no “tag” and “text” columns. Is this a table of annotations? Name its columns and try again.',
  wordUnlike: 'This Word file is not in Word’s own form. Save it again in Word as .docx.',
  wordEntities:
    'This Word file declares XML entities, which Word never does. Save it again in Word as .docx.',
  wordBroken: 'This Word file is damaged. Save it again in Word as .docx.',
  wordNested: 'The parts of this Word file are nested too deeply. Save it again in Word as .docx.',
  wordTooMuch: 'This Word file holds far more than an article. Paste the text of the article instead.',
  wordTooLarge:
    'This Word file is damaged or far too large. Save it again in Word as .docx, or paste its text.',
  wordRtf: 'This is an RTF document. Open it in Word and save it as .docx.',
  wordPassword:
    'This Word file is protected by a password. Open it in Word, remove the password and save it again.',
  wordOld: 'This is an old Word document (.doc). Open it in Word or LibreOffice and save it as .docx.',
  wordOdt: 'This is an OpenDocument file. Give it the ending .odt and try again.',
  wordOther:
    'This is a workbook or a presentation, not a Word file. Copy the text of the article and paste it.',
  wordNone: 'This is not a Word file, although its name says so. Give it the ending that fits and try again.',
  wordEmpty: 'There is no text in this Word file. Text in pictures cannot be read.',
  documentBroken:
    'This document is damaged. Save it again from the program that made it, or copy its text and paste it.',
  documentTooMuch: 'This document holds far more than an article. Paste the text of the article instead.',
  documentEmpty: 'There is no text in this document. Text in images cannot be read.',
  bookLocked: 'This e-book is protected against copying. Open it, copy the text of the article and paste it.',
  mailEmpty: 'There is no text in this email. Open it, and import what is attached to it.',
  webArchiveEmpty: 'There is no page in this web archive. Save the page again as HTML.',
  notPage: 'This is {kind}, not a web page.',
  binaryNotPage: 'This is a binary file, not a web page.',
  pageLetters: 'The characters of this page cannot be read. Open it in a browser and paste its text.',
  pageNoArticle:
    'No article was found on this page. It may need scripts to show one: open it in a browser and paste its text.',
  pagePaywall:
    'This page shows only the beginning of the article to readers who are not signed in. Open it in a browser and paste its text.',
  pageList: 'This page is a list of articles, not an article. Use the address of the article itself.',
  pageParts: 'This page is too complex to read. Paste the text of the article instead.',
  pageNested: 'This page nests elements more than {count} deep. Paste the text of the article instead.',
  pageTooLarge: 'This page is larger than 10 MB. Paste the text of the article instead.',
  hypothesisNone:
    'There is no list of annotations in this file. Export it from Hypothesis as JSON, or save what its API returns.',
  pdfBroken:
    'This PDF is damaged. Save it again from the program that made it, or copy the text and paste it.',
  pdfWork: 'This PDF takes too long to read. Print it to a new PDF, or copy the text and paste it.',
  pdfPages: 'This PDF has {pages} pages; at most {most} can be read. Split it into several files.',
  pdfTooLong: 'This PDF holds more text than one article may have. Split it.',
  pdfPassword:
    'This PDF is protected by a password. Open it, print it to a new PDF without one, and upload that.',
  pdfScan:
    'This PDF holds images of pages but no text. Run it through text recognition (OCR), or type the text.',
  pdfFonts:
    'The fonts in this PDF do not say which letters they draw. Run it through text recognition (OCR), or type the text.',
  csvBinary: 'This is not a CSV file: it holds no text. Save it as “CSV UTF-8” and try again.',
  openQuote:
    'A cell begins with a quotation mark that is never closed, so the rest of the file could not be read.',
  manyCells: 'The row has more than {most} cells.',
  loneQuote: 'A quotation mark inside a cell is not doubled.',
  notText: 'This is {kind}, not plain text. Copy the text of the article and paste it.',
  binaryNotText: 'This is a binary file, not plain text. Upload a .txt or .md file, or paste the text.',
  encoding: 'The characters of this text cannot be read. Save it as UTF-8 and try again.',
  empty: 'The file is empty. Export it again.',
  notJson: 'This file is not JSON: it does not begin with a bracket. Choose another file.',
  brokenOff: 'The file ends here too soon, or its brackets do not match. Export it again.',
  brokenJson: 'This is not valid JSON: {why}.',
  recordNotUtf8: 'This is not in UTF-8, as JSON must be. Save the file as UTF-8.',
  recordTooLarge: 'This is too large to read. Split it.',
  brokenJsonFile:
    'This is not valid JSON ({why}). It may have been cut off or edited by hand. Export it again.',
  jsonNotUtf8: 'The file is not in UTF-8, as JSON must be. Save it as UTF-8 and try again.',
  zipBroken: 'This zip archive is damaged or incomplete. Make it again, or import its files one by one.',
  zipTwice: 'This zip archive holds {name} twice.',
  zipTooMany: 'This zip archive says it holds more than {most} files. Split it into smaller ones.',
  zipOutside: 'This zip archive names a file outside itself, {name}, so it was not opened.',
  zipPassword:
    'This zip archive is protected by a password. Remove the password, or import its files one by one.',
  zipMethod:
    'This zip archive is compressed in a way that cannot be read (method {method}). Make it again as a plain zip.',
  zipShared: 'The files in this zip archive share their bytes, as in a zip bomb, so it was not opened.',
  zipBomb:
    'The files in this zip archive unpack to far more than it could hold, as in a zip bomb, so it was not opened.',
  zipEntryLarge: '{name} in this zip archive is larger than {most} MB when unpacked.',
  zipLarge:
    'The files in this zip archive are larger than {most} MB when unpacked. Split it into smaller ones.',
  zipEntryBomb:
    '{name} in this zip archive unpacks to far more than it could hold, as in a zip bomb, so it was not opened.',
  casNone: 'There are no annotations of UIMA in this JSON file. Export it again as “UIMA CAS JSON”.',
  tsvNone: 'There are no words in this WebAnno file. Export it again.',
  tsvGap:
    'The places in this WebAnno file cannot be right: sentences stand too far apart, or words have too many annotations.',
  tsvNotUtf8: 'This WebAnno file is not in UTF-8. Save it as UTF-8 and try again.',
  sqliteBroken:
    'This database is damaged, or was copied while a program was writing to it. Close that program, and copy or export it again.',
  xmlBroken:
    'The XML in this file is damaged or incomplete. Export it from its program again and import that.',
  xmlDoctype:
    'This file defines its own document type (DOCTYPE), which is not read. Remove it and import the file again.',
  projectTooLarge: 'This project is too large to read. Export it in parts and import those.',
  codebook:
    'This is a REFI-QDA codebook: it holds codes and no annotations. Export the whole project (.qdpx) instead.',
  qdeNotProject: 'The .qde file in this zip archive is not a REFI-QDA project.',
  w3cNone: 'There are no annotations in this file: it is a single JSON value.',
  w3cCircles: 'The parts of this file refer to each other in circles. Export it again.',
  noQde: 'There is no .qde file in this zip archive, so it is not a REFI-QDA project.',
  manyQde: 'There is more than one .qde file in this zip archive, so it is not a REFI-QDA project.',
} as const;
