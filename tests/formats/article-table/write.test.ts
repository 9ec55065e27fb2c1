import { expect, test } from 'vitest';
import type { ArticleRecords } from '../../../src/domain/record.ts';
import { articles } from '../../../src/formats/article-table/articles.ts';
import type { WriteOptions } from '../../../src/formats/format.ts';
import type { ExportSource } from '../../../src/formats/record.ts';
import { quayArticle, quayRecords, quaySource, sourceOf } from '../quay-records.ts';

async function written(source: ExportSource, options?: WriteOptions): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of articles.write(source, options)) chunks.push(chunk);
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks));
}

const header =
  'id,title,byline,publication,published,url,language,text,sha256,sentences,claims,quotes,statistics,article_labels';
const details =
  '"01890a5d-ac96-774b-bcce-b302099a8057","Quay reopens after storm","Ada Wren","The Lantern","2026-03-02","https://lantern.example/quay","en"';
const rawFile = `${header}\r\n${details},"${quayArticle.text}","${quayArticle.textHash}",3,2,1,1,"storm, batch 1"\r\n`;

test('the whole file, raw, to the letter', async () => {
  expect(quayArticle.text).not.toContain('"');
  expect(await written(quaySource, { raw: true })).toBe(rawFile);
});

test('the whole file for spreadsheets, with byte order mark and formula guard', async () => {
  const article = { ...quayArticle, title: '=1+1', byline: null, text: '@quay said "so"' };
  const file = await written(sourceOf([{ article, annotations: [] }]));
  expect(file).toBe(
    `\ufeff${header}\r\n"01890a5d-ac96-774b-bcce-b302099a8057","'=1+1",,"The Lantern","2026-03-02","https://lantern.example/quay","en","'@quay said ""so""","${quayArticle.textHash}",3,0,0,0,"storm, batch 1"\r\n`,
  );
});

test('the header alone where there is no article', async () => {
  expect(await written(sourceOf([]), { raw: true })).toBe(`${header}\r\n`);
});

test('nothing that a record carries beside its columns', async () => {
  const secret = { annotatorId: 'SECRET', email: 'SECRET', searchText: 'SECRET' };
  const article = { ...quayArticle, ...secret };
  const annotations = quayRecords.map((record) => ({
    ...record,
    ...secret,
    annotator: 'SECRET',
    note: 'SECRET',
  }));
  expect(await written(sourceOf([{ article, annotations }]), { raw: true })).toBe(rawFile);
});

test('is read only as far as asked, and stopping closes the source', async () => {
  let read = 0;
  let closed = false;
  function* many(): Generator<ArticleRecords> {
    try {
      for (;;) {
        read += 1;
        yield { article: quayArticle, annotations: quayRecords };
      }
    } finally {
      closed = true;
    }
  }
  for await (const chunk of articles.write({ ...quaySource, articles: many })) {
    expect(chunk.length).toBeGreaterThan(60_000);
    expect(chunk.length).toBeLessThan(80_000);
    break;
  }
  expect(read).toBeLessThan(400);
  expect(closed).toBe(true);
});
