import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildProgram, dataFolder, onrecord, outcomeOf } from '../support/program.ts';

beforeAll(buildProgram);

function agreement(input: string, ...args: readonly string[]) {
  const program = onrecord(['agreement', '-', ...args], {});
  program.stdin.end(input);
  return outcomeOf(program);
}

async function figures(input: string, ...args: readonly string[]) {
  const { code, output, errors } = await agreement(input, '--json', ...args);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  return JSON.parse(output);
}

// Krippendorff (2011), Computing Krippendorff's Alpha-Reliability: four observers, twelve units.
const OBSERVERS = `a,b,c,d
1,1,,1
2,2,3,2
3,3,3,3
3,3,3,3
2,2,2,2
1,2,3,4
4,4,4,4
1,1,2,1
2,2,2,2
,5,5,5
,,1,1
,,3,
`;

const UNITS = `coder,start,end,label
i,225,295,c
i,370,400,c
i,180,240,k
i,300,350,k
j,220,300,c
j,355,375,c
j,400,420,c
j,180,240,k
j,300,350,k
`;

test('measures a table, with what it is made of, an interval and its counts', async () => {
  const found = await figures(OBSERVERS, '--measure', 'alpha', '--level', 'nominal');
  expect(found).toMatchObject({ measure: 'alpha', items: 12, coders: 4, observed: 0.2, warning: /rough/ });
  expect(found.value).toBeCloseTo(0.743421, 6);
  expect(found.interval[0]).toBeLessThan(found.value);
  expect(found.interval[1]).toBeGreaterThan(found.value);
  expect(await figures(OBSERVERS, '--measure', 'alpha')).toEqual(found);
  expect((await figures(OBSERVERS, '--measure', 'alpha', '--seed', '2')).interval).not.toEqual(
    found.interval,
  );
});

test('says the same to people', async () => {
  const { code, output } = await agreement(
    OBSERVERS,
    '--measure',
    'alpha',
    '--level',
    'interval',
    '--width',
    '0.1',
  );
  expect(code).toBe(0);
  expect(output).toMatch(
    /^Krippendorff's α, interval: 0\.8491\n95 % interval: 0\.\d+ to [\d.]+ \(2,000 resamples of 12 items, seed 1\)\n/,
  );
  expect(output).toContain('needs about ');
  expect(output).toContain('12 items, 4 coders: a, b, c, d');
});

test('reads tables as other programs write them', async () => {
  const plain = await figures(OBSERVERS, '--measure', 'alpha');
  const semicolons = `\uFEFF${OBSERVERS.replaceAll(',', ';').replaceAll('\n', '\r\n')}`;
  expect(await figures(semicolons, '--measure', 'alpha')).toEqual(plain);
  const quoted = OBSERVERS.replaceAll(/\d/g, '"$&"');
  expect(await figures(quoted, '--measure', 'alpha')).toEqual(plain);
  const ofR = OBSERVERS.split('\n')
    .filter(Boolean)
    .map((line, row) => `"${row || ''}",${line.replaceAll(/(?<=^|,)(?=,|$)/g, 'NA')}`)
    .join('\n');
  expect(await figures(ofR, '--measure', 'alpha', '--missing', 'NA')).toEqual(plain);
  expect((await figures(ofR, '--measure', 'alpha')).notes).toEqual([
    expect.stringContaining('--missing "NA"'),
  ]);
});

test('tells names from items, says what it took, and can be told', async () => {
  const bare = OBSERVERS.slice(OBSERVERS.indexOf('\n') + 1);
  const found = await figures(bare, '--measure', 'alpha');
  expect(found).toMatchObject({ items: 12, coders: 4, notes: [expect.stringContaining('--header')] });
  expect((await figures(bare, '--measure', 'alpha', '--header')).items).toBe(11);
  const words = 'yes,no\nyes,yes\nno,no\nno,yes\n';
  expect((await figures(words, '--measure', 'cohen')).items).toBe(4);
  expect((await figures(words, '--measure', 'cohen', '--no-header')).notes).toBeUndefined();
  expect((await figures(`ann,bob\n${words}`, '--measure', 'cohen')).items).toBe(4);
});

