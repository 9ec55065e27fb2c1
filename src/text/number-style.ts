import { foldDigits } from './native-digits.ts';
import { wordSet } from './word-set.ts';

/**
 * How a text writes numbers: `point` as "1,500.25", `comma` as "1.500,25"; `unknown` where "1.500" may be either,
 * so that no value is better than one that may be wrong a thousandfold.
 */
export type NumberStyle = 'point' | 'comma' | 'unknown';

/** Languages that part thousands with commas and decimals with a point. */
const POINT = wordSet(`
  en zh yue ja ko th he iw yi hi bn mr ne ta te ur gu pa kn ml si km lo my ms sw fil tl ha yo ig zu xh am ti cy ga gd mt
`);
/** Languages that do it the other way round; some part thousands with a space. */
const COMMA = wordSet(`
  de fr es pt it nl sv da no nb nn fi pl cs sk hu ro bg ru uk be sr hr bs sl mk sq el tr az id vi lt lv et is ca gl eu
  kk ky ka hy af fo lb oc br mn uz tk tg tt
`);

/** Regions that go with others than their language does. */
export const pointRegions: ReadonlySet<string> = wordSet(`
  de-ch de-li it-ch es-mx es-us es-pr es-do es-gt es-hn es-ni es-sv es-pa es-pe es-419
`);
export const commaRegions: ReadonlySet<string> = wordSet('ar-ma ar-dz ar-tn ar-ly');

/** The style that goes with a language, by its primary subtag; what has none is taken for English. */
export function styleOfLanguage(code: string | undefined): NumberStyle {
  if (code === undefined || POINT.has(code)) return 'point';
  return COMMA.has(code) ? 'comma' : 'unknown';
}

/** Numerals that have one reading only, since a group has three digits. */
const ONLY_COMMA =
  /(?<![\p{L}\d.,])\d{1,3}(?:(?:\.\d{3})+,\d|(?:\.\d{3}){2,}(?![\d.])|,\d{1,2}(?![\d.,])(?=[\s%€$£\u00a0\u202f]))/gu;
const ONLY_POINT =
  /(?<![\p{L}\d.,])\d{1,3}(?:(?:,\d{3})+\.\d|(?:,\d{3}){2,}(?![\d,])|\.\d{1,2}(?![\d.,])(?=[\s%€$£\u00a0\u202fmbk]))/gu;

/** In English, "1,500" is hardly ever one and a half. */
const ENGLISH_GROUP = /(?<![\p{L}\d.,])\d{1,3},\d{3}(?![\d,])/gu;

/**
 * The style that a text shows by numerals that can only be read in one way, if any. A lone witness, an address or a
 * version, does not speak against a language that leaves little doubt.
 */
export function styleShown(text: string, code: string | undefined): NumberStyle | undefined {
  const usual = styleOfLanguage(code);
  const english = code === undefined || code === 'en' ? (text.match(ENGLISH_GROUP)?.length ?? 0) : 0;
  const commas = text.match(ONLY_COMMA)?.length ?? 0;
  const points = (text.match(ONLY_POINT)?.length ?? 0) + english;
  if (usual === 'comma' && code !== 'es') return points > 2 && commas === 0 ? 'point' : undefined;
  if (commas > 2 * points) return 'comma';
  return points > 2 * commas ? 'point' : undefined;
}

/**
 * A numeral of this style as English writes it: "1.500,25" is "1,500.25", "1'500" is "1,500". The numeral itself
 * where there is nothing to change, and undefined where the style does not tell its value.
 */
export function asWestern(numeral: string, style: NumberStyle): string | undefined {
  if (style === 'point' && /^\d*(?:[.,]\d{1,3})?$/u.test(numeral)) return numeral;
  const folded = foldDigits(numeral);
  if (/['’٬٫·]/u.test(folded)) return folded.replace(/['’٬]/gu, ',').replace(/[٫·]/gu, '.');
  if (GROUPS_OF_POINTS.test(folded) && !isAddress(folded)) return swapped(folded);
  const either = /^[1-9]\d{0,2}[.,]\d{3}$/u.test(folded);
  if (either && style === 'unknown') return undefined;
  return style === 'comma' && isWellFormed(folded) ? swapped(folded) : folded;
}

/** "12.345.678", with or without a decimal comma: of no other style. */
const GROUPS_OF_POINTS = /^\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$/u;

/** "192.168.100.200" names a machine. */
function isAddress(numeral: string): boolean {
  const groups = numeral.split('.');
  return groups.length === 4 && groups.every((group) => Number(group) < 256);
}

/** One kind of mark, or points before one comma: what the style can make. */
function isWellFormed(numeral: string): boolean {
  return /^\d+(?:[.,]\d+)?$/u.test(numeral) || /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u.test(numeral);
}

const swapped = (numeral: string): string => numeral.replace(/[.,]/gu, (mark) => (mark === '.' ? ',' : '.'));
