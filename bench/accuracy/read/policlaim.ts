import type { LabelledText } from '../score/claims.ts';
import { readWorksheet } from './worksheet.ts';

/** Reads the sentences of a speech on which the annotators agreed whether they can be checked. */
export async function readPoliClaim(workbook: Uint8Array): Promise<LabelledText[]> {
  const rows = await readWorksheet(workbook);
  return rows.flatMap(({ SENTENCES: text, golden }) =>
    text !== undefined && (golden === '0' || golden === '1') ? [{ text, isClaim: golden === '1' }] : [],
  );
}
