import { VULGAR_FRACTIONS } from './number-words.ts';

/** Longer strings of digits are identifiers; 15 digits are the most that a double keeps exactly. */
const MAX_LENGTH = 24;

/**
 * The value of a numeral as newspapers write it: "3,900", "1.25", ".08", "12,34,567" (India),
 * "1.111,11" and "5,00" (continental), "3·4", "½", "1e10". Undefined for anything else ("1.2.3", "007").
 */
export function readNumeral(numeral: string): number | undefined {
  const vulgar = VULGAR_FRACTIONS.get(numeral);
  if (vulgar !== undefined) return vulgar;
  if (numeral.length > MAX_LENGTH || isPadded(numeral)) return undefined;
  const plain = withoutGrouping(numeral.replaceAll('·', '.'));
  if (plain === undefined) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}

/** "007" and "0412" name things; "0" and "0.5" count them. */
function isPadded(numeral: string): boolean {
  const second = numeral.charAt(1);
  return numeral.startsWith('0') && second >= '0' && second <= '9';
}

function withoutGrouping(numeral: string): string | undefined {
  const dots = numeral.includes('.') ? numeral.split('.').length - 1 : 0;
  if (!numeral.includes(',')) return dots < 2 ? numeral : undefined;
  const commas = numeral.split(',').length - 1;
  if (dots > 0) return mixedGrouping(numeral, dots);
  if (commas > 1) return numeral.replaceAll(',', '');
  const [whole = '', tail = ''] = numeral.split(',');
  return tail.length === 3 && whole.length < 4 && whole !== '0' ? whole + tail : `${whole}.${tail}`;
}

function mixedGrouping(numeral: string, dots: number): string | undefined {
  const continental = numeral.lastIndexOf(',') > numeral.lastIndexOf('.');
  if (!continental) return dots === 1 ? numeral.replaceAll(',', '') : undefined;
  const oneComma = numeral.indexOf(',') === numeral.lastIndexOf(',');
  return oneComma ? numeral.replaceAll('.', '').replace(',', '.') : undefined;
}
