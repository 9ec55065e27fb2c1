import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitsText } from '../../../src/text/span.ts';
import { readStatistic, suggestStatistics } from '../../../src/text/suggest/statistic.ts';

/** Every figure of a sentence as "words | value[..max] | unit", with the comparator before the value. */
function figuresOf(text: string): string[] {
  return suggestStatistics(text, [{ start: 0, end: text.length }]).map((found) => {
    const [part] = found.parts;
    const max = found.valueMax === undefined ? '' : `..${found.valueMax}`;
    return `${text.slice(part?.start, part?.end)} | ${found.comparator ?? ''}${found.value}${max} | ${found.unit ?? '-'}`;
  });
}

/** Value and unit of the only figure of a sentence. */
function onlyFigure(text: string) {
  const found = suggestStatistics(text, [{ start: 0, end: text.length }]);
  expect(found, text).toHaveLength(1);
  return found[0];
}

describe('numbers', () => {
  test.each([
    ['Rivals counted 3,900 ballots.', 3900],
    ['Turnout doubled to 14,250,000.', 14_250_000],
    ['The index stood at 7,512.3.', 7512.3],
    ['The mill made 2 million bricks.', 2e6],
    ['The lender wrote off £1.2bn.', 1.2e9],
    ['A fund of $750m was set up.', 7.5e8],
    ['Some €3.4tn was wiped out.', 3.4e12],
    ['The club drew 48k fans.', 48_000],
    ['Ministers promised 5 lakh homes.', 5e5],
    ['The scheme costs 12,34,567 rupees.', 1_234_567],
    ['Ridership reached 40 000 passengers.', 40_000],
    ['Thirty-two sailors were rescued.', 32],
    ['Two hundred and fifty thousand voters were struck off.', 250_000],
    ['A hundred firefighters tackled the blaze.', 100],
    ['They printed half a million leaflets.', 500_000],
    ['She bought half a dozen eggs.', 6],
    ['About two and a half million tonnes were lost.', 2_500_000],
    ['The walk takes 2½ hours.', 2.5],
    ['The plank is 3/4 inch thick.', 0.75],
    ['The plank is 10 1/2 feet long.', 10.5],
    ['The reading was minus 12 degrees.', -12],
    ['The trust returned -3.5 percent.', -3.5],
    ['The dose was five point five milligrams.', 5.5],
    ['The sample held 1.3x10^6 cells.', 1_300_000],
    ['Investors put in $2 million and a half.', 2_500_000],
    ['The dose rose to 3·4 millilitres.', 3.4],
    ['She won by 1 204 votes.', 1204],
    ['The estate covers 1.1m sq km.', 1_100_000],
    ['The dam cost Rs. 12 crore.', 120_000_000],
    ['The stand cost Dh1.2m.', 1_200_000],
    ['Demand rose to one billion and a quarter million barrels.', 1_000_250_000],
  ])('%s', (text, value) => {
    expect(onlyFigure(text)?.value).toBeCloseTo(value, 6);
  });
});

describe('shares, ratios and groups of no stated size', () => {
  test.each([
    ['Two-thirds of members backed the motion.', 2 / 3, 'share'],
    ['Prices fell by a fifth.', 0.2, 'change'],
    ['A quarter of pubs have shut.', 0.25, 'share'],
    ['Nearly half of respondents agreed.', 0.5, 'share'],
    ['Two in five pupils skip breakfast.', 0.4, 'ratio'],
    ['Nine out of 10 dentists smiled.', 0.9, 'ratio'],
    ['One in every four drivers was uninsured.', 0.25, 'ratio'],
    ['Dozens of homes burned.', 12, 'level'],
    ['Tens of thousands of people fled.', 10_000, 'level'],
    ['Several hundred mourners came.', 100, 'level'],
  ])('%s', (text, value, kind) => {
    const found = onlyFigure(text);
    expect(found?.value).toBeCloseTo(value, 9);
    expect(found?.kind).toBe(kind);
  });

  test('a group of no stated size is more than one of it', () => {
    expect(figuresOf('Thousands of tribal fighters crossed.')).toEqual([
      'Thousands of tribal fighters | >1000 | fighter',
    ]);
  });

  test.each([
    'She scored a third goal.',
    'The first half was dull.',
    'His half-brother left.',
    'In a second blow, the pier fell.',
  ])('no part of anything: %s', (text) => expect(figuresOf(text)).toEqual([]));
});

