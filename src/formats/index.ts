import { csv } from './csv/csv.ts';
import type { Format } from './format.ts';

export type { Companion, Format, WriteOptions } from './format.ts';
export type { AnnotationRecord, ArticleRecords, ExportSource } from './record.ts';
export { csv };

/** Every format in which annotations can be taken away, in the order of the menu. */
export const formats: readonly Format[] = [csv];

/** The format of this key, or undefined. */
export function formatNamed(key: string): Format | undefined {
  return formats.find((format) => format.key === key);
}
