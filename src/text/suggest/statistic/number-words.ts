const FROM_ZERO = [
  ...'zero one two three four five six seven eight nine ten eleven twelve'.split(' '),
  ...'thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' '),
];
const FROM_TWENTY = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** Words for the numbers from nought to nineteen. */
export const ONES: ReadonlyMap<string, number> = new Map([
  ...FROM_ZERO.map((word, value) => [word, value] as const),
  ['nought', 0],
  ['naught', 0],
  ['nil', 0],
]);

/** Words for the tens from twenty to ninety. */
export const TENS: ReadonlyMap<string, number> = new Map([
  ...FROM_TWENTY.map((word, at) => [word, 10 * at + 20] as const),
  ['fourty', 40],
]);

/** Words that multiply what stands before them; "hundred" is read apart. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ['thousand', 1e3],
  ['lakh', 1e5],
  ['lakhs', 1e5],
  ['million', 1e6],
  ['crore', 1e7],
  ['crores', 1e7],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['quadrillion', 1e15],
]);

/** Short scales after a numeral, whatever their case: "1.2bn", "10 mln". */
export const SHORT_SCALES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['mn', 1e6],
  ['mln', 1e6],
  ['mil', 1e6],
  ['mm', 1e6],
  ['bn', 1e9],
  ['bln', 1e9],
  ['tn', 1e12],
  ['tln', 1e12],
  ['trn', 1e12],
]);

/** Scales of India, short: behind its money, or a capital and a space. */
export const INDIAN_SCALES: ReadonlyMap<string, number> = new Map([
  ['cr', 1e7],
  ['crs', 1e7],
  ['l', 1e5],
  ['lk', 1e5],
  ['lac', 1e5],
  ['lacs', 1e5],
]);

/** Short scales that are units or names in the other case: "10M" but "10 m". */
export const CAPITAL_SCALES: ReadonlyMap<string, number> = new Map([
  ['M', 1e6],
  ['B', 1e9],
  ['G', 1e9],
  ['T', 1e12],
]);

/** Plurals that stand for an unstated number of such groups. */
export const VAGUE_PLURALS: ReadonlyMap<string, number> = new Map([
  ['dozens', 12],
  ['scores', 20],
  ['tens', 10],
  ['hundreds', 100],
  ['thousands', 1e3],
  ['millions', 1e6],
  ['billions', 1e9],
  ['trillions', 1e12],
]);

const IRREGULAR_ORDINALS: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

function withOrdinal(word: string, value: number): readonly [ordinal: string, value: number] {
  return [IRREGULAR_ORDINALS[word] ?? `${word.replace(/y$/, 'ie')}th`, value];
}

/** Denominators in the singular. Their plurals add "s"; "halves" is listed. */
export const DENOMINATORS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halves', 2],
  ['quarter', 4],
  ...FROM_ZERO.map(withOrdinal).slice(3),
  ...FROM_TWENTY.map((word, at) => withOrdinal(word, 10 * at + 20)),
  withOrdinal('hundred', 100),
  withOrdinal('thousand', 1e3),
  withOrdinal('million', 1e6),
  withOrdinal('billion', 1e9),
  withOrdinal('trillion', 1e12),
]);

/** "first" and "second" divide only behind tens: "three twenty-firsts". */
export const FINAL_ORDINALS: ReadonlyMap<string, number> = new Map(FROM_ZERO.map(withOrdinal).slice(1, 10));

/** The single characters for fractions. */
export const VULGAR_FRACTIONS: ReadonlyMap<string, number> = new Map(
  [...'½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒'].map(withFraction),
);

/** Unicode takes `½` apart into 1, a fraction slash and 2. */
function withFraction(sign: string): readonly [sign: string, value: number] {
  const [top = 0, bottom = 1] = sign.normalize('NFKD').split('\u2044').map(Number);
  return [sign, top / bottom];
}
