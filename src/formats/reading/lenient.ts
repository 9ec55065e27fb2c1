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

/** A list of what has a shape; none where it is no such list. What is missing is no error: wording one costs much. */
export function listOf<Shape extends z.ZodType>(shape: Shape) {
  return z
    .array(shape)
    .optional()
    .catch(undefined)
    .transform((given) => given ?? []);
}

/** A list, whatever is in it; none where there is no list. */
export const list = listOf(z.unknown());
