import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import type { ExportArticle } from '../../../src/domain/record.ts';
import type { ExportSource } from '../../../src/formats/record.ts';
import { webIri } from '../../../src/formats/w3c/identifiers.ts';
import { w3c } from '../../../src/formats/w3c/w3c.ts';
import { writeCollection } from '../../../src/formats/w3c/write.ts';
import { quayArticle, quayRecords, quaySource, recordOf, sourceOf, spanOf } from '../quay-records.ts';
import { writeWhole } from './files.ts';

const golden = readFileSync(join(import.meta.dirname, 'quay.w3c.jsonld.golden'), 'utf8');

describe('the whole file', () => {
  test('is the golden one to the letter', async () => {
    expect((await writeWhole(quaySource)).toString()).toBe(golden);
  });

  test('is the same through the registry and however records come in batches', async () => {
    const chunks: Uint8Array[] = [];
    const single = { ...quaySource, annotations: () => quayRecords.map((record) => [record]) };
    for await (const chunk of w3c.write(single)) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toBe(golden);
  });

  test('is a collection of nothing where there is nothing', async () => {
    const file = JSON.parse((await writeWhole(sourceOf([]))).toString());
    expect(file).toMatchObject({ type: 'AnnotationCollection', label: 'Harbour', total: 0 });
    expect(Object.keys(file)).not.toContain('first');
  });

  test('holds nothing that a record carries beside its columns', async () => {
    const secret = { annotatorId: 'SECRET', requestKey: 'SECRET', searchText: 'SECRET', email: 'SECRET' };
    const article = { ...quayArticle, ...secret };
    const annotations = quayRecords.map((record) => ({ ...record, ...secret, article }));
    expect((await writeWhole(sourceOf([{ article, annotations }]))).toString()).toBe(golden);
  });
});

test('a record without parts is refused by its id', async () => {
  const annotations = [recordOf(quayArticle, [], { id: 'a9' })];
  await expect(writeWhole(sourceOf([{ article: quayArticle, annotations }]))).rejects.toThrow(
    /a9 has no parts/,
  );
});

describe('pages', () => {
  test.each([1, 2, 3, 4, 5])(
    'of %i annotations hold every annotation once, each naming the next',
    async (length) => {
      const file = JSON.parse((await writeWhole(quaySource, length)).toString());
      const pages = [file.first, ...(file['@reverse']?.partOf ?? [])];
      expect(pages).toHaveLength(Math.ceil(4 / length));
      const items = pages.flatMap((page) => page.items);
      expect(items.map((item) => item.id)).toEqual(quayRecords.map(({ id }) => `urn:uuid:${id}`));
      expect(file.total).toBe(4);
      expect(file.last).toBe(pages.at(-1).id);
      for (const [index, page] of pages.entries()) {
        expect(page).toMatchObject({ partOf: { id: file.id }, startIndex: index * length });
        expect(page.next).toBe(pages[index + 1]?.id);
        expect(page.prev).toBe(pages[index - 1]?.id);
      }
    },
  );

  test('do not change the name of the collection, other annotations or another project do', async () => {
    const idOf = async (source: ExportSource, length?: number) =>
      JSON.parse((await writeWhole(source, length)).toString()).id;
    const id = await idOf(quaySource);
    expect(await idOf(quaySource, 1)).toBe(id);
    expect(await idOf({ ...quaySource, project: { slug: 'tides', name: 'Harbour' } })).not.toBe(id);
    expect(await idOf(sourceOf([{ article: quayArticle, annotations: quayRecords.slice(1) }]))).not.toBe(id);
  });
});

describe('the source', () => {
  async function targetFor(url: string | null) {
    const article = { ...quayArticle, url };
    const annotations = [recordOf(article, [spanOf('Quay', article.text)])];
    const file = JSON.parse((await writeWhole(sourceOf([{ article, annotations }]))).toString());
    return file.first.items[0].target;
  }

  test('is the stored text itself where the article has no address', async () => {
    const target = await targetFor(null);
    expect(target.source).toBe(`urn:uuid:${quayArticle.id}`);
    expect(target).not.toHaveProperty('state');
  });

  test('is a URI, and the address as it was typed stands beside it', async () => {
    const target = await targetFor('https://münchen.example/a b?q=[1]|2');
    expect(target.source).toBe('https://xn--mnchen-3ya.example/a%20b?q=%5B1%5D%7C2');
    expect(target['dcterms:source']['dc:identifier']).toBe('https://münchen.example/a b?q=[1]|2');
  });

  test.each([
    ['https://lantern.example', 'https://lantern.example'],
    ['https://lantern.example/a?b=c&d=%20#e', 'https://lantern.example/a?b=c&d=%20#e'],
    ['https://lantern.example/100%', 'https://lantern.example/100%25'],
    ['https://lantern.example/a#b#c', 'https://lantern.example/a#b%23c'],
    ['javascript:alert(1)', undefined],
    ['no address', undefined],
  ])('of %s is %s', (url, iri) => {
    expect(webIri(url)).toBe(iri);
  });
});

describe('a hundred thousand annotations of five hundred articles', () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage: () => void = runInNewContext('gc');

  function* batches() {
    for (let number = 0; number < 500; number++) {
      const text = `${number} 😀 ${quayArticle.text.repeat(20)}`;
      const article: ExportArticle = { ...quayArticle, id: `article-${number}`, text };
      const annotations = Array.from({ length: 200 }, (_, index) =>
        recordOf(article, [{ start: index * 10, end: index * 10 + 8 }], { id: `${number}-${index}` }),
      );
      yield { article, annotations, codings: [] };
    }
  }

  test('leave in small chunks, and the heap does not grow', async () => {
    const source = { ...sourceOf([]), codedArticles: batches };
    const heaps: number[] = [];
    let bytes = 0;
    let chunks = 0;
    for await (const chunk of writeCollection(source)) {
      expect(chunk.length).toBeLessThan(200_000);
      bytes += chunk.length;
      if (chunks++ % 200 === 0) {
        collectGarbage();
        heaps.push(process.memoryUsage().heapUsed);
      }
    }
    expect(bytes).toBeGreaterThan(50_000_000);
    expect(heaps.length).toBeGreaterThan(3);
    expect(Math.max(...heaps) - (heaps[0] ?? 0)).toBeLessThan(8_000_000);
  });

  test('are read no further ahead than asked, and no longer than wanted', async () => {
    let read = 0;
    let isClosed = false;
    const codedArticles = function* () {
      try {
        for (const batch of batches()) {
          read++;
          yield batch;
        }
      } finally {
        isClosed = true;
      }
    };
    const writing = writeCollection({ ...sourceOf([]), codedArticles });
    await writing.next();
    expect(read).toBe(1);
    await writing.return(undefined);
    expect(isClosed).toBe(true);
  });
});
