import { describe, expect, test } from 'vitest';
import { languageOf } from '../../../../src/text/language.ts';
import { splitSentences } from '../../../../src/text/segment.ts';
import { suggestStatistics } from '../../../../src/text/suggest/statistic.ts';

/** The figures of a text as "words = value unit". */
function figuresOf(text: string): string[] {
  return suggestStatistics(text, splitSentences(text, undefined, languageOf(text).code)).map(
    ({ parts, value, unit }) => {
      return `${text.slice(parts[0]?.start, parts[0]?.end)} = ${value} ${unit ?? '-'}`;
    },
  );
}

describe('amounts in other languages', () => {
  test.each([
    ['Die Stadt zahlte 12.750 Euro an die Schule.', ['12.750 Euro = 12750 euro']],
    [
      'Das sind 2,7 Mio. Euro und 4,5 Prozent mehr als im Jahr 2019.',
      ['2,7 Mio. Euro = 2700000 euro', '4,5 Prozent = 4.5 percent'],
    ],
    [
      'La ville a dépensé 1,4 milliard d’euros pour les 3 250 logements.',
      ['1,4 milliard d’euros = 1400000000 euro', '3 250 = 3250 -'],
    ],
    [
      'El plan cuesta 30 mil millones de dólares y no hay más.',
      ['30 mil millones de dólares = 30000000000 dollar'],
    ],
    ['O plano da cidade custa R$ 4,2 bilhões.', ['R$ 4,2 bilhões = 4200000000 brazilian real']],
    ['Il piano della città costa 12 mila euro.', ['12 mila euro = 12000 euro']],
    ['Koszt wynosi 1,5 mld zł i nie jest to koniec.', ['1,5 mld zł = 1500000000 polish zloty']],
    [
      'Расходы выросли на 7,2 процента, до 4 млрд рублей.',
      ['7,2 процента = 7.2 percent', '4 млрд рублей = 4000000000 russian rouble'],
    ],
    ['公司去年亏损2.6亿元，增长了8.5%。', ['2.6亿元 = 260000000 chinese yuan', '8.5% = 8.5 percent']],
    [
      '売上は2兆3000億円で、７．５％増えた。',
      ['2兆3000億円 = 2300000000000 japanese yen', '７．５％ = 7.5 percent'],
    ],
    ['योजना पर १२ करोड़ रुपये खर्च हुए।', ['१२ करोड़ रुपये = 120000000 indian rupee']],
    ['بلغ الدين ١٢٫٥ مليار دولار في العام', ['١٢٫٥ مليار دولار = 12500000000 dollar']],
    ['Die Miete in der Stadt liegt bei 2’150 Franken.', ['2’150 Franken = 2150 swiss franc']],
  ])('%s', (text, expected) => {
    expect(figuresOf(text)).toEqual(expected);
  });
});

describe('what may be something else is no figure', () => {
  test.each([
    'Sie kam am 3. Mai 2023 um 19.30 Uhr in die Stadt.',
    'Il est né le 12 mars 1958 à la maison.',
    'Er wohnt in der Straße 14 und hat 3 Kinder.',
    'Das Spiel endete 5-10 für die Gäste und nicht anders.',
    'Der Kurs stieg auf der Skala um 5-10 % an.',
    '2023年5月3日，会议在北京召开。',
    'Az ár 3 valami, és nem ez a vége egy napnak.',
  ])('%s', (text) => {
    expect(figuresOf(text)).toEqual([]);
  });
});

describe('numerals of another style in an English text', () => {
  test('are thousands where nothing else makes sense', () => {
    expect(figuresOf('The council sold 45.000 homes.')).toEqual(['45.000 homes = 45000 home']);
    expect(figuresOf('The firm paid 1’500’000 francs.')).toEqual(['1’500’000 francs = 1500000 franc']);
  });

  test('are left out where they may be one or the other', () => {
    expect(figuresOf('The ticket was sold for 1.500 euros.')).toEqual([]);
    expect(figuresOf('The town counted 12.345 homes.')).toEqual([]);
  });

  test('are decimals where such are written', () => {
    expect(figuresOf('Petrol rose to $3.459 a gallon.')).toEqual([
      '$3.459 a gallon = 3.459 dollar per gallon',
    ]);
    expect(figuresOf('She won by 1.234 seconds.')).toEqual(['1.234 seconds = 1.234 second']);
  });

  test('follow the text where it shows its style', () => {
    expect(figuresOf('The town has 45.500 homes and lost 2,3 million euros.')).toEqual([
      '45.500 homes = 45500 home',
      '2,3 million euros = 2300000 euro',
    ]);
  });
});
