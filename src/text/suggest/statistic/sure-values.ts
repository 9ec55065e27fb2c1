import type { Figure } from './figure.ts';
import type { Token } from './tokens.ts';

/**
 * The figure with the value that its numeral must have had: "45.000 homes" are 45,000, since nobody counts to three
 * decimals. Undefined where "1.500 euros" may be either; "$3.459 a gallon" and "1.234 seconds" stay as they are.
 */
export function withSureValue(tokens: readonly Token[], figure: Figure): Figure | undefined {
  const numeral = tokens[figure.amount.next - 1]?.text ?? '';
  if (!/^[1-9]\d{0,2}\.\d{3}$/u.test(numeral) || figure.valueMax !== undefined) return figure;
  if (figure.unit?.includes(' per ')) return figure;
  const grouped = numeral.endsWith('.000');
  if (figure.money || figure.counted) return grouped ? thousandfold(figure) : undefined;
  return grouped && figure.unit === undefined && Math.abs(figure.value) >= 10 ? thousandfold(figure) : figure;
}

const thousandfold = (figure: Figure): Figure => ({ ...figure, value: figure.value * 1000 });
