import { z } from 'zod';
import type { ExpectedValue, ValueCase } from '../score/statistics.ts';

const SPEC = z.array(
  z.object({
    Input: z.string(),
    Results: z.array(
      z.object({
        Start: z.number(),
        End: z.number(),
        Resolution: z.object({ value: z.string().nullish() }).nullish(),
      }),
    ),
  }),
);

/**
 * Reads a file of Recognizers-Text's specifications of English: numbers, per cents (`20%`), ranges
 * (`[20,30)`) or numbers with a unit. Cases that expect a unit without a number ("in dollars") are left out:
 * nothing is said of them.
 */
export function readRecognizersCases(file: string): ValueCase[] {
  return SPEC.parse(JSON.parse(file.replace(/^\uFEFF/, ''))).flatMap(({ Input, Results }) => {
    const expected = Results.map(({ Start, End, Resolution }) => {
      const value = readValue(Resolution?.value ?? 'null');
      return value && { span: { start: Start, end: End + 1 }, ...value };
    });
    const known = expected.filter((one) => one !== undefined);
    return known.length === expected.length ? [{ text: Input, expected: known }] : [];
  });
}

type Value = Omit<ExpectedValue, 'span'>;

/** An open side (`(20,)`) leaves the other end as the value. */
function readValue(written: string): Value | undefined {
  if (written === 'null') return undefined;
  if (!/^[[(]/.test(written)) return { value: Number.parseFloat(written) };
  const [low = '', high = ''] = written.slice(1, -1).split(',');
  if (low !== '' && high !== '') return { value: Number(low), valueMax: Number(high) };
  return { value: Number(low || high) };
}
