import { articles } from './article-table/articles.ts';
import { brat } from './brat/brat.ts';
import { claimreview } from './claimreview/claimreview.ts';
import { csv } from './csv/csv.ts';
import type { Format } from './format.ts';
import { html } from './html-page/html.ts';
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

/** Every format in which annotations can be taken away, in the order of the menu. */
export const formats: readonly Format[] = [
  csv,
  articles,
  html,
  markdown,
  jsonl,
  w3c,
  tei,
  labelstudio,
  brat,
  qdpx,
  qdc,
  claimreview,
];

/** The format of this key, or undefined. */
export function formatNamed(key: string): Format | undefined {
  return formats.find((format) => format.key === key);
}
