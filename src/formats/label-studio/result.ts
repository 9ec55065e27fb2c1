import { z } from 'zod';
import type { Span } from '../../text/span.ts';
import { identifier, list, text, words } from '../reading/lenient.ts';

const meta = z.looseObject({
  text: z
    .union([z.string().transform((line) => [line]), z.array(z.string())])
    .optional()
    .catch(undefined),
  annotator: words,
  created_at: text,
  updated_at: text,
});

/** One entry of a `result`: about a region, about the whole text, or a relation between two regions. */
export const resultShape = z.looseObject({
  id: identifier,
  from_name: words,
  to_name: words,
  type: words,
  origin: words,
  parentID: identifier,
  value: z.looseObject({}).catch({}),
  meta: meta.optional().catch(undefined),
  from_id: identifier,
  to_id: identifier,
  direction: words,
  labels: list,
});

/** One entry of a `result`, as it is read. */
export type Result = z.infer<typeof resultShape>;

const number = z.union([
  z.int().min(0),
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
]);
const offsets = z.looseObject({ start: number, end: number });

/** Where a result of a plain text stands. */
export function offsetsIn({ value }: Result): Span | undefined {
  const { data } = offsets.safeParse(value);
  return data && { start: data.start, end: data.end };
}

/** Where a result of an HTML page stands in the page's text content. */
export function globalOffsetsIn({ value }: Result): Span | undefined {
  const { data } = offsets.safeParse(value.globalOffsets);
  return data && { start: data.start, end: data.end };
}

/** Whether a result stands on words at all: what is said of the whole text has no start. */
export function hasPlace({ value }: Result): boolean {
  return value.start !== undefined && value.end !== undefined;
}

/** The words that a result stands on; a text area puts its own text in their place. */
export function wordsOf({ type, value }: Result): string | undefined {
  return type !== 'textarea' && typeof value.text === 'string' && value.text !== '' ? value.text : undefined;
}

/**
 * The labels of a region, by the key of its type or any other that ends in `labels`; none where it has none.
 */
export function labelsOf({ type, value }: Result): readonly string[] {
  const key = [type ?? '', ...Object.keys(value)].find(
    (name) => name.endsWith('labels') && Object.hasOwn(value, name),
  );
  return key === undefined ? [] : textsIn(value[key]);
}

/** The texts of a list, or the one text there is. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return list.parse(value).filter((item) => typeof item === 'string');
}
