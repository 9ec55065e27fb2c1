import { describe, expect, test, vi } from 'vitest';
import { UnreadableFileError } from '../../src/domain/errors.ts';
import { articleReaders, readArticleFile, readerFor, unpack } from '../../src/formats/article-readers.ts';
import type { IncomingFile } from '../../src/formats/incoming.ts';
import { plainTextReader } from '../../src/formats/text/plain.ts';
import { writeZip } from '../../src/formats/writing/write-zip.ts';
import { column, writePdf } from './pdf/write-pdf.ts';

const storm = 'The quay reopened on Monday after nine days of storm.';
const pdfBytes = writePdf([column([storm], { x: 60, y: 80 })]);
const page = `<!doctype html><title>Quay</title><article><p>${storm}</p></article>`;

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

function fileOf(name: string, content: string | Uint8Array): IncomingFile {
  return { name, bytes: typeof content === 'string' ? Buffer.from(content, 'latin1') : content };
}

async function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const entries = Object.entries(files).map(([name, content]) => ({ name, chunks: chunksOf(content) }));
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeZip(entries)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* chunksOf(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield Buffer.from(content);
}

describe('the reader of a file', () => {
  test.each([
    ['a.pdf', pdfBytes, 'application/pdf'],
    ['a.txt', pdfBytes, 'application/pdf'],
    ['a.docx', 'PK\x03\x04', DOCX],
    ['a.docx', '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', DOCX],
    ['a.html', '<p>words', 'text/html'],
    ['a', page, 'text/html'],
    ['a.txt', 'words', 'text/plain'],
    ['a.md', '# words', 'text/markdown'],
    ['a', 'words', 'text/plain'],
  ])('%s is told by what is inside, or by its name', (name, content, mediaType) => {
    expect(readerFor(fileOf(name, content)).mediaType).toBe(mediaType);
  });

  test('reads it', async () => {
    const { article, reader } = await readArticleFile(fileOf('a.pdf', pdfBytes), 10_000);
    expect([article.text, reader.keepsSource]).toEqual([storm, true]);
  });

  test('is one for every ending, and no ending has two', () => {
    const endings = articleReaders.flatMap((reader) => reader.extensions);
    expect(new Set(endings).size).toBe(endings.length);
    expect(endings).toEqual(expect.arrayContaining(['docx', 'pdf', 'html', 'txt', 'md']));
  });
});

describe('is refused with what to do instead:', () => {
  test.each([
    ['an image', 'a.txt', '\x89PNG\r\n\x1A\n', /image.*OCR/],
    ['a picture by its name', 'a.heic', '', /image/],
    ['a picture of the web', 'a', 'RIFF\x01\x02\x03\x04WEBPVP8 ', /image/],
    ['a recording', 'a.mp3', 'ID3\x03', /recording.*transcript/],
    ['a film', 'a', '\x00\x00\x00\x18ftypmp42', /recording/],
    ['an old Word document', 'a.doc', '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', /old Word.*\.docx/],
    ['an old document by its mark', 'a', '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', /old Word.*\.docx/],
    ['an old OpenOffice text', 'a.sxw', 'PK\x03\x04', /OpenOffice.*\.odt/],
    ['an Excel table', 'a.xlsx', 'PK\x03\x04', /spreadsheet.*CSV/],
    ['a book', 'a.mobi', 'PK\x03\x04', /book/],
    ['another e-mail', 'a.msg', '', /email.*\.eml/],
    ['a program', 'a', '\x7FELF', /program/],
    ['another archive', 'a.tar.gz', '\x1F\x8B', /archive.*\.zip/],
    ['annotations', 'a.jsonl', '{"text":"a","label":[[0,1,"claim"]]}', /annotations/],
    ['a table without texts', 'a.csv', 'name,age\n', /“text”/],
    ['anything else', 'a.css', 'p {}', /cannot be imported.*PDF.*\.csv.*\.zip/],
  ])('%s', (_, name, content, message) => {
    const refused = () => readerFor(fileOf(name, content));
    expect(refused).toThrow(UnreadableFileError);
    expect(refused).toThrow(message);
  });

  test('but not words that only look alike', () => {
    for (const words of ['THE HEATWAVE is over', 'ID3 tags explained', 'MZ is no program', 'GIF or JPEG?']) {
      expect(readerFor(fileOf('a.txt', words)).mediaType).toBe('text/plain');
    }
  });
});

