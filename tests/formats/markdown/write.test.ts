import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnnotationRecord } from '../../../src/domain/record.ts';
import { escapeMarkdown } from '../../../src/formats/markdown/escape-markdown.ts';
import { markdown } from '../../../src/formats/markdown/markdown.ts';
import { anyWork, hardWords } from '../any-work.ts';
import { FLAT, growthOver, manyArticles } from '../flat-memory.ts';
import { quayArticle, quayRecords, quaySource, recordOf, sourceOf, spanOf } from '../quay-records.ts';
import { wholeText } from '../whole-file.ts';

const write = (annotations: readonly AnnotationRecord[], article = quayArticle) =>
  wholeText(markdown.write(sourceOf([{ article, annotations }])));

/** The text as a reader of Markdown shows it. */
const shown = (escaped: string) => escaped.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');

/** What is left of a text that had to be one line. */
const folded = (text: string) => text.replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ').trim();

/** Cells of a row as GitHub parts them: at each bar without a backslash before it. */
const cellsOf = (row: string) =>
  row
    .slice(2, -2)
    .split(/(?<=(?<!\\)(?:\\\\)*)\|/)
    .map((cell) => cell.trim());

test('the report on the quay is that of the golden file', async () => {
  const golden = new URL('quay.md.golden', import.meta.url);
  expect(await wholeText(markdown.write(quaySource))).toBe(readFileSync(golden, 'utf8'));
});

describe('escapeMarkdown', () => {
  test.each([
    ['# head', '\\# head'],
    ['- item', '\\- item'],
    ['+ item', '\\+ item'],
    ['12. item', '12\\. item'],
    ['12) item', '12\\) item'],
    ['12.5 percent', '12\\.5 percent'],
    ['=Tern', '\\=Tern'],
    [': term', '\\: term'],
    [
      'a *b* _c_ `d` ~e~ [f](g) <h> &amp; $i$ | {j}',
      'a \\*b\\* \\_c\\_ \\`d\\` \\~e\\~ \\[f\\](g) \\<h\\> \\&amp; \\$i\\$ \\| \\{j\\}',
    ],
    ['https://x.example www.x.example a@b.example', 'https\\://x.example www\\.x.example a\\@b.example'],
    [':tada: at 10:30: “Go”', '\\:tada: at 10:30: “Go”'],
    ['a\\', 'a\\\\'],
    ['two\r\n\u2028lines\n', 'two lines'],
    ['    code', 'code'],
    ['\u00a0kept', 'kept'],
    ['plain words – “quoted”, 5 percent.', 'plain words – “quoted”, 5 percent.'],
  ])('%j becomes %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  test('makes one line of any text that shows its words and has no markup left', () => {
    fc.assert(
      fc.property(hardWords(40), (text) => {
        const escaped = escapeMarkdown(text);
        expect(shown(escaped)).toBe(folded(text).replaceAll('\0', '\ufffd'));
        expect(escaped).not.toMatch(/[\n\r\u2028\u2029]/);
        const bare = escaped.replaceAll(/\\[!-/:-@[-`{-~]/g, '');
        expect(bare).not.toMatch(/[\\`*_{}[\]<>#|~&$^=@]|:\/\/|www\./i);
        expect(escaped).not.toMatch(/^(?:[-+:\s]|\d+[.)])/);
      }),
    );
  });
});

describe('any report', () => {
  test('has a row for each statistic, an item for each claim and quote, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(anyWork(), async ({ article, annotations }) => {
        const lines = (await write(annotations, article)).split('\n');
        const ofTag = (tag: string) => annotations.filter((record) => record.tag === tag);
        const rows = lines.filter((line) => line.startsWith('|')).map(cellsOf);
        const statistics = ofTag('statistic');
        expect(rows.length).toBe(statistics.length === 0 ? 0 : statistics.length + 2);
        for (const row of rows) expect(row.length).toBe(10);
        expect(
          rows
            .slice(2)
            .map((row) => [row[0], row[3], row[4], row[5], row[9]].map((cell) => shown(cell ?? ''))),
        ).toEqual(
          statistics.map(({ value, unit, subject, text, note }) =>
            [value === null ? '' : String(value), unit ?? '', subject ?? '', text, note ?? ''].map(folded),
          ),
        );
        const items = lines.filter((line) => line.startsWith('- ')).map((line) => shown(line.slice(2)));
        const expected = [...ofTag('claim'), ...ofTag('quote')].map(({ text }) => folded(text));
        expect(items.toSorted()).toEqual(expected.toSorted());
        const stray = lines.filter((line) => !/^(#{1,4} |- | {2}- |\| |$)/.test(line));
        const { byline, publication, published, url } = article;
        const isDescribed = [byline, publication, published, url].some(
          (detail) => folded(detail ?? '') !== '',
        );
        // The counts, below what is known of the article.
        expect(stray.length).toBe(isDescribed ? 2 : 1);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the report', () => {
  test('gathers quotes by speaker, and puts those without one last', async () => {
    const quote = (words: string, speaker: string | null) =>
      recordOf(quayArticle, [spanOf(words, quayArticle.text)], { tag: 'quote', speaker });
    const file = await write([
      quote('Quay', null),
      quote('northern', 'Mira Holt'),
      quote('reopened', 'Tern | Co'),
      quote('Monday', 'Mira Holt'),
    ]);
    expect(file.match(/^(####|-) .*/gm)).toEqual([
      '#### Mira Holt',
      '- northern',
      '- Monday',
      '#### Tern \\| Co',
      '- reopened',
      '#### Speaker not given',
      '- Quay',
    ]);
  });

  test('makes links of web addresses alone, and they hold', async () => {
    const line = async (url: string) => (await write([], { ...quayArticle, url })).split('\n')[4];
    expect(await line('https://lantern.example/a>b c')).toMatch(
      / · <https:\/\/lantern\.example\/a%3Eb%20c>$/,
    );
    expect(await line('javascript:alert(1)')).toMatch(/ · javascript\\:alert\(1\)$/);
  });

  test('says so where an article has nothing', async () => {
    const bare = { ...quayArticle, title: ' ', byline: null, publication: null, published: null, url: null };
    expect(await write([], bare)).toBe('# Harbour\n\n## Untitled\n\nno annotations\n');
  });

  test('of 20,000 annotations passes through flat memory', async () => {
    const { growth, bytes } = await growthOver(markdown.write(manyArticles(5000)), 15);
    expect(bytes).toBeGreaterThan(4_000_000);
    expect(growth).toBeLessThan(FLAT);
  });

  test('gives each annotation of the quay once', async () => {
    const file = await write(quayRecords);
    for (const { text } of quayRecords) expect(file.split(escapeMarkdown(text)).length).toBeGreaterThan(1);
  });
});