describe('units and what is counted', () => {
  test.each([
    ['Police seized 12kg of cannabis.', 'kilogram', 'cannabis'],
    ['The lake covers more than 3,900 square kilometers of marsh.', 'square kilometre', 'marsh'],
    ['The lake covers 1,506 sq miles.', 'square mile', undefined],
    ['Gusts of 80 mph felled trees.', 'mile per hour', undefined],
    ['The rig pumps 500,000 barrels a day.', 'barrel per day', undefined],
    ['Shares closed at $61.45 a barrel.', 'dollar per barrel', undefined],
    ['The charge is 35p a day.', 'penny per day', undefined],
    ['Ninety per cent of the stock was sold.', 'percent', 'stock'],
    ['The party is up 3 percentage points.', 'percentage point', undefined],
    ['The rate rose a quarter of a percentage point.', 'percentage point', undefined],
    ['Yields rose 4 basis points.', 'basis point', undefined],
    ['It cost HK$400.', 'hong kong dollar', undefined],
    ['It cost 300 Swiss francs.', 'swiss franc', undefined],
    ['The prize was 2,000 euros.', 'euro', undefined],
    ['He was awarded £20,000 in damages.', 'pound sterling', 'damages'],
    ['The calf weighed 90 pounds.', 'pound', undefined],
    ['It hit 38C in the shade.', 'celsius', undefined],
    ['It hit 101 degrees Fahrenheit.', 'fahrenheit', undefined],
    ['Expect highs of 9C.', 'celsius', undefined],
    ['Use a 60W bulb.', 'watt', undefined],
    ['Shares fell 11pc on the day.', 'percent', undefined],
    ['Inflation missed the Bank’s 2pc target.', 'percent', undefined],
    ['Margins widened to 12.6 pc of sales.', 'percent', 'sales'],
    ['Five PCs went to the scene.', 'PC', 'PCs'],
    ['The lake holds 1.5 cubic km of water – enough for a city.', 'cubic kilometre', 'water'],
    ['Add oil and half a teaspoon of salt.', 'teaspoon', 'salt'],
    ['The jockey weighs 8st.', 'stone', undefined],
    ['It took £1.2bn in the six months to June.', 'pound sterling', undefined],
    ['The dam cost Rs. 12 crore.', 'indian rupee', undefined],
    ['Around 700 asylum seekers landed.', 'seeker', 'asylum seekers'],
    ['Only 14 women sit on the bench.', 'woman', 'women'],
    ['Three newly elected councillors resigned.', 'councillor', 'newly elected councillors'],
    ['Two human rights groups sued.', 'group', 'human rights groups'],
    ['About 2 million Iraqis and Syrians returned.', 'Iraqi', 'Iraqis and Syrians'],
    ['Nineteen US soldiers were hurt.', 'soldier', 'US soldiers'],
    ['One police officer was hurt.', 'officer', 'police officer'],
    ['The 12-member jury retired.', 'member', 'member'],
    ['Profits showed an 18-fold rise.', 'fold', undefined],
    ['The spill fouled more than 30 supply and logistics depots.', 'depot', 'supply and logistics depots'],
    ['Four of the five judges dissented, all told.', undefined, 'judges'],
  ])('%s', (text, unit, subject) => {
    const [found] = suggestStatistics(text, [{ start: 0, end: text.length }]);
    expect(found?.unit).toBe(unit);
    expect(found?.subject).toBe(subject);
  });

  test('feet and inches, dollars and cents are one figure', () => {
    expect(onlyFigure('The winger is 6ft 3in tall.')?.value).toBeCloseTo(6.25, 9);
    expect(onlyFigure('He stood 5-foot-9.')?.value).toBeCloseTo(5.75, 9);
    expect(onlyFigure('It costs 3 dollars 50 cents.')?.value).toBeCloseTo(3.5, 9);
  });

  test('an "m" is a million of people or pounds and a metre of anything else', () => {
    expect(figuresOf('It drew 5m people, cost £3m and left a 2m wall.')).toEqual([
      '5m people | 5000000 | person',
      '£3m | 3000000 | pound sterling',
      '2m | 2 | metre',
    ]);
  });
});

