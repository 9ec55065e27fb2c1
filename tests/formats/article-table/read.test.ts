import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UnreadableFileError } from '../../../src/domain/errors.ts';
import { articles } from '../../../src/formats/article-table/articles.ts';
import { isArticleTable, readArticleTable } from '../../../src/formats/article-table/read.ts';
import type { IncomingFile } from '../../../src/formats/incoming.ts';
import { normaliseText } from '../../../src/text/normalise.ts';
import { quayArticle, quaySource, sourceOf } from '../quay-records.ts';

function fileOf(content: string | Uint8Array, name = 'articles.csv'): IncomingFile {
  return { name, bytes: typeof content === 'string' ? Buffer.from(content) : content };
}

async function read(file: IncomingFile) {
  const found = [];
  for await (const each of readArticleTable(file)) found.push(each);
  return found;
}

async function written(source = quaySource, raw = false): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of articles.write(source, { raw })) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
const storm = { text: 'Nine days of storm.', details: { title: 'Storm' }, hasFrontMatter: false };
const calm = { text: 'Calm,\n\nsaid “Ada”.', details: { title: 'Calm' }, hasFrontMatter: false };

describe('reads', () => {
  test.each([
    ['commas', fileOf('title,text\r\nStorm,Nine days of storm.\r\nCalm,"Calm,\n\nsaid “Ada”."\r\n')],
    ['semicolons', fileOf('title;text\nStorm;Nine days of storm.\nCalm;"Calm,\n\nsaid “Ada”."\n')],
    ['tabs', fileOf('title\ttext\nStorm\tNine days of storm.\nCalm\t"Calm,\n\nsaid “Ada”."\n', 'a.tsv')],
    [
      'what Excel calls Unicode Text',
      fileOf(utf16('Title\tText\r\nStorm\tNine days of storm.\r\nCalm\t"Calm,\n\nsaid “Ada”."\r\n'), 'a.txt'),
    ],
    [
      'a byte order mark',
      fileOf('\ufefftitle,text\nStorm,Nine days of storm.\nCalm,"Calm,\n\nsaid “Ada”."\n'),
    ],
    [
      'a line that names the separator',
      fileOf('sep=;\ntitle;text\nStorm;Nine days of storm.\nCalm;"Calm,\n\nsaid “Ada”."\n'),
    ],
    [
      'other names, any case and order',
      fileOf('BODY,Headline\nNine days of storm.,Storm\n"Calm,\n\nsaid “Ada”.",Calm\n'),
    ],
    [
      'JSON Lines',
      fileOf(
        '{"title":"Storm","text":"Nine days of storm."}\n{"title":"Calm","content":"Calm,\\n\\nsaid “Ada”."}\n',
        'a.jsonl',
      ),
    ],
    [
      'a JSON array',
      fileOf(
        '[{"title":"Storm","text":"Nine days of storm."},\n {"title":"Calm","article":"Calm,\\n\\nsaid “Ada”."}]',
        'a.json',
      ),
    ],
  ])('%s', async (_, file) => {
    expect(isArticleTable(file)).toBe(true);
    expect((await read(file)).map((each) => 'article' in each && each.article)).toEqual([storm, calm]);
  });

  test('all details, by their usual names', async () => {
    const file = fileOf(
      'id,title,author,source,date,link,language,text,mood\n7,Storm,Ada Wren,The Lantern,2 March 2026,https://lantern.example/s,en,Words.,grim\n',
    );
    expect(await read(file)).toEqual([
      {
        place: 'line 2',
        article: {
          text: 'Words.',
          details: {
            title: 'Storm',
            byline: 'Ada Wren',
            publication: 'The Lantern',
            published: '2 March 2026',
            url: 'https://lantern.example/s',
            language: 'en',
          },
          hasFrontMatter: false,
        },
      },
    ]);
  });

  test('identifiers only where they can be ours', async () => {
    const file = fileOf('id,text\n01890A5D-AC96-774B-BCCE-B302099A8057,One.\n12,Two.\nnot-an-id,Three.\n');
    expect((await read(file)).map((each) => ('id' in each ? each.id : undefined))).toEqual([
      '01890a5d-ac96-774b-bcce-b302099a8057',
      undefined,
      undefined,
    ]);
  });

  test('the rest where a record cannot be read, and says why', async () => {
    const rows = 'title,text\nOne,Words one.\nTwo,\nThree,Words, without quotes\nFour,Words four.\n';
    expect((await read(fileOf(rows))).map((each) => ('reason' in each ? each : each.article.text))).toEqual([
      'Words one.',
      { place: 'line 3', reason: 'There is no text here.' },
      { place: 'line 4', reason: expect.stringContaining('more cells than the header') },
      'Words four.',
    ]);
    const lines = '{"text":"One."}\n{"text":\n{"text":["Two."]}\n{"text":"Three."}\n';
    expect(
      (await read(fileOf(lines, 'a.jsonl'))).map((each) =>
        'reason' in each ? each.place : each.article.text,
      ),
    ).toEqual(['One.', 'line 2', 'line 3', 'Three.']);
  });
});

