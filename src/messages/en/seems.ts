/** What a file seems to be that cannot be imported as annotations, and what to do instead. */
export const seems = {
  labelList:
    'This is a list of labels from doccano, without texts or annotations. Export the dataset instead: Dataset, then Actions, then Export.',
  labelingConfig:
    'This is a labelling configuration from Label Studio, without annotations. Export the project as JSON instead.',
  bratConfig:
    'This is brat’s configuration, without annotations. Put the .txt and .ann files in one .zip and import that.',
  webAnnoOld:
    'This is an old WebAnno TSV file. Open the project in INCEpTION or WebAnno 3 and export it as “WebAnno TSV v3” or “UIMA CAS XMI”.',
  typeSystem:
    'This is a UIMA type system, without annotations. Import the .xmi file beside it, or the .zip with both.',
  spacyBinary:
    'This is spaCy’s binary format. Save it as JSON with Doc.to_json(), one document a line, and import that.',
  pickle: 'This is a binary file from Python or a data store. Save it as JSON Lines or CSV and import that.',
  qdaProject:
    'This is a project of a QDA program in its own format. In the program, export it as a REFI-QDA project (.qdpx) and import that.',
  workbook: 'This is a spreadsheet. Save the sheet as “CSV UTF-8” and import that.',
  database:
    'This is an SQLite database, but not a project of Taguette or QualCoder. Export your annotations from the program as JSON or CSV.',
  codebookTable:
    'This is a codebook: tags with descriptions, without annotations. Export the highlights or the project instead.',
  taguetteHighlights:
    'This is Taguette’s list of highlights as a page. Export the highlights as CSV, or the project as .sqlite3, and import that.',
  pageOrDocument:
    'This is a page or a document, without annotations that could be read. To import it as an article, choose “Import articles”.',
  tei: 'This is TEI, which is written here but not read. Export the annotations from their program in another format.',
  xml: 'This is XML of a kind that is not known here. Export it as JSON or CSV, or as UIMA CAS XMI or REFI-QDA.',
  images: 'This is about pictures (COCO), not about texts.',
  records:
    'This is JSON, but no record has a text with spans over it: two offsets and a label, as in "entities": [[0, 5, "label"]].',
  table:
    'This is a table, but its columns are not known. Name one “tag” and one “text”, with the exact words, and “title” or “url” for the article.',
  zip: 'This is a .zip archive with nothing in it that is read as annotations. Unpack it and import its files one by one.',
  words:
    'This is plain text, without annotations. To import it as an article, choose “Import articles”; for brat, put it in a .zip with its .ann file.',
} as const;