describe('comparators', () => {
  test.each([
    ['More than 1,200 schools reopened.', 'More than 1,200 schools | >1200 | school'],
    ['At least 13 miners died.', 'At least 13 miners | ≥13 | miner'],
    ['Fewer than 20 pupils sat it.', 'Fewer than 20 pupils | <20 | pupil'],
    ['No more than 6 guests may meet.', 'No more than 6 guests | ≤6 | guest'],
    ['Fines of up to $500 apply.', 'up to $500 | ≤500 | dollar'],
    ['As many as 90 boats sank.', 'As many as 90 boats | ≤90 | boat'],
    ['An estimated 40,000 fans came.', 'An estimated 40,000 fans | ~40000 | fan'],
    ['Nearly 15 years passed.', 'Nearly 15 years | ~15 | year'],
    ['Some 9,000 villagers were moved.', 'Some 9,000 villagers | ~9000 | villager'],
    ['It holds exactly 60 litres.', 'exactly 60 litres | =60 | litre'],
    ['Clubs need 20 or more members.', '20 or more members | ≥20 | member'],
    ['The firm has 1,000-plus staff.', '1,000-plus staff | ≥1000 | staff'],
    ['The error was plus or minus 3 points.', 'plus or minus 3 points | ~3 | point'],
    ['It hit 16 depots and more than 30 farms.', '16 depots | 16 | depot'],
  ])('%s', (text, expected) => {
    expect(figuresOf(text)[0]).toBe(expected);
  });
});

describe('ranges, scores and changes', () => {
  test.each([
    ['They seek 10-12 percent rises.', ['10-12 percent | 10..12 | percent']],
    ['Between 200 and 300 people marched.', ['Between 200 and 300 people | 200..300 | person']],
    ['Tickets run from $20 to $150.', ['$20 to $150 | 20..150 | dollar']],
    ['Sales of $5-5.2 billion are forecast.', ['$5-5.2 billion | 5000000000..5200000000 | dollar']],
    ['It needs one or two points.', ['one or two points | 1..2 | point']],
    ['An 8- to 16-metre mast fell.', ['8- to 16-metre | 8..16 | metre']],
    ['The rate rose from 3 percent to 4 percent.', ['3 percent | 3 | percent', '4 percent | 4 | percent']],
    ['Rovers beat United 3-1 at home.', ['3-1 | 1..3 | -']],
    ['The panel split 5-4 on the ban.', ['5-4 | 4..5 | -']],
    ['The bill passed 217 to 213.', ['217 to 213 | 213..217 | -']],
    ['Town lost 1–2 to City.', ['1–2 | 1..2 | -']],
  ])('%s', (text, expected) => {
    expect(figuresOf(text)).toEqual(expected);
  });
});

describe('ages and rates', () => {
  test.each([
    ['Voters aged between 18 and 24 stayed away.', 'year of age', 18, 24],
    ['It asked 18- to 24-year-olds.', 'year of age', 18, 24],
    ['Jabs go to those 55 and older.', 'year of age', 55, undefined],
    ['A baby aged four months was saved.', 'month of age', 4, undefined],
    ['He died at the age of 56.', 'year of age', 56, undefined],
    ['He earns a $10-an-hour wage.', 'dollar per hour', 10, undefined],
    ['The toll is 5.3 deaths per 100,000 people.', 'death per 100,000 people', 5.3, undefined],
    ['The rate is 8.1 per 100,000.', 'per 100,000', 8.1, undefined],
    ['Petrol will rise by 50p-a-litre.', 'penny per litre', 50, undefined],
  ])('%s', (text, unit, value, max) => {
    const found = onlyFigure(text);
    expect([found?.unit, found?.value, found?.valueMax]).toEqual([unit, value, max]);
  });
});

describe('kinds', () => {
  test.each([
    ['Rovers won 4-0.', 'score'],
    ['Inflation is 3.2 percent.', 'share'],
    ['Output rose 3.2 percent.', 'change'],
    ['The fine was £400.', 'money'],
    ['The siege lasted 11 days.', 'duration'],
    ['The driver, a 23-year-old, fled.', 'age'],
    ['Maria Reyes, 42, was freed.', 'age'],
    ['The test is for children aged 7.', 'age'],
    ['It fell to minus 12 degrees Celsius.', 'temperature'],
    ['The port is ranked 14th in Asia.', 'rank'],
    ['The risk is 10 times higher.', 'ratio'],
    ['The site has 40 berths.', 'level'],
  ])('%s', (text, kind) => {
    expect(onlyFigure(text)?.kind).toBe(kind);
  });
});

