import type { Annotation, AnnotationContent, Origin } from '../domain/annotation.ts';
import { attributesIn } from '../domain/attributes.ts';
import type { AnnotationState } from '../domain/history.ts';
import { hullOf, type Span } from '../text/span.ts';
import type { Prisma } from './generated/sqlite/client.ts';
import { searchTextOf } from './search-text.ts';

/** A row as Prisma reads it. */
export type AnnotationRow = Prisma.AnnotationGetPayload<object>;

/** A row as the domain knows it. */
export function toAnnotation(row: AnnotationRow): Annotation {
  const { id, projectId, articleId, userId, start, end, version, createdAt, updatedAt } = row;
  return { ...toContent(row), id, projectId, articleId, userId, start, end, version, createdAt, updatedAt };
}

function toContent(row: AnnotationRow): AnnotationContent {
  return {
    tag: row.tag,
    // Only toColumns writes parts.
    parts: (row.parts as [number, number][]).map(([start, end]) => ({ start, end })),
    text: row.text,
    origin: toOrigin(row.origin),
    // Also tells the compiler that every attribute has its column, of the right type.
    ...attributesIn(row),
  };
}

/** The columns that an annotation's content fills. */
export function toColumns({ origin, parts, ...content }: AnnotationState) {
  const hull = hullOf(parts);
  return {
    ...content,
    ...hull,
    parts: parts.map((part: Span): [number, number] => [part.start, part.end]),
    origin: fromOrigin(origin),
    searchText: searchTextOf([content.text, content.speaker, content.note].filter(Boolean).join('\n')),
  };
}

/** An origin in the database's words, where a hyphen is not allowed in a name. */
export function fromOrigin(origin: Origin): AnnotationRow['origin'] {
  return origin === 'suggestion-edited' ? 'suggestion_edited' : origin;
}

/** An origin as the program and its exports write it. */
export function toOrigin(origin: AnnotationRow['origin']): Origin {
  return origin === 'suggestion_edited' ? 'suggestion-edited' : origin;
}
