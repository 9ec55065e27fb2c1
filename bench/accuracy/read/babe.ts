import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { LabelledText } from '../score/claims.ts';

/** A sentence of a news outlet that is factual (a claim here) or an opinion. */
export interface BabeText extends LabelledText {
  readonly outlet: string;
}

const ROWS = z.array(z.object({ text: z.string(), outlet: z.string(), label_opinion: z.string() }));

/**
 * Reads the file of an annotator group. Sentences seen as both, and those without agreement, are left out.
 */
export function readBabe(file: string): BabeText[] {
  const rows: unknown = parse(file, { bom: true, columns: true, delimiter: ';', relaxQuotes: true });
  return ROWS.parse(rows).flatMap(({ text, outlet, label_opinion: label }) => {
    const isClaim = label === 'Entirely factual';
    return isClaim || label.startsWith('Expresses') ? [{ text, outlet, isClaim }] : [];
  });
}

/**
 * Those of two outlets that publish both kinds. Most factual sentences of the whole set come from one agency,
 * so that its style alone would give the answer away.
 */
export function ofTwoOutlets(texts: readonly BabeText[]): BabeText[] {
  return texts.filter(({ outlet }) => /Breitbart|Alternet/i.test(outlet));
}
