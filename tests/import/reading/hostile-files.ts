import Database from 'better-sqlite3';
import type { IncomingFile } from '../../../src/formats/incoming.ts';
import { archiveOf, fileOf } from '../../support/import-files.ts';

/** A file of about so many bytes that is the same thing again and again. */
export type HostileFile = readonly [name: string, make: (size: number) => Promise<IncomingFile>];

type Shape = string | ((number: number) => string);

/** The shape again and again until it is so long, between what stands before it and behind. */
export function filled(size: number, before: string, shape: Shape, after = ''): string {
  const pieces: string[] = [];
  for (let length = 0; length < size; length += pieces.at(-1)?.length ?? size) {
    pieces.push(typeof shape === 'string' ? shape : shape(pieces.length));
  }
  return before + pieces.join('') + after;
}

function text(name: string, before: string, shape: Shape, after?: string): HostileFile {
  return [
    `${name}: ${before.slice(0, 30).replaceAll('\n', '⏎')}…`,
    async (size) => fileOf(name, filled(size, before, shape, after)),
  ];
}

/** A zip of which one entry is filled. */
function zipped(
  [name, entry]: readonly [name: string, entry: string],
  [before, shape, after]: readonly [before: string, shape: Shape, after?: string],
  others: Readonly<Record<string, string>> = {},
): HostileFile {
  const make = (size: number) => [
    ...Object.entries(others).map(([path, words]) => fileOf(path, words)),
    fileOf(entry, filled(size, before, shape, after)),
  ];
  const shown = typeof shape === 'string' ? shape.slice(0, 30) : shape(1).slice(0, 30);
  return [`${name}, ${entry}: ${shown}`, async (size) => archiveOf(name, make(size))];
}

/** A database with these tables, of which rows are added until it is as large. */
function database(
  name: string,
  tables: string,
  row: (number: number) => string,
  rowSize: number,
): HostileFile {
  return [
    `${name}: ${row(1).slice(0, 40)}`,
    async (size) => {
      const db = new Database(':memory:');
      db.exec(`${tables};BEGIN`);
      for (let number = 1; number * rowSize < size; number++) db.exec(row(number));
      db.exec('COMMIT');
      const bytes = db.serialize();
      db.close();
      return { name, bytes };
    },
  ];
}

const WEBANNO = '#FORMAT=WebAnno TSV 3.3\n#T_SP=custom.Claim|value\n\n\n#Text=word\n';
const XMI_HEAD =
  '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:custom="http:///webanno/custom.ecore"><cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="a word"/>';
const TAGUETTE = `CREATE TABLE documents (id INTEGER PRIMARY KEY, name TEXT, description TEXT, contents TEXT);
  CREATE TABLE tags (id INTEGER PRIMARY KEY, path TEXT); CREATE TABLE highlight_tags (highlight_id INTEGER, tag_id INTEGER);
  CREATE TABLE highlights (id INTEGER PRIMARY KEY, document_id INTEGER, start_offset INTEGER, end_offset INTEGER, snippet TEXT);
  INSERT INTO documents VALUES (1, 'n', '', '<p>a word</p>'); INSERT INTO tags VALUES (1, 'claim')`;
const QUALCODER = `CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT, fulltext TEXT, mediapath TEXT, memo TEXT, owner TEXT, date TEXT);
  CREATE TABLE code_cat (catid INTEGER PRIMARY KEY, name TEXT, memo TEXT, supercatid INTEGER);
  CREATE TABLE code_name (cid INTEGER PRIMARY KEY, name TEXT, memo TEXT, catid INTEGER);
  CREATE TABLE code_text (ctid INTEGER PRIMARY KEY, cid INTEGER, fid INTEGER, seltext TEXT, pos0 INTEGER, pos1 INTEGER, owner TEXT, date TEXT, memo TEXT);
  CREATE TABLE annotation (anid INTEGER PRIMARY KEY, fid INTEGER, pos0 INTEGER, pos1 INTEGER, memo TEXT, owner TEXT, date TEXT);
  INSERT INTO source VALUES (1, 'n', 'a word', NULL, '', '', ''); INSERT INTO code_name VALUES (1, 'claim', '', 1)`;
