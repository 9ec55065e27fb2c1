import { describe, expect, test } from 'vitest';
import { UnreadableFileError } from '../../src/domain/errors.ts';
import { readArticleFile } from '../../src/formats/article-readers.ts';
import { zipOf } from './zipped.ts';

const LIMIT = 100_000;
const read = async (name: string, bytes: Uint8Array) =>
  (await readArticleFile({ name, bytes }, LIMIT)).article;
const zipped = async (files: readonly (readonly [string, string])[]) =>
  (await zipOf(Object.fromEntries(files))).bytes;
const latin1 = (text: string) => Buffer.from(text, 'latin1');

const OFFICE =
  'xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:style="s" xmlns:draw="d" xmlns:dc="http://purl.org/dc/elements/1.1/"';
const content = (body: string, styles = '') =>
  `<?xml version="1.0"?><office:document-content ${OFFICE}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
const odt = (body: string, { styles = '', meta = '' } = {}) =>
  zipped([
    ['mimetype', 'application/vnd.oasis.opendocument.text'],
    ['content.xml', content(body, styles)],
    ['meta.xml', `<office:document-meta ${OFFICE}><office:meta>${meta}</office:meta></office:document-meta>`],
  ]);

describe('an OpenDocument text', () => {
  test('is read with its structure', async () => {
    const bytes = await odt(
      `<text:p text:style-name="Title">Quay floods</text:p>
       <text:h text:outline-level="2">The walls</text:h>
       <text:p>The <text:span>tide</text:span><text:s text:c="2"/>came<text:line-break/>at nine.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note></text:p>
       <text:p text:style-name="P1">“We knew,” she said.</text:p>
       <text:list text:style-name="L1"><text:list-item><text:p>One</text:p></text:list-item><text:list-item><text:p>Two</text:p></text:list-item></text:list>
       <text:list><text:list-item><text:p>Point</text:p></text:list-item></text:list>
       <table:table><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell><table:table-cell><text:p>B</text:p></table:table-cell></table:table-row></table:table>
       <text:p>Kept<office:annotation><text:p>A comment.</text:p></office:annotation>.</text:p><text:p/>`,
      {
        styles:
          '<style:style style:name="P1" style:parent-style-name="Quotations"/><text:list-style style:name="L1"><text:list-level-style-number/></text:list-style>',
        meta: '<dc:title>Quay floods</dc:title><dc:language>en-GB</dc:language>',
      },
    );
    const { text, details } = await read('a.odt', bytes);
    expect(text).toBe(
      '# Quay floods\n\n## The walls\n\nThe tide came\nat nine.\n\n> “We knew,” she said.\n\n1. One\n2. Two\n\n- Point\n\nA | B\n\nKept.\n\nA note.',
    );
    expect(details).toEqual({ title: 'Quay floods', language: 'en-GB' });
  });

  test('may be flat', async () => {
    expect((await read('a.fodt', Buffer.from(content('<text:p>Only words.</text:p>')))).text).toBe(
      'Only words.',
    );
  });

  test.each([
    ['no content', zipped([['mimetype', 'application/vnd.oasis.opendocument.text']]), /damaged/],
    ['no words', odt('<text:p/>'), /no text/],
    ['entities', zipped([['content.xml', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>']]), /damaged/],
    ['broken XML', zipped([['content.xml', '<a><b></a>']]), /damaged/],
    ['deep nesting', odt('<text:section>'.repeat(400) + '</text:section>'.repeat(400)), /damaged/],
  ])('is refused with %s', async (_, made, words) => {
    await expect(read('a.odt', await made)).rejects.toThrow(words);
  });
});

const book = (extra: [string, string][] = []) =>
  zipped([
    ['mimetype', 'application/epub+zip'],
    [
      'META-INF/container.xml',
      '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    ],
    [
      'OEBPS/book.opf',
      `<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>The Quay</dc:title><dc:creator>Ann Lee</dc:creator><dc:creator>Ed Pike</dc:creator><dc:date>2024-03-14</dc:date><dc:language>en</dc:language></metadata>
       <manifest><item id="n" href="nav.xhtml" properties="nav"/><item id="b" href="two%20b.xhtml"/><item id="a" href="one.xhtml"/></manifest>
       <spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/><itemref idref="gone"/></spine></package>`,
    ],
    ['OEBPS/nav.xhtml', '<html><body><p>Contents</p></body></html>'],
    [
      'OEBPS/one.xhtml',
      '<!DOCTYPE html><html><head><title>x</title></head><body><h1>One</h1><p>The tide came.</p></body></html>',
    ],
    ['OEBPS/two b.xhtml', '<html><body><h1>Two</h1><p>It went.</p></body></html>'],
    ...extra,
  ]);

describe('an e-book', () => {
  test('is its chapters in order', async () => {
    const { text, details } = await read('a.epub', await book());
    expect(text).toBe('# One\n\nThe tide came.\n\n# Two\n\nIt went.');
    expect(details).toEqual({
      title: 'The Quay',
      byline: 'Ann Lee, Ed Pike',
      published: '2024-03-14',
      language: 'en',
    });
  });

  test('with locked chapters is refused', async () => {
    await expect(read('a.epub', await book([['META-INF/rights.xml', '<r/>']]))).rejects.toThrow(/protected/);
  });

  test('without a list of contents is refused', async () => {
    await expect(read('a.epub', await zipped([['a.xhtml', '<p>x</p>']]))).rejects.toThrow(
      UnreadableFileError,
    );
  });
});

describe('RTF', () => {
  test.each([
    ['paragraphs', '{\\rtf1\\ansi One.\\par Two\\line lines.\\par}', 'One.\n\nTwo\nlines.'],
    ['letters of a code page', "{\\rtf1\\ansi\\ansicpg1250 \\'a3\\'f3d\\'9f\\par}", 'Łódź'],
    [
      'letters of a font',
      "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset204 Arial Cyr;}}\\f1 \\'cc\\'e8\\'f0\\f0  ok\\par}",
      'Мир ok',
    ],
    ['Unicode', '{\\rtf1\\uc1 \\u321?\\u243?d\\u378? \\uc0\\u8364 5 \\u-10179 \\u-8704 \\par}', 'Łódź €5 😀'],
    [
      'signs',
      '{\\rtf1 \\ldblquote No,\\rdblquote  she said \\endash  it\\rquote s \\{so\\} a\\~b\\par}',
      '“No,” she said – it’s {so} a b',
    ],
    [
      'groups that are no words',
      '{\\rtf1{\\fonttbl{\\f0 Arial;}}{\\info{\\title X}}{\\*\\generator Y;}{\\header Z}{\\pict ffd8}Words{\\footnote note}.\\par}',
      'Words.',
    ],
    [
      'fields',
      '{\\rtf1 See {\\field{\\*\\fldinst HYPERLINK "https://x.example"}{\\fldrslt the report}}.\\par}',
      'See the report.',
    ],
    ['rows', '{\\rtf1\\trowd\\intbl A\\cell B\\cell\\row\\pard After.\\par}', 'A | B\n\nAfter.'],
    ['hidden and deleted words', '{\\rtf1 Kept{\\v hidden}{\\deleted gone}.\\par}', 'Kept.'],
    ['lines of the file', '{\\rtf1 One\r\n two.\\par\r\n}', 'One two.'],
    ['a broken end', '{\\rtf1 {{One.', 'One.'],
  ])('%s', async (_, rtf, text) => expect((await read('a.rtf', latin1(rtf))).text).toBe(text));

  test('is known by its first bytes, and refused without words', async () => {
    expect((await read('a.bin', latin1('{\\rtf1 One.\\par}'))).text).toBe('One.');
    await expect(read('a.rtf', latin1('{\\rtf1{\\info X}}'))).rejects.toThrow(/no text/);
    await expect(read('a.rtf', latin1('Plain words'))).rejects.toThrow(/damaged/);
  });

  test('takes any depth', async () => {
    expect(
      (await read('a.rtf', latin1(`{\\rtf1 ${'{'.repeat(50_000)}One.${'}'.repeat(50_000)}\\par}`))).text,
    ).toBe('One.');
  });
});

const HEAD =
  'From: =?UTF-8?Q?Ann_L=C3=A9e?= <ann@quay.example>\r\nTo: desk@quay.example\r\nSubject: Fwd: =?utf-8?B?UXVheSBmbG9vZHM=?=\r\n =?utf-8?Q?_again?=\r\nDate: Thu, 14 Mar 2024 10:00:00 +0100 (CET)\r\nMIME-Version: 1.0\r\n';

describe('an e-mail', () => {
  const DETAILS = { title: 'Quay floods again', byline: 'Ann Lée', published: '2024-03-14T10:00:00+01:00' };
  const plain =
    'Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe tide came at the caf=E9, she =\r\nsaid.\r\n';
  const page =
    'Content-Type: text/html; charset=utf-8\r\n\r\n<p>The <b>tide</b> came.</p><p>It went.</p>\r\n';
  const multipart = (...parts: string[]) =>
    `${HEAD}Content-Type: multipart/alternative; boundary="=_x"\r\n\r\nPreamble\r\n${parts.map((part) => `--=_x\r\n${part}`).join('\r\n')}\r\n--=_x--\r\nEpilogue`;

  test.each([
    ['alone', HEAD + plain, 'The tide came at the café, she said.'],
    ['with a page', multipart(plain, page), 'The tide came at the café, she said.'],
    ['as a page alone', multipart(page), 'The tide came.\n\nIt went.'],
    [
      'in base64',
      `${HEAD}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from('Café shut.').toString('base64')}`,
      'Café shut.',
    ],
    [
      'flowed',
      `${HEAD}Content-Type: text/plain; format=flowed\r\n\r\nThe tide \r\ncame \r\nin.\r\nNext.\r\n`,
      'The tide came in.\nNext.',
    ],
    [
      'behind an attachment',
      multipart('Content-Type: text/plain\r\nContent-Disposition: attachment\r\n\r\nNot this.', plain),
      'The tide came at the café, she said.',
    ],
  ])('%s', async (_, message, text) => {
    const found = await read('a.eml', latin1(message));
    expect(found.text.trim()).toBe(text);
    expect(found.details).toEqual(DETAILS);
  });

  test('without words is refused', async () => {
    await expect(read('a.eml', latin1(`${HEAD}Content-Type: image/png\r\n\r\nx`))).rejects.toThrow(
      /no text in this email/,
    );
  });
});

test('an archive of a page is read as its page', async () => {
  const page = `<!doctype html><title>Tide tables</title><article><h1>Tide tables</h1><p>${'The tide came in at nine=2C the harbour office said. '.repeat(4)}</p><p>${'It went out again at three. '.repeat(4)}</p></article>`;
  const archive = `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://quay.example/tides\r\nSubject: Tide tables\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----x"\r\n\r\n------x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://quay.example/tides\r\n\r\n${page}\r\n------x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n------x--\r\n`;
  const { text, details } = await read('a.mhtml', latin1(archive));
  expect(text).toContain('The tide came in at nine, the harbour office said.');
  expect(details).toMatchObject({ title: 'Tide tables', url: 'https://quay.example/tides' });
});

test('a Safari archive is refused with what to do', async () => {
  await expect(read('a.webarchive', latin1('bplist00\xd1'))).rejects.toThrow(/page source/);
});
