import { describe, expect, test } from 'vitest';
import { UnreadableFileError } from '../../../src/domain/errors.ts';
import { docxReader } from '../../../src/formats/docx/docx.ts';
import { readArticle } from '../../../src/import/articles/read.ts';
import { blockLines } from '../block-lines.ts';
import { rawZip } from '../reading/raw-zip.ts';
import { docxOf, item, p, zipOf } from './make-docx.ts';

const LIMIT = 2_000_000;
const WORDS = 'The harbour board met on Tuesday, and the boats stayed in for most of the day while it did.';

async function blocksOf(body: string, footnotes = ''): Promise<string[]> {
  const { text } = await docxReader.read({ name: 'a.docx', bytes: await docxOf({ body, footnotes }) }, LIMIT);
  return blockLines(text);
}

async function refusal(bytes: Uint8Array): Promise<string> {
  const error: unknown = await docxReader
    .read({ name: 'a.docx', bytes }, LIMIT)
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UnreadableFileError);
  return error instanceof Error ? error.message : '';
}

describe('blocks by their styles', () => {
  test.each([
    [
      'paragraphs',
      p(WORDS) + p('“Öl &amp; Salz”, 12 € שלום 😀.'),
      [`paragraph: ${WORDS}`, 'paragraph: “Öl & Salz”, 12 € שלום 😀.'],
    ],
    [
      'headings',
      p('Storm', 'berschrift1') + p('At sea', 'berschrift2') + p('Deep', 'berschrift7') + p(WORDS),
      ['heading1: Storm', 'heading2: At sea', 'heading6: Deep', `paragraph: ${WORDS}`],
    ],
    [
      'a quotation',
      p(WORDS) + p('Never again.', 'Zitat') + p(WORDS),
      [`paragraph: ${WORDS}`, 'blockquote: Never again.', `paragraph: ${WORDS}`],
    ],
    [
      'lists, one in the other',
      item('One thing.', 1) +
        item('Inside of it.', 1, 1) +
        item('Another.', 1) +
        p(WORDS) +
        item('First.', 2) +
        item('Second.', 2),
      [
        'list-item: One thing.',
        'list-item: Inside of it.',
        'list-item: Another.',
        `paragraph: ${WORDS}`,
        'list-item: First.',
        'list-item: Second.',
      ],
    ],
    [
      'a line break',
      '<w:p><w:r><w:t>Rain fell.</w:t><w:br/><w:t>For nine days.</w:t></w:r></w:p>',
      ['paragraph: Rain fell.', 'paragraph: For nine days.'],
    ],
    [
      'words over several runs',
      '<w:p><w:r><w:t>Wa</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">ter </w:t></w:r><w:r><w:t>rose.</w:t></w:r></w:p>',
      ['paragraph: Water rose.'],
    ],
    [
      'tracked changes, accepted',
      '<w:p><w:r><w:t xml:space="preserve">Water </w:t></w:r><w:del><w:r><w:delText>fell</w:delText></w:r></w:del><w:ins><w:r><w:t>rose</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r></w:p>',
      ['paragraph: Water rose.'],
    ],
    [
      'a table, row by row',
      `${p(WORDS)}<w:tbl>${[
        ['Winter', 'Cellars'],
        ['Last year', '9'],
        ['This year', '17'],
      ]
        .map(([a, b]) => `<w:tr><w:tc>${p(a ?? '')}</w:tc><w:tc>${p(b ?? '')}</w:tc></w:tr>`)
        .join('')}</w:tbl>${p(WORDS)}`,
      [
        `paragraph: ${WORDS}`,
        'paragraph: Winter | Cellars',
        'paragraph: Last year | 9',
        'paragraph: This year | 17',
        `paragraph: ${WORDS}`,
      ],
    ],
    [
      'words that begin like marks',
      p('# 1 in the list.') + p('- so he said.') + p('&gt; more.'),
      ['paragraph: #\u202F1 in the list.', 'paragraph: -\u202Fso he said.', 'paragraph: >\u202Fmore.'],
    ],
  ])('%s', async (_, body, blocks) => expect(await blocksOf(body)).toEqual(blocks));

  test('footnotes stand at the end, and their marks are gone', async () => {
    const body = `<w:p><w:r><w:t>Water rose</w:t></w:r><w:r><w:footnoteReference w:id="4"/></w:r><w:r><w:t>.</w:t></w:r></w:p>`;
    const notes = `<w:footnote w:id="4">${p('Harbour office, 4 March.')}</w:footnote>`;
    expect(await blocksOf(body, notes)).toEqual([
      'paragraph: Water rose.',
      'list-item: Harbour office, 4 March.',
    ]);
  });
});

