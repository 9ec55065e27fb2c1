import type { TableRow } from '../store/annotation-table.ts';

/** An annotation in a line: id, tag, words, who says it. */
export function annotationLine({ annotation: { id, tag, text, speaker }, articleTitle }: TableRow): string {
  const said = speaker ? `, ${speaker}` : '';
  return `${id}  ${tag}  “${text.replaceAll(/\s+/g, ' ')}”${said} (${articleTitle})`;
}

/** An annotation as a line of JSON, its offsets UTF-16 code units of the article's text, ends exclusive. */
export function annotationJson({ annotation, articleTitle, annotator }: TableRow): string {
  const { projectId: _, annotatorId: __, start: ___, end: ____, parts, ...content } = annotation;
  const spans = parts.map(({ start, end }) => [start, end]);
  return JSON.stringify({ ...content, parts: spans, articleTitle, annotator });
}
