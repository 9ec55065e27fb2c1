import { z } from 'zod';
import type { ValueCase } from '../score/statistics.ts';

const QUANTITY = z.object({ value: z.number(), surface: z.string(), uncertainty: z.number().nullish() });
const CASES = z.array(z.object({ req: z.string(), res: z.array(QUANTITY) }));

/** Reads quantulum3's tests of quantities. Throws an Error for words that are not in their text. */
export function readQuantulumCases(file: string): ValueCase[] {
  return CASES.parse(JSON.parse(file)).map(({ req: text, res }) => {
    let at = 0;
    const expected = res.map((quantity) => {
      // Mostly they are told in the order of the text.
      const next = text.indexOf(quantity.surface, at);
      const start = next === -1 ? text.indexOf(quantity.surface) : next;
      if (start === -1) throw new Error(`“${quantity.surface}” does not stand in “${text}”`);
      at = start + quantity.surface.length;
      return { span: { start, end: at }, ...quantityOf(quantity) };
    });
    return { text, expected };
  });
}

/** The set writes 8 to 16 as 12, give or take 4. What says "±" itself is one value. */
function quantityOf({ value, surface, uncertainty }: z.infer<typeof QUANTITY>) {
  if (!uncertainty || /±|\+\/?-|plus/.test(surface)) return { value };
  return { value: value - uncertainty, valueMax: value + uncertainty };
}
