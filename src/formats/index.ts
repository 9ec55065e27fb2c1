import { csv } from './csv/csv.ts';
import type { Format } from './format.ts';

export type { Format, WriteOptions } from './format.ts';
export type { AnnotationRecord } from './record.ts';
export { csv };

/** Every format in which annotations can be taken away, in the order of the menu. */
export const formats: readonly Format[] = [csv];
