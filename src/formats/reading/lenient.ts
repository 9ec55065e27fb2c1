import { z } from 'zod';

/** Fields of files that vary: what is missing, or of another type, counts as not given. */
export const text = z.string().optional().catch(undefined);

/** A text that says something, white space at its ends aside. */
export const words = z.string().trim().min(1).optional().catch(undefined);

/** A name or number by which a file knows something, as text. */
export const identifier = z
  .union([z.string().min(1), z.number().transform(String)])
  .optional()
  .catch(undefined);

/** A whole number from zero. */
export const offset = z.int().min(0).optional().catch(undefined);

/** A list, whatever is in it; none where there is no list. */
export const list = z.array(z.unknown()).catch([]);
