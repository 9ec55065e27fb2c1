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
export function toColumns({ parts, ...content }: AnnotationState) {
  return {
    ...content,
    ...hullOf(parts),
    parts: parts.map((part: Span): [number, number] => [part.start, part.end]),
    searchText: searchTextOf([content.text, content.speaker, content.note].filter(Boolean).join('\n')),
  };
}

/**
 * An origin as it is stored: Prisma's client alone has another word, where a hyphen is not allowed in a name.
 */
function toOrigin(origin: AnnotationRow['origin']): Origin {
  return origin === 'suggestion_edited' ? 'suggestion-edited' : origin;
}
