import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { annotationReaderFor, findAnnotationReader } from '../../../src/formats/annotation-readers.ts';
import { taguetteReader } from '../../../src/formats/taguette/reader.ts';
import { fileOf, sorted } from '../zipped.ts';

const HTML =
  '<h2>Port</h2>\n<p>“Née” 😀 the <i>tug</i> left.<br>It sank.</p>\n<ul><li>Twelve aboard</li></ul>';

/** Where words stand in the text content, in bytes of UTF-8. */
function bytesAt(words: string): { start: number; end: number } {
  const content = HTML.replaceAll(/<[^>]*>/g, '');
  const start = Buffer.byteLength(content.slice(0, content.indexOf(words)));
  return { start, end: start + Buffer.byteLength(words) };
}

interface Row {
  words: string;
  snippet?: string;
  tags: readonly string[];
}

/** A project as Taguette copies it out, with these highlights. */
function projectOf(rows: readonly Row[]): Buffer {
  const db = new Database(':memory:');
  db.exec(`CREATE TABLE projects (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, name VARCHAR(200) NOT NULL);
    CREATE TABLE documents (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, name VARCHAR(200) NOT NULL, description TEXT NOT NULL, filename VARCHAR(200) NOT NULL, contents TEXT NOT NULL);
    CREATE TABLE tags (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, path VARCHAR(200) NOT NULL, description TEXT NOT NULL);
    CREATE TABLE highlights (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, document_id INTEGER NOT NULL, start_offset INTEGER NOT NULL, end_offset INTEGER NOT NULL, snippet TEXT NOT NULL);
    CREATE TABLE highlight_tags (highlight_id INTEGER NOT NULL, tag_id INTEGER NOT NULL, CONSTRAINT pk PRIMARY KEY (highlight_id, tag_id))`);
  db.prepare('INSERT INTO documents (name, description, filename, contents) VALUES (?, ?, ?, ?)').run(
    'Tug',
    'From the port',
    'tug.docx',
    HTML,
  );
  const names = [...new Set(rows.flatMap(({ tags }) => tags))];
  for (const name of names) db.prepare("INSERT INTO tags (path, description) VALUES (?, '')").run(name);
  for (const { words, snippet = words, tags } of rows) {
    const { start, end } = bytesAt(words);
    const insert = db.prepare(
      'INSERT INTO highlights (document_id, start_offset, end_offset, snippet) VALUES (1, ?, ?, ?)',
    );
    const { lastInsertRowid } = insert.run(start, end, snippet);
    for (const tag of tags)
      db.prepare('INSERT INTO highlight_tags VALUES (?, ?)').run(lastInsertRowid, names.indexOf(tag) + 1);
  }
  const bytes = db.serialize();
  db.close();
  return bytes;
}

describe('a project', () => {
  test('has each document with its highlights, at their bytes', async () => {
    const bytes = projectOf([
      { words: 'tug', snippet: '<p><i>tug</i></p>', tags: ['claim', 'ships.tugs'] },
      { words: 'left.It sank', snippet: '<p>left.<br>It sank</p>', tags: ['quote'] },
      { words: 'Twelve', tags: [] },
    ]);
    const file = { name: 'any.db', bytes };
    expect(findAnnotationReader(file)).toBe(taguetteReader);
    const { documents, unreadable } = await sorted(annotationReaderFor(file).read(file));
    expect(unreadable).toEqual([]);
    const [document] = documents;
    expect(document).toMatchObject({
      place: '“Tug”',
      text: 'Port\n\n“Née” 😀 the tug left.\nIt sank.\n\nTwelve aboard',
      details: { title: 'Tug' },
    });
    const found = document?.annotations.map(({ label, anchors: [anchor], remarks }) => {
      const { start, end } = anchor?.offsets ?? { start: 0, end: 0 };
      return [label, anchor && document.text?.slice(start, end), remarks?.[0]];
    });
    expect(found).toEqual([
      ['description', undefined, 'From the port'],
      ['claim', 'tug', undefined],
      ['ships.tugs', 'tug', undefined],
      ['quote', 'left.\nIt sank', undefined],
      ['untagged', 'Twelve', undefined],
    ]);
    expect(document?.annotations.slice(1).map(({ anchors }) => anchors[0]?.words)).toEqual([
      'tug',
      'tug',
      'left.\nIt sank',
      'Twelve',
    ]);
    expect(new Set(document?.annotations.map(({ id }) => id)).size).toBe(5);
  });

  test('that is another database is none', () => {
    const db = new Database(':memory:');
    db.exec('CREATE TABLE documents (id INTEGER PRIMARY KEY)');
    expect(findAnnotationReader({ name: 'a.sqlite3', bytes: db.serialize() })).toBeUndefined();
  });
});