describe('details', () => {
  const CORE =
    '<dc:title>Storm at Orsay Point</dc:title><dc:creator>Registered User</dc:creator><dc:language>en-GB</dc:language>';

  test('title and byline at the top are read and left out', async () => {
    const body =
      p('Storm at Orsay Point', 'Titel') + p('By Ida Brandt') + p('4 March 2025') + p(WORDS) + p(WORDS);
    const found = await docxReader.read({ name: 'a.docx', bytes: await docxOf({ body, core: CORE }) }, LIMIT);
    const { details, text } = readArticle({ content: found, given: {} }, LIMIT);
    expect(details).toEqual({
      title: 'Storm at Orsay Point',
      byline: 'Ida Brandt',
      publication: null,
      published: '2025-03-04',
      url: null,
      language: 'en-GB',
      labels: null,
    });
    expect(text).toBe(`${WORDS}\n\n${WORDS}`);
  });

  test('a title that stands only in the properties is not believed', async () => {
    const found = await docxReader.read(
      { name: 'a.docx', bytes: await docxOf({ body: p(WORDS), core: CORE }) },
      LIMIT,
    );
    expect(found.details).toEqual({ language: 'en-GB' });
  });

  test('broken properties do no harm', async () => {
    const bytes = await docxOf({ body: p(WORDS), parts: { 'docProps/core.xml': '<dc:title>Half a' } });
    expect((await docxReader.read({ name: 'a.docx', bytes }, LIMIT)).text).toBe(WORDS);
  });
});

describe('what is not read', () => {
  test('nothing outside of the document is opened', async () => {
    const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>`;
    const picture = `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
    const bytes = await docxOf({ body: picture + p(WORDS), parts: { 'word/_rels/document.xml.rels': rels } });
    expect((await docxReader.read({ name: 'a.docx', bytes }, LIMIT)).text).toBe(WORDS);
  });

  test('the style map that a document brings is not used', async () => {
    const bytes = await docxOf({ body: p(WORDS), parts: { 'mammoth/style-map': 'p => h1' } });
    expect((await docxReader.read({ name: 'a.docx', bytes }, LIMIT)).text).toBe(WORDS);
  });
});

describe('refused with a sentence', () => {
  const DOCTYPE = `<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${p('&b;')}</w:body></w:document>`;
  const OLE = Buffer.from('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', 'latin1');

  test.each([
    [
      'an entity bomb',
      async () => docxOf({ body: '', parts: { 'word/document.xml': DOCTYPE } }),
      'XML entities',
    ],
    [
      'an entity bomb in another part',
      async () => docxOf({ body: p(WORDS), parts: { 'word/styles.xml': DOCTYPE } }),
      'XML entities',
    ],
    [
      'a zip bomb',
      async () => docxOf({ body: p(WORDS), parts: { 'word/media/image1.png': Buffer.alloc(20_000_000) } }),
      'far too large',
    ],
    [
      'parts in parts without end',
      async () => docxOf({ body: '<w:sdt>'.repeat(50_000) + '</w:sdt>'.repeat(50_000) }),
      'too deeply',
    ],
    ['broken XML', async () => docxOf({ body: '<w:p><w:r>' }), 'damaged'],
    [
      'not UTF-8',
      async () =>
        docxOf({ body: '', parts: { 'word/document.xml': Buffer.from(`\uFEFF${DOCTYPE}`, 'utf16le') } }),
      'Word’s own form',
    ],
    ['cut off', async () => (await docxOf({ body: p(WORDS) })).subarray(0, 900), 'damaged'],
    ['a path trick', async () => rawZip([{ name: '../word/document.xml', content: 'x' }]), 'damaged'],
    ['no words', async () => docxOf({ body: p(' ') }), 'no text'],
    ['a workbook', async () => zipOf({ 'xl/workbook.xml': '<workbook/>' }), 'workbook'],
    ['any archive', async () => zipOf({ 'a.txt': 'words' }), 'its name says so'],
    [
      'OpenDocument',
      async () => zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }),
      '.odt',
    ],
    [
      'an old document',
      async () => Buffer.concat([OLE, Buffer.alloc(600), Buffer.from('WordDocument', 'utf16le')]),
      'old Word',
    ],
    [
      'a password',
      async () => Buffer.concat([OLE, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
      'password',
    ],
    ['rich text', async () => Buffer.from('{\\rtf1 words}'), 'RTF'],
    ['words', async () => Buffer.from('Only words.'), 'damaged'],
  ])('%s', async (_, make, words) => {
    expect(await refusal(await make())).toContain(words);
  });
});

test('documents are known by their names, or by their first file', async () => {
  const bytes = await docxOf({ body: p(WORDS) });
  expect(docxReader.recognises({ name: 'news/Floods.DOCX', bytes: Buffer.alloc(0) })).toBe(true);
  expect(docxReader.recognises({ name: 'floods', bytes })).toBe(true);
  expect(docxReader.recognises({ name: 'floods.zip', bytes: await zipOf({ 'a.txt': 'words' }) })).toBe(false);
  expect(docxReader.recognises({ name: 'floods.txt', bytes: Buffer.from(WORDS) })).toBe(false);
});
