/** One line of the table. */
export interface Result {
  readonly work: string;
  /** What was aimed at, in words; null where the line is there to be known. */
  readonly aim: string | null;
  readonly figure: string;
  /** Whether the aim is met; null where there is none, or nothing was measured. */
  readonly met: boolean | null;
  /** The numbers behind the figure: times in ms, memory in MB. */
  readonly numbers: Readonly<Record<string, number>>;
}

/**
 * The value at `share`, from 0 to 1, of the sorted values: 0.5 is the median. Throws a RangeError for none.
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? sorted[0];
  if (value === undefined) throw new RangeError('no values were measured');
  return value;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Times as they are written in the table: 23 ms, 1.54 s. */
export function duration(ms: number): string {
  return ms < 1000 ? `${ms.toFixed(ms < 10 ? 1 : 0)} ms` : `${(ms / 1000).toFixed(2)} s`;
}

/** The values rounded for the JSON. */
export function rounded(numbers: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, Number(value.toFixed(3))]));
}