test('resamples articles where a column says which', async () => {
  const rows = Array.from(
    { length: 60 },
    (_, row) => `text ${row % 10},s${row},${row % 3 ? 'no' : 'yes'},${row % 4 ? 'no' : 'yes'}`,
  );
  const table = `Article,item,ann,bob\n${rows.join('\n')}\n`;
  expect(await figures(table, '--measure', 'fleiss')).toMatchObject({
    resampled: 'articles',
    items: 60,
    coders: 2,
  });
  const few = await figures(table.replaceAll(/text [5-9]/g, 'text 0'), '--measure', 'fleiss');
  expect(few).toMatchObject({ noInterval: expect.stringContaining('fewer than six') });
  expect(few.interval).toBeUndefined();
  const renamed = table.replace('Article', 'Text');
  expect(await figures(renamed, '--measure', 'fleiss', '--article', 'text')).toMatchObject({
    resampled: 'articles',
  });
});

describe('options of measures', () => {
  // By hand: observed 3/6; with weights 4.5/6 and 5.25/6; by chance 12/36, 21/36 and 25.5/36; of π 50/144.
  const scale = 'ann,bob\nlow,low\nlow,mid\nmid,mid\nmid,high\nhigh,high\nhigh,mid\n';

  test.each([
    ['cohen', [], 0.25],
    ['cohen', ['--weights', 'linear', '--categories', 'low,mid,high'], 0.4],
    ['cohen', ['--level', 'ordinal', '--categories', 'low,mid,high'], 0.4],
    ['cohen', ['--level', 'interval', '--categories', 'low,mid,high'], 4 / 7],
    ['scott', [], 11 / 47],
    ['brennan-prediger', [], 0.25],
    ['randolph', ['--categories', 'low,mid,high,none'], 1 / 3],
    ['observed', [], 0.5],
  ])('%s %j', async (measure, options, value) => {
    const found = await figures(scale, '--measure', measure, ...options);
    expect(found.value).toBeCloseTo(value, 9);
  });

  test('words without an order are not put in one', async () => {
    const { code, errors } = await agreement(scale, '--measure', 'alpha', '--level', 'ordinal');
    expect(code).toBe(2);
    expect(errors).toContain('--categories LOWEST');
  });

  test('sets in any of the ways in which they are written', async () => {
    const ways = [
      'ann,bob\n{a;b},{a}\n{},{a}\n{c},{c}\n',
      'ann,bob\na|b,a\n[],a\nc,c\n',
      'ann,bob\n"[""a"",""b""]","[""a""]"\n[],a\nc,c\n',
    ];
    const found = await Promise.all(
      ways.map((table) => figures(table, '--measure', 'alpha', '--level', 'masi')),
    );
    expect(found[1]).toEqual(found[0]);
    expect(found[2]).toEqual(found[0]);
    expect(found[0].observed).toBeCloseTo((1 / 6 + 1 / 3) / 3, 12);
  });
});

