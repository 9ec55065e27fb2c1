import { ATTRIBUTES } from '../../src/domain/attributes.ts';
import type { AnnotationRecord, ArticleRecords } from '../../src/domain/record.ts';
import type { IncomingAnnotation } from '../../src/formats/incoming.ts';
import type { OffsetUnit } from '../../src/text/anchor.ts';
import { CodePoints } from '../../src/text/code-points.ts';

/** What a reader should find of a record, its place aside. */
export function incomingOf(record: AnnotationRecord, unit: OffsetUnit): Omit<IncomingAnnotation, 'place'> {
  const { text } = record.article;
  const codePoints = new CodePoints(text);
  const count = (offset: number) => (unit === 'utf16' ? offset : codePoints.countBefore(offset));
  const given = ATTRIBUTES.flatMap(({ name, field }) =>
    record[name] === null ? [] : [[field, String(record[name])] as const],
  );
  return {
    id: record.id,
    label: record.tag,
    anchors: record.parts.map(({ start, end }) => ({
      offsets: { start: count(start), end: count(end), unit },
      words: text.slice(start, end),
    })),
    attributes: Object.fromEntries(given),
    annotator: record.annotator,
    origin: record.origin,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
  };
}

/** The details that an article has. */
export function detailsOf({ article }: ArticleRecords): Record<string, string> {
  const { title, byline, publication, published, url, language, labels } = article;
  const details = { title, byline, publication, published, url, language, labels };
  return Object.fromEntries(
    Object.entries(details).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}