describe('not statistics', () => {
  test.each([
    'Talks resume on Nov. 5, 2016, in Geneva.',
    'He left office in 1998 and returned in 2004.',
    'The study ran from 2004 to 2009.',
    'The 2015–16 season was poor.',
    'The 1990s were kinder; his thirties were not.',
    'Doors open at 9:31am and shut at 6 p.m.',
    'The 16th Armoured Division moved east.',
    'Call 0800 123 4567 or 1-800-555-0142.',
    'Call (713) 555-0142 for help.',
    'See page 12, Section 5 and Article 50.',
    'The iPhone 12, the A380 and an F-16 were shown.',
    'Apollo 11 and Studio 54 are remembered.',
    'Police were called to 45 High Street.',
    'They met at 10 Downing Street.',
    'No one knew which one it was, or that one of them lied.',
    'The 9/11 inquiry sat 24/7.',
    'Formula One and Air Force One are names.',
    'The multi-million deal made headlines.',
    'He gave a nine-to-five answer: (1) yes, 2) no.',
    'See https://example.org/report/2019/12?page=45 for more.',
    'The doors open at 19.30 and the last tram leaves at 23:45.',
    'The quake struck at 04:12.',
    'The road is shut between junctions 14 and 15.',
    'Reading has improved in Years 3 to 6.',
    'The bill, H.R. 3112, is law; his 21st is in May.',
    '2. Stir the mix.',
    'The wall dates from 44 B.C. or 120 BC.',
    'A Boeing 777F landed behind class 9C.',
    'Channel 4 and COVID-19 and G20 and MI5 and M25.',
    'The vote is at 7 tonight, on day five.',
  ])('%s', (text) => {
    expect(figuresOf(text)).toEqual([]);
  });

  test('a four-digit number with a noun behind a verb is a count, not a year', () => {
    expect(figuresOf('The flood displaced 2000 villagers in 1953.')).toEqual([
      '2000 villagers | 2000 | villager',
    ]);
    expect(figuresOf('About 2000 people came.')).toEqual(['About 2000 people | ~2000 | person']);
    expect(figuresOf('In the 2016 elections she won.')).toEqual([]);
  });
});

describe('several beats', () => {
  test.each([
    [
      'Net profit rose 15% to $1.2 billion, or $2.34 a share.',
      ['15% | 15 | percent', '$1.2 billion | 1200000000 | dollar', '$2.34 a share | 2.34 | dollar per share'],
    ],
    [
      'Okafor had 32 points, 11 rebounds and nine assists.',
      ['32 points | 32 | point', '11 rebounds | 11 | rebound', 'nine assists | 9 | assist'],
    ],
    ['Overnight lows of -12C (10F) are likely inland.', ['-12C | -12 | celsius', '10F | 10 | fahrenheit']],
    [
      'He was jailed for 15 years on each of five counts.',
      ['15 years | 15 | year', 'five counts | 5 | count'],
    ],
    [
      'Of 1,200 likely voters polled, 47 per cent approved.',
      ['1,200 likely voters | 1200 | voter', '47 per cent | 47 | percent'],
    ],
    [
      'The probe is about 1.5 million kilometres from Earth after 36 orbits.',
      ['about 1.5 million kilometres | ~1500000 | kilometre', '36 orbits | 36 | orbit'],
    ],
  ])('%s', (text, expected) => {
    expect(figuresOf(text)).toEqual(expected);
  });
});

describe('reading a span tagged by hand', () => {
  test('the main figure and its attributes', () => {
    expect(readStatistic('more than 3,900 square kilometers of marsh')).toEqual({
      value: 3900,
      comparator: '>',
      unit: 'square kilometre',
      subject: 'marsh',
      kind: 'level',
    });
    expect(readStatistic('between 5 and 10 percent')).toMatchObject({
      value: 5,
      valueMax: 10,
      unit: 'percent',
    });
  });

  test('a number that running text would not offer is still read', () => {
    expect(readStatistic('2016')).toEqual({ value: 2016, kind: 'level' });
    expect(readStatistic('no figures here')).toEqual({});
  });
});

