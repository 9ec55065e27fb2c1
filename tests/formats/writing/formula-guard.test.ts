import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { guardFormula } from '../../../src/formats/writing/formula-guard.ts';
import { packageRoot } from '../../../src/store/package-root.ts';
import { onlyRow, readBack } from '../csv/read-back.ts';
import { quayArticle, recordOf } from '../quay-records.ts';

const guarded = [
  '=1+1',
  '=',
  '=HYPERLINK("http://x.example","click")',
  '+31 20 555 0100',
  '+A1',
  '-A1',
  '- said the pilot',
  '-',
  '--5',
  '-5.2.1',
  '-5 percent',
  '-1,23',
  '+1;=2',
  '@SUM(A1:A9)',
  '\t=1',
  '\t',
  '\r=1',
  '\r\n=1',
  '\u0000=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
  '-5\n=1',
  "'=1",
  "''=1",
  "'@quay",
];

const untouched = [
  '',
  '   ',
  ' =1',
  'a=1',
  "'-5",
  "'quay'",
  '“=5,” she wrote',
  '— said the pilot',
  '– 5',
  '−5',
  '-5',
  '+5',
  '-5.25',
  '-12,345.6',
  '+12%',
  '-2e5',
  '-1.5E-7',
  '0042',
  '2E5',
  '2026-01-30',
  '\n=1',
  '\ufeffquay',
  '🚢 =1',
  'ID',
  'say "quay", then go\r\non',
];

describe('guardFormula', () => {
  test.each(guarded.map((text) => [text]))('puts an apostrophe before %j', (text) => {
    expect(guardFormula(text)).toBe(`'${text}`);
  });

  test.each(untouched.map((text) => [text]))('leaves %j alone', (text) => {
    expect(guardFormula(text)).toBe(text);
  });

  test('lets nothing but plain numbers start as a formula does, and changes nothing else', () => {
    const risky = fc.tuple(fc.constantFrom(...'=+-@\t\r\0＝＋－＠', 'a', "'"), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(risky, ([first, rest]) => {
        const text = first + rest;
        const safe = guardFormula(text);
        expect(safe.endsWith(text)).toBe(true);
        if (/^[=+\-@\t\r\0＝＋－＠]/.test(safe)) expect(safe).toMatch(/^[+-][\d.,eE+-]+%?$/);
        else expect(safe === text || safe === `'${text}`).toBe(true);
      }),
    );
  });
});

const textFields = [
  'annotator',
  'speaker',
  'cue',
  'unit',
  'subject',
  'note',
  'project',
  'id',
  'text',
] as const;
const columnOf = { id: 'annotation_id' } as Partial<Record<(typeof textFields)[number], string>>;

describe('a cell in the file', () => {
  test.each([...guarded, ...untouched].map((text) => [text]))('survives with its guard: %j', async (cell) => {
    const given = Object.fromEntries(textFields.map((field) => [field, cell]));
    const record = recordOf(
      { ...quayArticle, title: cell, url: cell, publication: cell, published: cell },
      [{ start: 0, end: 4 }],
      given,
    );
    const safe = onlyRow(await readBack([[record]]));
    const raw = onlyRow(await readBack([[record]], { raw: true }));
    const columns = [
      ...textFields.map((field) => columnOf[field] ?? field),
      'article_title',
      'article_url',
      'publication',
      'published',
    ];
    for (const column of columns) {
      expect(safe[column]).toBe(guardFormula(cell));
      expect(raw[column]).toBe(cell);
    }
  });

  test('is guarded where it comes from the article', async () => {
    const text = '=1+1\n\n@here and -so on';
    const article = { ...quayArticle, text, sentences: [{ start: 6, end: text.length, block: 0 }] };
    const first = onlyRow(await readBack([[recordOf(article, [{ start: 6, end: 11 }])]]));
    expect([first.prefix, first.text, first.sentence]).toEqual(["'=1+1\n\n", "'@here", "'@here and -so on"]);
    const second = onlyRow(await readBack([[recordOf(article, [{ start: 12, end: 16 }])]]));
    expect([second.text, second.suffix]).toEqual(['and ', "'-so on"]);
  });

  test('of a number stands bare and unguarded', async () => {
    const record = recordOf(quayArticle, [{ start: 0, end: 4 }], { value: -5.25, valueMax: 1e21 });
    const row = onlyRow(await readBack([[record]]));
    expect([row.value, row.value_max]).toEqual(['-5.25', '1e+21']);
  });
});

test('cells that other programs have stumbled over all hold, guarded and raw', async () => {
  const cells = z
    .array(z.object({ v: z.string(), safe: z.string() }))
    .parse(JSON.parse(readFileSync(join(packageRoot(), 'tests/fixtures/interop/csv/cells.json'), 'utf8')));
  expect(cells.length).toBeGreaterThan(30);
  const records = cells.map(({ v }) => recordOf(quayArticle, [{ start: 0, end: 4 }], { note: v }));
  const safe = await readBack([records]);
  const raw = await readBack([records], { raw: true });
  expect(safe.map((row) => row.note)).toEqual(cells.map((cell) => cell.safe));
  expect(raw.map((row) => row.note)).toEqual(cells.map((cell) => cell.v));
});
