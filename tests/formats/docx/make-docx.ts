import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The styles that the documents here use, by identifiers as a German Word writes them. */
const STYLES: Readonly<Record<string, string>> = {
  Titel: 'Title',
  berschrift1: 'heading 1',
  berschrift2: 'heading 2',
  berschrift7: 'heading 7',
  Zitat: 'Quote',
};

/** A paragraph of one run; `style` is an identifier in `STYLES`. */
export function p(words: string, style = ''): string {
  const properties = style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;
}

/** A list item; list 1 has bullets, list 2 numbers. */
export function item(words: string, list: 1 | 2, level = 0): string {
  const properties = `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;
}

/** What a document is made of beside its body; a part given here takes the place of the usual one. */
export interface DocxParts {
  readonly body: string;
  readonly core?: string;
  readonly footnotes?: string;
  readonly parts?: Readonly<Record<string, string | Buffer>>;
}

/** A Word document, its XML written by hand. */
export async function docxOf({ body, core = '', footnotes = '', parts = {} }: DocxParts): Promise<Buffer> {
  return await zipOf({
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relations([['officeDocument', 'word/document.xml']]),
    'word/document.xml': `${HEAD}<w:document ${WORD}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations([
      ['styles', 'styles.xml'],
      ['numbering', 'numbering.xml'],
      ['footnotes', 'footnotes.xml'],
    ]),
    'word/styles.xml': styles(),
    'word/numbering.xml': numbering(),
    'word/footnotes.xml': `${HEAD}<w:footnotes ${WORD}>${footnotes}</w:footnotes>`,
    'docProps/core.xml': `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${core}</cp:coreProperties>`,
    ...parts,
  });
}

/** A zip archive of these files. */
export async function zipOf(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return await buffer(zip.outputStream);
}

function contentTypes(): string {
  const types =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>';
  return `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${types}</Types>`;
}

function relations(targets: readonly (readonly [string, string])[]): string {
  const inside = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at}" Type="${RELATION}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside.join('')}</Relationships>`;
}

function styles(): string {
  const each = Object.entries(STYLES).map(
    ([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`,
  );
  return `${HEAD}<w:styles ${WORD}>${each.join('')}</w:styles>`;
}

function numbering(): string {
  const list = (id: number, kind: string) => {
    const levels = [0, 1, 2].map((level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${kind}"/></w:lvl>`);
    return `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
  };
  const use = (id: number) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;
  return `${HEAD}<w:numbering ${WORD}>${list(1, 'bullet')}${list(2, 'decimal')}${use(1)}${use(2)}</w:numbering>`;
}