describe('a table of highlights', () => {
  test.each([
    [
      'as it is',
      'id,document,tag,content\r\n1,Tug,claim,the tug left\r\n2,Port,quote,"“Née”, he said"\r\n2,Port,claim,"“Née”, he said"\r\n3,Tug,,tug\r\n',
    ],
    [
      'in another order, as spreadsheets save it',
      '\ufeffID;Document;Content;Tag\n1;Tug;the tug left;claim\n2;Port;"“Née”, he said";quote\n2;Port;"“Née”, he said";claim\n3;Tug;tug;\n',
    ],
  ])('%s has an annotation for each row, by document', async (_, words) => {
    const file = fileOf('all_tags.csv', words);
    expect(findAnnotationReader(file)).toBe(taguetteReader);
    const { documents, unreadable } = await sorted(taguetteReader.read(file));
    expect(unreadable).toEqual([]);
    expect(
      documents.map(({ details, text, annotations }) => [
        details.title,
        text,
        annotations.map(({ label, anchors }) => [label, anchors[0]?.words]),
      ]),
    ).toEqual([
      [
        'Tug',
        undefined,
        [
          ['claim', 'the tug left'],
          ['untagged', 'tug'],
        ],
      ],
      [
        'Port',
        undefined,
        [
          ['quote', '“Née”, he said'],
          ['claim', '“Née”, he said'],
        ],
      ],
    ]);
  });

  test('of anything else is none', () => {
    expect(taguetteReader.recognises(fileOf('a.csv', 'id,document,tag,content,more\n'))).toBe(false);
    expect(taguetteReader.recognises(fileOf('a.csv', 'id,text\n'))).toBe(false);
  });
});

describe('a document as a page', () => {
  const page = (body: string) => `<!DOCTYPE html>
<html>
  <head>
    <meta charset="UTF-8">
    <style>
      .highlight {
        background-color: #ff0;
      }
      .taglist {
        font-style: oblique;
      }
    </style>
    <title>Tug &amp; port</title>
  </head>
  <body>
    <h1>Tug &amp; port</h1>
${body}
  </body>
</html>`;

  async function read(body: string) {
    const file = fileOf('tug.html', page(body));
    expect(findAnnotationReader(file)).toBe(taguetteReader);
    const { documents } = await sorted(taguetteReader.read(file));
    const [document] = documents;
    const marks = document?.annotations.map(({ label, anchors: [anchor], remarks }) => {
      const { start, end } = anchor?.offsets ?? { start: 0, end: 0 };
      return [label, document.text?.slice(start, end), remarks?.length ?? 0];
    });
    return { text: document?.text, title: document?.details.title, marks };
  }

  test('has its highlights without their tags between the words', async () => {
    const body =
      '<p>The <span class="highlight">tug &lt;Tern&gt;</span><span class="taglist"> [claim, ships]</span> left.</p>\n<p>It <span class="highlight">sank</span>.</p>';
    expect(await read(body)).toEqual({
      title: 'Tug & port',
      text: 'The tug <Tern> left.\n\nIt sank.',
      marks: [
        ['claim', 'tug <Tern>', 0],
        ['ships', 'tug <Tern>', 0],
        ['untagged', 'sank', 0],
      ],
    });
  });

  test('has one highlight over several elements', async () => {
    const body =
      '<p>The <span class="highlight">tug </span><i><span class="highlight">Tern</span></i><span class="highlight"> left.</span></p><p><span class="highlight">It sank</span><span class="taglist"> [quote]</span>.</p>';
    expect((await read(body)).marks).toEqual([['quote', 'tug Tern left.\n\nIt sank', 0]]);
  });

  test('says where highlights touch', async () => {
    const body =
      '<p>The <span class="highlight">tug Tern</span><span class="taglist"> [ship]</span><span class="highlight"> left</span><span class="taglist"> [claim]</span>.</p>';
    expect((await read(body)).marks).toEqual([
      ['ship', 'tug Tern', 1],
      ['claim', 'tug Tern left', 1],
    ]);
  });
});