test('a measure without a value says why', async () => {
  const same = 'ann,bob\nno,no\nno,no\n';
  const found = await figures(same, '--measure', 'cohen');
  expect(found).toMatchObject({ value: null, reason: expect.stringContaining('only one category') });
  expect((await agreement(same, '--measure', 'cohen')).output).toMatch(/^Cohen's κ: none: only one category/);
});

describe('units', () => {
  const ofBook = ['--units', '--start', '150', '--length', '300'];

  test('α_U, with every label', async () => {
    const found = await figures(UNITS, '--measure', 'alpha-u', ...ofBook);
    expect(found).toMatchObject({ items: 9, coders: 2, labels: { k: { value: 1 } } });
    expect(found.value).toBeCloseTo(0.8591, 3);
    expect(found.labels.c.value).toBeCloseTo(0.7286, 3);
    const bare = UNITS.slice(UNITS.indexOf('\n') + 1).replaceAll(',', '\t');
    expect(await figures(bare, '--measure', 'alpha-u', ...ofBook)).toEqual(found);
  });

  test('the family of 2016, γ, and F1 of spans', async () => {
    const apart = UNITS.replaceAll(/.*,k\n/g, '');
    const family = await figures(apart, '--measure', 'u-alpha', ...ofBook);
    expect(family).toMatchObject({ parts: { binary: {}, coding: { value: null } }, labels: { c: {} } });
    expect(family.value).toBeGreaterThan(0);
    expect(await figures(UNITS, '--measure', 'u-alpha', ...ofBook)).toMatchObject({
      value: null,
      reason: expect.stringContaining('overlap'),
    });
    expect(await figures(UNITS, '--measure', 'gamma', '--units')).toMatchObject({ exact: true, coders: 2 });
    const byPlace = await figures(UNITS, '--measure', 'gamma', '--alpha', '3', '--beta', '0');
    expect(byPlace.observed).toBeGreaterThan((await figures(UNITS, '--measure', 'gamma')).observed);
    const spans = await figures(UNITS, '--measure', 'span-f1', '--overlap', '0.8');
    expect(spans.value).toBeCloseTo(4 / 9, 12);
    expect(spans.parts['overlap 0.8 recall'].value).toBeCloseTo(3 / 4, 12);
  });

  test('a coder who marked nothing, and several articles of their own lengths', async () => {
    const silent = 'coder,start,end,label\nann,0,5,a\nbob,,,\n';
    expect(await figures(silent, '--measure', 'span-f1')).toMatchObject({ value: 0, coders: 2 });
    const two =
      'article,length,coder,start,end,label\nx,50,ann,0,5,a\nx,50,bob,0,5,a\ny,90,ann,60,70,a\ny,90,bob,60,70,a\n';
    expect(await figures(two, '--measure', 'alpha-u')).toMatchObject({ value: 1, items: 4 });
  });
});

describe('what is wrong is said, with its line', () => {
  test.each([
    ['a row too long', 'ann,bob\nyes,no\nyes,no,no\n', ['--measure', 'cohen'], 1, 'line 3: 3 cells'],
    [
      'no number',
      'ann,bob\n1,2\n1,two\n',
      ['--measure', 'alpha', '--level', 'interval'],
      1,
      'line 3: "two" is no number',
    ],
    [
      'below zero',
      'ann,bob\n1,2\n1,-2\n',
      ['--measure', 'alpha', '--level', 'ratio'],
      1,
      'line 3: "-2" is below zero',
    ],
    ['an open quotation mark', 'ann,bob\nyes,"no\nyes,no\n', ['--measure', 'cohen'], 1, 'line 2'],
    ['nothing', '', ['--measure', 'cohen'], 1, 'no row'],
    ['no list', 'ann,bob\nyes,no\n', ['--measure', 'gamma'], 1, 'line 1: a list of units has the columns'],
    ['a unit turned round', `${UNITS}i,9,3,c\n`, ['--measure', 'gamma'], 1, 'line 11: a unit from 9 to 3'],
    [
      'a unit outside',
      `${UNITS}`,
      ['--measure', 'alpha-u', '--length', '300'],
      1,
      'line 3: a unit from 370 to 400',
    ],
    [
      'a place that is not whole',
      'coder,start,end,label\ni,1.5,3,a\n',
      ['--measure', 'alpha-u', '--length', '9'],
      1,
      'line 2',
    ],
    ['no length', UNITS, ['--measure', 'u-alpha'], 2, '--length N'],
    ['no measure', 'a,b\n1,1\n', [], 2, '--measure'],
    ['no such measure', 'a,b\n1,1\n', ['--measure', 'kappa'], 2, 'cohen'],
    [
      'a level of another measure',
      'a,b\n1,1\n',
      ['--measure', 'fleiss', '--level', 'ratio'],
      2,
      'fleiss knows names only',
    ],
    ['units of a table', 'a,b\n1,1\n', ['--measure', 'fleiss', '--units'], 2, '--units'],
    [
      'a seed that is none',
      'a,b\n1,1\n',
      ['--measure', 'fleiss', '--seed', 'x'],
      2,
      '--seed is a whole number',
    ],
    ['no such column', 'ann,bob\nyes,no\n', ['--measure', 'fleiss', '--article', 'text'], 2, '"text"'],
  ])('%s', async (_what, input, args, code, message) => {
    const outcome = await agreement(input, ...args);
    expect(outcome.errors).toContain(message);
    expect(outcome).toMatchObject({ code, output: '' });
  });

  test('a file that is not there, and one that is', async () => {
    const folder = await dataFolder();
    const missing = await outcomeOf(
      onrecord(['agreement', join(folder, 'none.csv'), '--measure', 'cohen'], {}),
    );
    expect(missing.code).toBe(1);
    expect(missing.errors).toContain('none.csv');
    const file = join(folder, 'codes.csv');
    await writeFile(file, 'ann,bob\nyes,no,no\n');
    const wrong = await outcomeOf(onrecord(['agreement', file, '--measure', 'cohen'], {}));
    expect(wrong.errors).toContain('codes.csv: line 2: 3 cells');
  });

  test('help explains the command', async () => {
    const { output } = await outcomeOf(onrecord(['help', 'agreement'], {}));
    for (const name of ['gwet-ac2', 'u-alpha', '--level', '--length', '--article'])
      expect(output).toContain(name);
  });
});
