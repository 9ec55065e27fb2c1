/** The export formats. */
export const formatName = {
  csv: 'CSV',
  codings: 'Codings (CSV)',
  articles: 'Articles (CSV)',
  html: 'HTML',
  markdown: 'Markdown',
  jsonl: 'JSON Lines',
  w3c: 'W3C Web Annotation',
  tei: 'TEI P5',
  labelstudio: 'Label Studio',
  brat: 'brat',
  qdpx: 'REFI-QDA project',
  qdc: 'REFI-QDA codebook',
  claimreview: 'ClaimReview',
} as const;

/** What an export format holds and what it is for. */
export const formatUse = {
  csv: 'One row per annotation, with its sentence and offsets. Opens in Excel, LibreOffice, R and pandas.',
  codings:
    'One row per coded sentence and tag, and per sentence marked “nothing here”, with its annotator and how far the coding is. For agreement and training sets.',
  articles: 'One row per article, with its details, full text and the number of annotations.',
  html: 'One page with the articles, the annotated words marked and each annotation beside them. Opens in any browser and prints well.',
  markdown:
    'A report: for each article its claims, its quotes by speaker and a table of its statistics. For notes and wikis.',
  jsonl: 'One line per article, with its text, details and annotations. For programs, and for doccano.',
  w3c: 'A JSON-LD collection of the annotations with their words, context and offsets. For annotation tools and linked data.',
  tei: 'The articles as one TEI corpus, with quotes, figures and claims marked in the text. For corpus tools and archives.',
  labelstudio:
    'One task per article, with its annotations and attributes. The labelling configuration comes with it.',
  brat: 'A text and an annotation file per article, with brat’s configuration. For brat and programs that read its standoff format.',
  qdpx: 'Articles with coded passages. For ATLAS.ti, MAXQDA, NVivo, QualCoder and other QDA software.',
  qdc: 'The tags and their values as codes with colours, for a new project in ATLAS.ti, MAXQDA, NVivo or QualCoder.',
  claimreview:
    'The claims as schema.org ClaimReview, without verdicts: who made them and where they appeared. For fact-checkers.',
} as const;

/** The kinds of files that can be imported. */
export const readerName = {
  csvRows: 'CSV',
  codings: 'Codings (CSV) of On Record',
  doccano: 'doccano JSONL',
  hypothesis: 'Hypothesis',
  recogito: 'Recogito',
  argilla: 'Argilla',
  jsonlines: 'JSON Lines of On Record',
  labelStudio: 'Label Studio',
  prodigy: 'Prodigy JSONL',
  refiQda: 'REFI-QDA project',
  spans: 'JSON of texts with spans (spaCy, PubAnnotation)',
  inception: 'INCEpTION (WebAnno TSV 3, UIMA CAS)',
  conll: 'CoNLL',
  taguette: 'Taguette',
  qualCoder: 'QualCoder project (.qda)',
  webAnnotation: 'W3C Web Annotation',
  word: 'Word (.docx)',
  page: 'Web page (.html)',
  pdf: 'PDF (.pdf)',
  text: 'Text (.txt)',
  markdown: 'Markdown (.md)',
  openDocument: 'OpenDocument (.odt)',
  book: 'E-book (.epub)',
  rtf: 'RTF (.rtf)',
  mime: 'E-mail and web archive (.eml, .mhtml)',
  brat: 'brat',
} as const;
