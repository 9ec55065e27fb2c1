import type { Anchor } from '../../text/anchor.ts';
import { offset } from '../reading/lenient.ts';

/** Where something stands, in either unit. */
export const offsetShape = { start: offset, end: offset, start_utf16: offset, end_utf16: offset };

type WrittenOffsets = { readonly [Name in keyof typeof offsetShape]?: number | undefined };

/** The offsets of a part or sentence, in UTF-16 code units where they are there. */
export function offsetsOf({ start, end, start_utf16, end_utf16 }: WrittenOffsets): Anchor['offsets'] {
  if (start_utf16 !== undefined && end_utf16 !== undefined)
    return { start: start_utf16, end: end_utf16, unit: 'utf16' };
  if (start !== undefined && end !== undefined) return { start, end, unit: 'code-points' };
  return undefined;
}
