import { z } from 'zod';
import type { LabelledText } from '../score/claims.ts';

const SENTENCES = z.array(z.object({ text: z.string(), label: z.union([z.literal(0), z.literal(1)]) }));

/** Reads sentences of debates that are worth checking (1) or not (0). */
export function readClaimBuster(file: string): LabelledText[] {
  return SENTENCES.parse(JSON.parse(file)).map(({ text, label }) => ({ text, isClaim: label === 1 }));
}