const TAGUETTE_PAGE =
  '<!DOCTYPE html><html><head><style>.highlight {} .taglist {}</style></head><body><h1>n</h1>';
const CONTENT =
  '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>';
const ODT: readonly [string, string] = ['a.odt', 'content.xml'];
const ODT_MARK = { mimetype: 'application/vnd.oasis.opendocument.text' };
const CHAPTER: readonly [string, string] = ['a.epub', 'c.xhtml'];
const BOOK = {
  mimetype: 'application/epub+zip',
  'META-INF/container.xml':
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="p.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
  'p.opf':
    '<package xmlns="http://www.idpf.org/2007/opf"><metadata/><manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/></spine></package>',
};
const MIME = 'From: a@b.example\nDate: Tue, 4 Mar 2025 09:00:00 +0000\nSubject: s\nMIME-Version: 1.0\n';
const WORD: readonly [string, string] = ['a.docx', 'word/document.xml'];
const DOCUMENT =
  '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>';

/** Files of each kind, each of one hostile shape: very many of a thing, or one in another without end. */
export const HOSTILE_FILES: readonly HostileFile[] = [
  // Tables of other tools.
  text('t.csv', 'id,document,tag,content\n', (n) => `${n},d,claim,word\n`),
  text('t.csv', 'id,document,tag,content\n', (n) => `${n},d${n},claim,word\n`),
  text('h.csv', 'quote,url,tags,user\n', 'word,https://a.example/,claim,u\n'),
  text('h.csv', 'quote,url,tags,user\nword,https://a.example/,"', 'a,', '",u\n'),
  text(
    'l.csv',
    'text,label,annotation_id,lead_time,annotator,created_at,updated_at,id\n',
    (n) => `a word,claim,${n},1,u,,,${n}\n`,
  ),
  text(
    'l.csv',
    'text,label,annotation_id,lead_time,annotator,created_at,updated_at,id\na word,"[',
    '{""start"":2,""end"":6,""text"":""word"",""labels"":[""claim""]},',
    '{}]",1,1,u,,,1\n',
  ),
  text(
    'r.csv',
    'UUID,FILE,QUOTE_TRANSCRIPTION,ANCHOR,TYPE,BUILT_IN_TAGS\n',
    'u,f,word,char-offset:2,PLACE,a|b\n',
  ),
  text(
    'r.csv',
    'UUID,FILE,QUOTE_TRANSCRIPTION,ANCHOR,TYPE,BUILT_IN_TAGS\nu,f,word,char-offset:2,PLACE,"',
    'a|',
    '"\n',
  ),
  // Records of JSON.
  text('p.jsonl', '', '["word",{"entities":[[0,4,"X"]]}]\n'),
  text('p.json', '[', '["word",{"entities":[[0,4,"X"]]}],', '["word",{"entities":[[0,4,"X"]]}]]'),
  text('s.jsonl', '', '{"text":"word","ents":[{"start":0,"end":4,"label":"X"}]}\n'),
  text(
    's.json',
    '[{"id":1,"paragraphs":[{"raw":"a word","sentences":[{"tokens":[',
    '{"orth":"a","space":" ","ner":"U-X"},',
    '{"orth":"word","space":"","ner":"O"}]}]}]}]',
  ),
  text(
    'd.json',
    '{"text":"a word","denotations":[{"id":"T1","span":{"begin":2,"end":6},"obj":"X"}],"relations":[',
    '{"pred":"is","subj":"T1","obj":"T1"},',
    '{"pred":"is","subj":"T1","obj":"T1"}]}',
  ),
  text(
    'd.json',
    '{"text":"a word","denotations":[',
    (n) => `{"id":"T${n}","span":{"begin":2,"end":6},"obj":"X"},`,
    '{"id":"U","span":{"begin":2,"end":6},"obj":"X"}]}',
  ),
  text(
    'o.jsonl',
    '',
    '{"text":"word","tokens":[],"_input_hash":1,"_task_hash":1,"spans":[{"start":0,"end":4,"label":"X"}]}\n',
  ),
  text(
    'o.json',
    '[{"text":"a word","_input_hash":1,"_task_hash":1,"spans":[',
    '{"start":2,"end":6,"label":"X"},',
    '{"start":2,"end":6,"label":"X"}]}]',
  ),
  text(
    'a.jsonl',
    '',
    '{"fields":{"text":"word"},"responses":{"s":[{"value":[{"start":0,"end":4,"label":"X"}],"user_id":"u"}]}}\n',
  ),
  text(
    'a.json',
    '[{"fields":{"text":"a word"},"responses":{"s":[',
    '{"value":[{"start":2,"end":6,"label":"X"}],"user_id":"u"},',
    '{"value":[],"user_id":"u"}]}}]',
  ),
  text(
    'r.json',
    '[{"id":"a","bodies":[],"target":{"annotation":"a","selector":[',
    '{"quote":"word","start":2,"end":6},',
    '{"quote":"word","start":2,"end":6}]}}]',
  ),
  text(
    'h.json',
    '[',
    '{"id":"a","user":"acct:u@h","uri":"https://a.example/","text":"","tags":["claim"],"target":[]},',
    '{}]',
  ),
  text(
    'l.json',
    '[{"id":1,"data":{"text":"a word"},"annotations":[{"result":[',
    (n) =>
      `{"id":"${n}","from_name":"l","to_name":"text","type":"labels","value":{"start":2,"end":6,"labels":["X"]}},`,
    '{}]}]}]',
  ),
  text(
    'c.json',
    '{"%TYPES":{},"%FEATURE_STRUCTURES":[{"%ID":1,"%TYPE":"uima.cas.Sofa","sofaID":"v","sofaString":"a word"},',
    (n) => `{"%ID":${n + 9},"%TYPE":"custom.Claim","@sofa":1,"begin":2,"end":6,"@next":${n + 8}},`,
    '{"%ID":2,"%TYPE":"custom.Claim","@sofa":1,"begin":2,"end":6}]}',
  ),
  // Lines and elements of words.
  text('n.conll', '', 'word B-X\n'),
  text('n.conll', 'word B-X\n', 'word I-X\n'),
  text('n.conll', '', '-DOCSTART-\nword B-X\n'),
  text('w.tsv', WEBANNO, (n) => `1-${n + 1}\t${n * 5}-${n * 5 + 4}\tword\tclaim[${n}]\t\n`),
  text('w.tsv', `${WEBANNO}1-1\t0-4\tword\t`, (n) => `claim[${n + 1}]|`, '\t\n'),
  text('w.tsv', '#FORMAT=WebAnno TSV 3.3\n', '#T_SP=custom.Claim|value\n', WEBANNO.slice(24)),
  text(
    'x.xmi',
    XMI_HEAD,
    (n) => `<custom:Claim xmi:id="${n + 9}" sofa="1" begin="2" end="6" value="claim" next="${n + 8}"/>`,
    '</xmi:XMI>',
  ),
  text('x.xmi', XMI_HEAD, '<custom:Claim>', ''),
  text(
    'x.xmi',
    `${XMI_HEAD}<custom:Said xmi:id="9" sofa="1" begin="2" end="6" who="`,
    '9 ',
    '9"/></xmi:XMI>',
  ),
  text(
    'd.html',
    TAGUETTE_PAGE,
    '<span class="highlight">word</span> <span class="taglist">[claim]</span>',
    '</body></html>',
  ),
  text('d.html', TAGUETTE_PAGE, '<span class="highlight">', '</body></html>'),
  text('d.html', `${TAGUETTE_PAGE}<span class="highlight">word</span><span class="taglist">`, '[', '</span>'),
  // Databases.
  database('t.sqlite3', TAGUETTE, (n) => `INSERT INTO highlights VALUES (${n}, 1, 2, 6, 'word')`, 14),
  database('t.sqlite3', TAGUETTE, () => 'INSERT INTO highlight_tags VALUES (1, 1)', 9),
  database('t.sqlite3', TAGUETTE, (n) => `INSERT INTO documents VALUES (${n + 1}, 'n', '', '<p>a')`, 15),
  database(
    'q.sqlite',
    QUALCODER,
    (n) => `INSERT INTO code_text VALUES (${n}, 1, 1, 'word', 2, 6, '', '', '')`,
    20,
  ),
  database('q.sqlite', QUALCODER, (n) => `INSERT INTO code_cat VALUES (${n}, 'c', '', ${n + 1})`, 12),
  database('q.sqlite', QUALCODER, (n) => `INSERT INTO annotation VALUES (${n}, 1, 2, 6, 'm', '', '')`, 16),
  // Articles.
  zipped(
    ODT,
    [CONTENT, '<text:p>a</text:p>', '</office:text></office:body></office:document-content>'],
    ODT_MARK,
  ),
  zipped(ODT, [CONTENT, '<text:list><text:list-item>'], ODT_MARK),
  zipped(ODT, [`${CONTENT}<text:p>`, '<text:span>a', ''], ODT_MARK),
  zipped(ODT, [`${CONTENT}<text:p>`, '<text:s text:c="999999999"/>', '</text:p>'], ODT_MARK),
  zipped(CHAPTER, ['<html xmlns="http://www.w3.org/1999/xhtml"><body>', '<p>a</p>', '</body></html>'], BOOK),
  zipped(CHAPTER, ['<html xmlns="http://www.w3.org/1999/xhtml"><body>', '<div>'], BOOK),
  zipped(
    ['b.epub', 'p.opf'],
    [
      '<package xmlns="http://www.idpf.org/2007/opf"><metadata/><manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest><spine>',
      '<itemref idref="c"/>',
      '</spine></package>',
    ],
    {
      mimetype: BOOK.mimetype,
      'META-INF/container.xml': BOOK['META-INF/container.xml'],
      'c.xhtml': '<html><body><p>a word</p></body></html>',
    },
  ),
  text('a.rtf', '{\\rtf1 ', '{', ''),
  text('a.rtf', '{\\rtf1 ', '\\par a', '}'),
  text('a.rtf', '{\\rtf1 ', "\\'e9", '}'),
  text('a.rtf', '{\\rtf1 {\\fonttbl', '{\\f0\\fcharset0 A;}', '}}'),
  text('a.eml', `${MIME}Content-Type: multipart/mixed; boundary=b\n\n`, '--b\n\nword\n', '--b--\n'),
  text('a.eml', MIME, 'Content-Type: multipart/mixed; boundary=b\n\n--b\n'),
  text('a.eml', `${MIME}To: `, ' a\n', '\nword\n'),
  text('a.eml', `${MIME}Content-Transfer-Encoding: quoted-printable\n\n`, '=\n'),
  text('a.eml', `${MIME}To: `, '=?utf-8?q?', '\n\nword\n'),
  text('a.mhtml', `${MIME}Content-Type: text/html\n\n<p>`, '<a>', ''),
  zipped(WORD, [DOCUMENT, '<w:p><w:r><w:t>a</w:t></w:r></w:p>', '</w:body></w:document>']),
  // Markdown.
  text('a.md', '', '> '),
  text('a.md', '', '**a '),
  text('a.md', '', '[a]('),
  text('a.md', '', '![', ''),
  text('a.md', '', '`a '),
  text('a.md', '', '| a '),
  text('a.md', '+++\n', 'a = """'),
  text('a.md', '', '- a\n  '),
];