test.each([
  ['{"text":"x"}', 1],
  ['{"text":"hello"}', 1],
  ['{"text":"x","title":"A letter"}', 0],
  ['{"text":"One."}', 0],
  ['{"text":"Two words"}', 0],
  ['{"text":"渡し船は火曜日も遅れた。"}', 0],
])('a word alone is no article, and is told of: %s', async (line, told) => {
  const found = await read(fileOf(`${line}\n`, 'a.jsonl'));
  expect(found.filter((each) => 'reason' in each && each.reason.includes('one word'))).toHaveLength(told);
});

test('a table without a text is refused', async () => {
  await expect(read(fileOf('title,words\na,b\n'))).rejects.toThrow(UnreadableFileError);
});

describe('is told apart from', () => {
  test.each([
    ['our annotations', 'annotation_id,tag,text\n1,claim,words\n', 'a.csv'],
    ['a CSV of something else', 'name,age\nAda,40\n', 'a.csv'],
    ['doccano', '{"id":1,"text":"Words.","label":[[0,5,"claim"]]}\n', 'a.jsonl'],
    ['doccano of entities', '{"id":1,"text":"Words.","entities":[],"relations":[]}\n', 'a.jsonl'],
    ['Prodigy', '{"text":"Words.","_task_hash":1,"spans":[],"answer":"accept"}\n', 'a.jsonl'],
    ['Label Studio', '[{"id":1,"data":{"text":"Words."},"annotations":[]}]', 'a.json'],
    ['Hypothesis', '[{"uri":"https://a.example","text":"A note","target":[]}]', 'a.json'],
    ['an article', 'text\n\nThe quay reopened.\n', 'a.txt'],
    ['an article that begins with a list of words', 'Storm, text, calm\n', 'a.md'],
    ['a page', '<!doctype html><p>text,title', 'a.html'],
    ['bytes', '\u0000\u0001\u0002', 'a.csv'],
    ['nothing', '', 'a.csv'],
  ])('%s', (_, content, name) => {
    expect(isArticleTable(fileOf(content, name))).toBe(false);
  });
});

describe('our own file', () => {
  test.each([true, false])('comes back, raw: %s', async (raw) => {
    const { id, text, title, byline, publication, published, url, language, labels } = quayArticle;
    const file = fileOf(await written(quaySource, raw));
    expect(isArticleTable(file)).toBe(true);
    expect(await read(file)).toEqual([
      {
        place: 'line 2',
        id,
        article: {
          text,
          details: { title, byline, publication, published, url, language, labels },
          hasFrontMatter: false,
        },
      },
    ]);
  });

  test('keeps no identifier for a text that was changed', async () => {
    const changed = Buffer.from(await written())
      .toString()
      .replace('nine days', 'ten days');
    const [found] = await read(fileOf(changed));
    expect(found).not.toHaveProperty('id');
    expect(found).toHaveProperty('article.details.title', quayArticle.title);
  });

  test('says so where Excel cut a text', async () => {
    const text = 'word '.repeat(8000).trim();
    const article = { ...quayArticle, text, textHash: createHash('sha256').update(text).digest('hex') };
    const whole = Buffer.from(await written(sourceOf([{ article, annotations: [] }]))).toString();
    expect(await read(fileOf(whole))).toHaveProperty('[0].article.text', text);
    const cut = whole.replace(text, text.slice(0, 32_767));
    expect(await read(fileOf(cut))).toEqual([
      { place: 'line 2', reason: expect.stringContaining('Excel cut') },
    ]);
  });

  test('gives texts and titles back, whatever is in them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyWords, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async (texts, raw) => {
          const work = texts.map((text, at) => {
            const textHash = createHash('sha256').update(text).digest('hex');
            const id = `01890a5d-ac96-774b-bcce-b302099a000${at}`;
            return { article: { ...quayArticle, id, text, textHash }, annotations: [] };
          });
          const found = await read(fileOf(await written(sourceOf(work), raw)));
          expect(found.map((each) => 'article' in each && [each.id, each.article.text])).toEqual(
            work.map(({ article }) => [article.id, article.text]),
          );
        },
      ),
      { numRuns: 150 },
    );
  });
});

/** Texts as they are stored, rich in what CSV and spreadsheets stumble over. */
const anyWords = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(...'ab ,;"\'\n\t=+-@＝0', '\u0001', '\ufeff', '…', '😀', 'ש', 'e\u0301', "'="),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 60,
  })
  .map(normaliseText)
  .filter((text) => text.trim() !== '');

test('ten thousand articles are read one by one', async () => {
  const rows = Array.from({ length: 10_000 }, (_, at) => `Title ${at},"Words, ${at}."\n`).join('');
  let count = 0;
  for await (const each of readArticleTable(fileOf(`title,text\n${rows}`))) {
    if ('article' in each && each.article.text === `Words, ${count}.`) count += 1;
    if (count === 10) break;
  }
  expect(count).toBe(10);
});
