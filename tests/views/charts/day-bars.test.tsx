import { load } from 'cheerio';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { ENGLISH, inLanguage } from '../../../src/messages/language.ts';
import { DayBars, type DayBarsProps } from '../../../views/charts/_day-bars.tsx';

const DAYS = ['2026-11-26', '2026-11-27', '2026-11-28'];

function draw(rows: DayBarsProps['rows'], days = DAYS) {
  return load(
    inLanguage(ENGLISH, () => render(<DayBars caption="Articles finished" days={days} rows={rows} />)),
  );
}

const heightsOf = ($: ReturnType<typeof load>, row: number) =>
  $('svg')
    .eq(row)
    .find('.bar')
    .toArray()
    .map((bar) => Number($(bar).attr('height')));

describe('bars by day', () => {
  const $ = draw([
    { name: 'Ana <b>', counts: [4, 0, 2] },
    { name: 'Ben', counts: [0, 1, 0] },
  ]);

  test('are on one scale, and none stands for nothing', () => {
    const [four = 0, two = 0] = heightsOf($, 0);
    expect(four / two).toBeCloseTo(2);
    const [one = 0, ...others] = heightsOf($, 1);
    expect(four / one).toBeCloseTo(4);
    expect(others).toEqual([]);
  });

  test('stand on the line, within the drawing', () => {
    for (const bar of $('.bar').toArray()) {
      const [y, height] = [Number($(bar).attr('y')), Number($(bar).attr('height'))];
      expect(y + height).toBe(40);
      expect(y).toBeGreaterThanOrEqual(0);
    }
  });

  test('are said in words: of each row, and of each day', () => {
    expect($('svg').first().attr('role')).toBe('img');
    expect($('svg').first().attr('aria-label')).toBe('Ana <b>: 6 in all, at most 4 on a day');
    expect($('svg title').first().text()).toBe('26 Nov: 4');
    expect($('figcaption').text()).toBe('Articles finished The tallest bar stands for 4.');
  });

  test('have their figures in a table beneath', () => {
    const cells = $('tbody tr')
      .toArray()
      .map((row) =>
        $(row)
          .children()
          .toArray()
          .map((cell) => $(cell).text()),
      );
    expect(cells).toEqual([
      ['Ana <b>', '4', '0', '2', '6'],
      ['Ben', '0', '1', '0', '1'],
    ]);
    expect($('thead time').first().attr('datetime')).toBe('2026-11-26');
  });

  test('need no style that the page may not have', () => {
    expect($('[style], style')).toHaveLength(0);
  });
});

test('without any work the chart says so, and draws no bar', () => {
  const $ = draw([{ name: 'Ana', counts: [0, 0, 0] }]);
  expect($('.bar')).toHaveLength(0);
  expect($('figcaption').text()).toContain('Nothing on these days.');
  expect($.html()).not.toContain('NaN');
});

test('of one day it names the day once', () => {
  expect(draw([{ name: 'Ana', counts: [1] }], ['2026-11-28'])('.axis time')).toHaveLength(1);
});
