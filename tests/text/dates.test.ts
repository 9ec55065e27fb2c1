import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseNewsDate, parseStatedDate } from '../../src/text/dates.ts';

describe('dates as news pages print them', () => {
  test.each([
    ['March 4, 2019', '2019-03-04'],
    ['Mar. 4, 2019', '2019-03-04'],
    ['MARCH 4, 2019', '2019-03-04'],
    ['March 4th 2019', '2019-03-04'],
    ['Sept. 30, 2021', '2021-09-30'],
    ['Monday, March 4, 2019', '2019-03-04'],
    ['Mon 4 Mar 2019', '2019-03-04'],
    ['4 March 2019', '2019-03-04'],
    ['4th of March, 2019', '2019-03-04'],
    ['4-Mar-2019', '2019-03-04'],
    ['04 May, 2019', '2019-05-04'],
    ['2019-03-04', '2019-03-04'],
    ['2019/3/4', '2019-03-04'],
    ['03/04/2019', '2019-03-04'],
    ['24/03/2019', '2019-03-24'],
    ['04.03.2019', '2019-03-04'],
    ['Wed, 03/04/2020', '2020-03-04'],
    ['Fri, 03/04/2020', '2020-04-03'],
    ['Feb. 29, 2020', '2020-02-29'],
  ])('%s', (text, iso) => expect(parseNewsDate(text)).toBe(iso));
});

describe('dates that are not whole', () => {
  test.each([
    ['March 2024', '2024-03'],
    ['Sept. 2024', '2024-09'],
    ['März 2024', '2024-03'],
    ['mars 2024', '2024-03'],
    ['marzo de 2024', '2024-03'],
    ['MARCH, 2024', '2024-03'],
    ['2024-03', '2024-03'],
    ['2024/3', '2024-03'],
    ['03/2024', '2024-03'],
    [' 2024 ', '2024'],
    ['4 March 2024', '2024-03-04'],
    ['2024-03-04T09:30Z', '2024-03-04T09:30Z'],
  ])('%s is kept as far as it goes', (text, iso) => {
    expect(parseStatedDate(text)).toBe(iso);
    // Nowhere but where a date is stated is a year or a month one.
    expect(parseNewsDate(text)).toBe(iso.length < 10 ? undefined : iso);
  });

  test.each([
    '2024-13',
    '2024-00',
    '0999',
    '13/2024',
    'March',
    '24',
    'March 24',
    'in 2024',
    '2024-03-32',
    '20240',
  ])('%s is none', (text) => expect(parseStatedDate(text)).toBeUndefined());
});

describe('dates with a time, as exact as the source', () => {
  test.each([
    ['Tue, 05/14/2019 - 9:31am', '2019-05-14T09:31'],
    ['May 14, 2019 at 9:31 p.m.', '2019-05-14T21:31'],
    ['May 14, 2019, 12:05 AM EST', '2019-05-14T00:05-05:00'],
    ['May 14, 2019 12 p.m. ET', '2019-05-14T12:00'],
    ['Tue 14 May 2019 09.31 BST', '2019-05-14T09:31+01:00'],
    ['10:15 GMT, 14 May 2019', '2019-05-14T10:15Z'],
    ['9am, May 14, 2019', '2019-05-14T09:00'],
    ['14 May 2019 | 22:07', '2019-05-14T22:07'],
    ['2019-05-14T22:07:33Z', '2019-05-14T22:07:33Z'],
    ['2019-05-14T22:07:33.250-04:00', '2019-05-14T22:07:33-04:00'],
    ['2019-05-14 22:07 +0530', '2019-05-14T22:07+05:30'],
    ['Tue, 14 May 2019 22:07:33 +0000', '2019-05-14T22:07:33+00:00'],
    ['May 14, 2019 9:31 a.m. (PDT)', '2019-05-14T09:31-07:00'],
  ])('%s', (text, iso) => expect(parseNewsDate(text)).toBe(iso));
});

describe('what is not a date alone', () => {
  test.each([
    '',
    'May 14',
    'May 2019',
    '2019',
    'Tuesday',
    'Feb. 30, 2021',
    '29 February 2019',
    '31/31/2019',
    'May 14, 2019 at 25:10',
    'May 14, 2019 at 13:00 pm',
    'May 14, 2019, the mayor resigned',
    'By May 14, 2019',
    '555-12-2019',
    'May 14, 2019 and June 2, 2019',
    `${'May 14, 2019'.padEnd(90)}.`,
  ])('%j', (text) => expect(parseNewsDate(text)).toBeUndefined());
});

test('reads back every day it could have written', () => {
  const day = fc.date({ min: new Date('1700-01-01'), max: new Date('2999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(
      day,
      fc.constantFrom('en-US', 'en-GB'),
      fc.constantFrom('full', 'long', 'medium'),
      (date, locale, dateStyle) => {
        const words = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' } as const).format(date);
        expect(parseNewsDate(words)).toBe(date.toISOString().slice(0, 10));
      },
    ),
  );
});

test('never throws, and answers only ISO 8601', () => {
  const pieces = fc.constantFrom(
    '1',
    '12',
    '31',
    '2019',
    'May',
    'Sept.',
    '/',
    '-',
    '.',
    ':',
    ' ',
    ',',
    'am',
    'pm',
    'T',
    'Z',
    'é',
    '😀',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
      const iso = parseNewsDate(parts.join(''));
      if (iso !== undefined) expect(Date.parse(iso)).not.toBeNaN();
    }),
    { numRuns: 500 },
  );
});