describe('unpacking', () => {
  async function unpacked(name: string, content: string | Uint8Array) {
    const found: unknown[][] = [];
    for await (const each of unpack(fileOf(name, content))) {
      if ('problem' in each) found.push([each.name, each.problem]);
      else if ('file' in each) found.push([each.name, Buffer.from(each.file.bytes).toString()]);
      else found.push([each.name, each.article.text, each.article.details.title, each.id]);
    }
    return found;
  }

  test('leaves a single file as it is, also one that cannot be read', async () => {
    expect(await unpacked('a.txt', 'words')).toEqual([['a.txt', 'words']]);
    expect(await unpacked('a.css', 'p {}')).toEqual([['a.css', 'p {}']]);
  });

  test('gives the rows of a table', async () => {
    const id = '01890a5d-ac96-774b-bcce-b302099a8057';
    expect(await unpacked('a.csv', `id,title,text\n${id},Storm,Words.\n,Calm,\n`)).toEqual([
      ['a.csv, line 2', 'Words.', 'Storm', id],
      ['a.csv, line 3', 'There is no text here.'],
    ]);
  });

  test('gives the files of an archive with their paths, and names what it leaves', async () => {
    const zip = await zipOf({
      'march/quay.txt': 'words',
      'march/quay.html': page,
      'march/.draft.txt': 'words',
      'march/quay.png': '\x89PNG',
      'march/more.zip': await zipOf({ 'a.txt': 'words' }),
      'march/data.csv': 'name,age\n',
      'april.jsonl': '{"title":"Calm","text":"Calm again."}\n',
    });
    expect(await unpacked('all.zip', zip)).toEqual([
      ['march/quay.txt', 'words'],
      ['march/quay.html', page],
      ['march/.draft.txt', expect.stringContaining('Hidden')],
      ['march/quay.png', expect.stringContaining('image')],
      ['march/more.zip', expect.stringContaining('archive inside')],
      ['march/data.csv', expect.stringContaining('“text”')],
      ['april.jsonl, line 1', 'Calm again.', 'Calm', undefined],
    ]);
  });

  test('opens an archive by what it is, whatever it is called', async () => {
    expect(await unpacked('download', await zipOf({ 'a.txt': 'words' }))).toEqual([['a.txt', 'words']]);
  });

  test('names the files of an archive in one short line', async () => {
    const zip = await zipOf({ 'a\nb.txt': 'words', [`${'long/'.repeat(100)}c.txt`]: 'more' });
    const names = (await unpacked('all.zip', zip)).map(([name]) => name);
    expect(names).toEqual(['a\uFFFDb.txt', expect.stringMatching(/^…(?:.{194})c\.txt$/)]);
  });

  test.each([['[Content_Types].xml'], ['word/document.xml'], ['mimetype']])(
    'opens no document that is packed like an archive: %s',
    async (first) => {
      const zip = await zipOf({ [first]: 'x' });
      expect(await unpacked('a', zip)).toEqual([['a', expect.any(String)]]);
    },
  );

  test('refuses a broken archive', async () => {
    const zip = await zipOf({ 'a.txt': 'words' });
    await expect(unpacked('a.zip', zip.subarray(0, zip.length - 30))).rejects.toThrow(UnreadableFileError);
  });
});

test('what no reader foresaw is a file that cannot be read', async () => {
  const reading = vi.spyOn(plainTextReader, 'read').mockRejectedValueOnce(new RangeError('too deep'));
  const refused = readArticleFile({ name: 'a.txt', bytes: Buffer.from('words') }, 1000);
  await expect(refused).rejects.toThrow(UnreadableFileError);
  await expect(refused).rejects.toThrow('Paste the text');
  reading.mockRestore();
});
