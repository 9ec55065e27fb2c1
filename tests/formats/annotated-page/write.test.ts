import { readFileSync } from 'node:fs';
import { load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attributesOf } from '../../../src/domain/attributes.ts';
import type { AnnotationRecord, ArticleRecords } from '../../../src/domain/record.ts';
import { html } from '../../../src/formats/annotated-page/html.ts';
import { attributeName } from '../../../src/messages/en/attributes.ts';
import { anyWork, wordsInBlocks } from '../any-work.ts';
import { FLAT, growthOver, manyArticles } from '../flat-memory.ts';
import { quayArticle, quayRecords, quaySource, recordOf, sourceOf, spanOf } from '../quay-records.ts';
import { wholeText } from '../whole-file.ts';

const write = (...work: ArticleRecords[]) => wholeText(html.write(sourceOf(work)));
const parse = async (...work: ArticleRecords[]) => load(await write(...work));

test('the page of the quay is that of the golden file', async () => {
  const golden = new URL('quay.html.golden', import.meta.url);
  expect(await wholeText(html.write(quaySource))).toBe(readFileSync(golden, 'utf8'));
});

/** Name and value of everything that an entry has to say. */
function expectedRows(record: AnnotationRecord): [string, string][] {
  const rows = attributesOf(record.tag).map(({ name }) => [attributeName[name], record[name]] as const);
  return rows.filter(([, value]) => value !== null).map(([label, value]) => [label, String(value)]);
}

describe('any articles', () => {
  test('keep their words and annotations, and nothing in them becomes markup', async () => {
    await fc.assert(
      fc.asyncProperty(anyWork('m'), anyWork('n'), async (...work) => {
        const $ = await parse(...work);
        expect($('article').length).toBe(2);
        for (const [index, { article, annotations }] of work.entries()) {
          const within = $('article').eq(index);
          const words = within.find('.words').clone();
          words.find('.ref').remove();
          const blocks = words
            .children()
            .toArray()
            .flatMap((child) => (child.tagName === 'ul' ? $(child).children().toArray() : [child]));
          expect(blocks.map((block) => $(block).text())).toEqual(
            article.blocks.map(({ start, end }) => article.text.slice(start, end)),
          );
          expect(within.find('.entries li').length).toBe(annotations.length);
          for (const record of annotations) {
            const entry = within.find(`#n-${record.id}`);
            const rows = entry
              .find('dl > div')
              .toArray()
              .map((row) => [$(row).find('dt').text(), $(row).find('dd').text()]);
            expect(entry.attr('class')).toBe(record.tag);
            expect(entry.find('blockquote').text()).toBe(record.text);
            expect(rows).toEqual(expectedRows(record));
            expect(entry.find('.made span').text()).toBe(record.annotator);
            const reference = within.find(`.words #m-${record.id}`);
            expect(reference.attr('href')).toBe(`#n-${record.id}`);
            expect(reference.parent().attr('class')).toBe(record.tag);
            expect(entry.find('.head a').attr('href')).toBe(`#m-${record.id}`);
          }
          expect(words.find('b, script, style, img').length).toBe(0);
        }
        expect(
          duplicates(
            $('[id]')
              .toArray()
              .map((element) => element.attribs.id),
          ),
        ).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('have their words inside of marks of the right tag', async () => {
    await fc.assert(
      fc.asyncProperty(anyWork(), async (work) => {
        for (const record of work.annotations) {
          const $ = await parse({ ...work, annotations: [record] });
          $('.ref').remove();
          expect(
            $('.words mark')
              .toArray()
              .map((mark) => $(mark).text())
              .join(''),
          ).toBe(wordsInBlocks(record));
        }
      }),
      { numRuns: 30 },
    );
  });
});

function duplicates(values: readonly (string | undefined)[]): (string | undefined)[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

describe('the page', () => {
  test('runs nothing, fetches nothing, and says so to the browser', async () => {
    const $ = await parse({ article: quayArticle, annotations: quayRecords });
    const policy = $('meta[http-equiv="Content-Security-Policy"]').attr('content');
    expect(policy).toMatch(/^default-src 'none'; style-src 'unsafe-inline'(;|$)/);
    expect($('script, link, img, iframe, object, [src], [onload], [style]').length).toBe(0);
    expect($('style').text()).not.toMatch(/url\(|@import/);
  });

  test('makes links of web addresses alone', async () => {
    const hrefs = async (url: string) => {
      const $ = await parse({ article: { ...quayArticle, url }, annotations: [] });
      return $('article header a')
        .toArray()
        .map((link) => link.attribs.href);
    };
    expect(await hrefs('https://lantern.example/?a="&b')).toEqual(['https://lantern.example/?a="&b']);
    expect(await hrefs('javascript:alert(1)')).toEqual([]);
  });

  test('sums up what it holds', async () => {
    const other = { article: { ...quayArticle, title: ' ' }, annotations: [] };
    const $ = await parse({ article: quayArticle, annotations: quayRecords }, other);
    const rows = $('table tr')
      .toArray()
      .map((row) =>
        $(row)
          .children()
          .toArray()
          .map((cell) => $(cell).text()),
      );
    expect(rows).toEqual([
      ['Article', 'Claims', 'Quotes', 'Statistics'],
      ['Quay reopens after storm The Lantern, 2026-03-02', '2', '1', '1'],
      ['Untitled The Lantern, 2026-03-02', '0', '0', '0'],
      ['2 articles', '2', '1', '1'],
    ]);
    expect(
      $('table a')
        .toArray()
        .map((link) => $(link.attribs.href ?? '').length),
    ).toEqual([1, 1]);
  });

  test('has headings that leave no level out', async () => {
    const text = 'Words.\n\n#### Deep\n\n# High\n\n### Deeper\n\nWords.';
    const blocks = [
      { kind: 'heading', level: 4, ...spanOf('Deep', text) },
      { kind: 'heading', level: 1, ...spanOf('High', text) },
      { kind: 'heading', level: 3, ...spanOf('Deeper', text) },
    ] as const;
    const $ = await parse({ article: { ...quayArticle, text, blocks, sentences: [] }, annotations: [] });
    expect(
      $('.words')
        .children()
        .toArray()
        .map((heading) => heading.tagName),
    ).toEqual(['h3', 'h3', 'h4']);
  });

  test('is written though thousands of annotations have the same words', async () => {
    const annotations = Array.from({ length: 5000 }, (_, index) =>
      recordOf(quayArticle, [spanOf('crates', quayArticle.text)], { id: `n${index}` }),
    );
    const file = await write({ article: quayArticle, annotations });
    expect([file.split('<mark ').length, file.split('class="ref"').length]).toEqual([5004, 5001]);
  });

  test('names identifiers as addresses take them', async () => {
    const record = recordOf(quayArticle, [spanOf('Quay', quayArticle.text)], { id: 'a "b" #1' });
    const $ = await parse({ article: quayArticle, annotations: [record] });
    const target = $('.words .ref').attr('href') ?? '';
    expect(target).toMatch(/^#[\w-]+$/);
    expect($(target).length).toBe(1);
  });
});

describe('20,000 annotations', () => {
  test('pass through flat memory', async () => {
    const { growth, bytes } = await growthOver(html.write(manyArticles(5000)), 15);
    expect(bytes).toBeGreaterThan(15_000_000);
    expect(growth).toBeLessThan(FLAT);
  });

  test('are read only as far as asked', async () => {
    const source = manyArticles(25_000);
    for await (const chunk of html.write(source)) {
      expect(chunk.length).toBeGreaterThan(60_000);
      break;
    }
    expect(source.given()).toBeLessThan(1000);
  });
});