describe('for any text', () => {
  const words = fc.constantFrom(
    ...'1 12 1,234 2016 $ £ € % - – . , ( ) : / one two half a third of in to and between million bn percent people kg May at aged more than or'.split(
      ' ',
    ),
  );
  const newslike = fc.array(words, { maxLength: 40 }).map((list) => list.join(' '));
  const glued = fc.array(words, { maxLength: 40 }).map((list) => list.join(''));
  const anyText = fc.oneof(newslike, glued, fc.string({ unit: 'binary', maxLength: 200 }));

  test('suggestions lie inside the sentence, in order, apart, with finite values', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const found of suggestStatistics(text, [{ start: 0, end: text.length }])) {
          const [part] = found.parts;
          expect(part !== undefined && fitsText(part, text.length)).toBe(true);
          expect(part?.start ?? -1).toBeGreaterThanOrEqual(last);
          expect(Number.isFinite(found.value)).toBe(true);
          expect(found.valueMax ?? found.value).toBeGreaterThanOrEqual(found.value);
          expect(found.reasons.length).toBeGreaterThan(0);
          last = part?.end ?? last;
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('nothing reaches over the edge of a sentence', () => {
    const text = 'More than 40 people came. More than 50 left.';
    expect(suggestStatistics(text, [{ start: 10, end: 25 }]).map((found) => found.parts)).toEqual([
      [{ start: 10, end: 19 }],
    ]);
  });

  test('the same text gives the same answer', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(figuresOf(text)).toEqual(figuresOf(text));
      }),
    );
  });

  test('readStatistic never throws', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(Number.isFinite(readStatistic(text).value ?? 0)).toBe(true);
      }),
    );
  });
});

describe('hostile text ends', () => {
  const units = [
    '1',
    '(',
    ',',
    'a',
    '1,',
    '1.',
    '1-',
    '1/',
    '1:',
    '12 ',
    '$',
    'one ',
    'million ',
    'hundred and ',
    'twenty-',
    'between 1 and ',
    '1 to ',
    '5 kg of the ',
    '½',
    '0123 ',
    '1e',
    '😀',
    'a-',
    '1 big ',
  ];
  test.each(units)('a quarter of a megabyte of %j', (unit) => {
    const text = unit.repeat(Math.ceil(250_000 / unit.length));
    expect(Array.isArray(suggestStatistics(text, [{ start: 0, end: text.length }]))).toBe(true);
  });
});

describe('sums and measures that are easily taken for each other', () => {
  test.each([
    ['The appeal is worth £3-4m.', ['£3-4m | 3000000..4000000 | pound sterling']],
    ['Employment fell to 2.7m in June.', ['2.7m | 2700000 | -']],
    ['The tide rose to 2.7m at noon.', ['2.7m | 2.7 | metre']],
    ['The figure was 2.7m.', []],
    ['A 4m wall fell on a car.', ['4m | 4 | metre']],
    ['The scheme costs Rs 60 Cr.', ['Rs 60 Cr | 600000000 | indian rupee']],
    [
      'They paid ₹7,50,000 for 3 lakh bricks.',
      ['₹7,50,000 | 750000 | indian rupee', '3 lakh bricks | 300000 | brick'],
    ],
    [
      'The mine lost R8m and then R9 billion.',
      ['R8m | 8000000 | south african rand', 'R9 billion | 9000000000 | south african rand'],
    ],
    ['The R2 unit met R2-D2.', []],
    ['Nairobi set aside KSh700 million.', ['KSh700 million | 700000000 | kenyan shilling']],
    [
      'The lender lost -$4.5m, or minus £6m.',
      ['-$4.5m | -4500000 | dollar', 'minus £6m | -6000000 | pound sterling'],
    ],
    ['It was minus 9C at dawn.', ['minus 9C | -9 | celsius']],
    ['A couple of thousand fans stayed.', ['A couple of thousand fans | ~2000 | fan']],
    ['One day they will return.', []],
    ['They returned in one day.', ['one day | 1 | day']],
  ])('%s', (text, expected) => {
    expect(figuresOf(text)).toEqual(expected);
  });
});
