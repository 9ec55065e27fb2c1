import { html } from './annotated-page/html.ts';
import { articles } from './article-table/articles.ts';
import { brat } from './brat/brat.ts';
import { claimreview } from './claimreview/claimreview.ts';
import { codings } from './codings/codings.ts';
import { csv } from './csv/csv.ts';
import type { Format } from './format.ts';
import { jsonl } from './jsonl/jsonl.ts';
import { labelstudio } from './label-studio/labelstudio.ts';
import { markdown } from './markdown/markdown.ts';
import { qdc } from './refi-qda/qdc.ts';
import { qdpx } from './refi-qda/qdpx.ts';
import { tei } from './tei/tei.ts';
import { w3c } from './w3c/w3c.ts';

export type { Companion, Format, WriteOptions } from './format.ts';
export type { ExportSource } from './record.ts';
export { csv };

/** The formats by what they are for, in the order of the dialog. */
export const formatGroups = {
  spreadsheet: [csv, codings, articles],
  reading: [html, markdown],
  tools: [jsonl, w3c, tei, labelstudio, brat, qdpx, qdc, claimreview],
} as const satisfies Record<string, readonly Format[]>;

/** Every format in which annotations can be taken away. */
export const formats: readonly Format[] = Object.values(formatGroups).flat();

/** The format of this key, or undefined. */
export function formatNamed(key: string): Format | undefined {
  return formats.find((format) => format.key === key);
}
