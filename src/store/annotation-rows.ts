import type { Annotation, Origin } from '../domain/annotation.ts';
import { attributesIn } from '../domain/attributes.ts';
import { type Answers, writeAnswer } from '../domain/codebook/field.ts';
import type { AnnotationState } from '../domain/history.ts';
import type { Tag } from '../domain/tag.ts';
import { hullOf, type Span } from '../text/span.ts';
import type { Prisma } from './generated/sqlite/client.ts';
import { searchTextOf } from './search-text.ts';

/** A row as Prisma reads it. */
export type AnnotationRow = Prisma.AnnotationGetPayload<object>;

/** What of a row makes an annotation. */
export type AnnotationColumns = Omit<AnnotationRow, 'deletedAt' | 'searchText'>;

/** A row as the domain knows it. */
export function toAnnotation(row: AnnotationColumns): Annotation {
  return {
    id: row.id,
    projectId: row.projectId,
    articleId: row.articleId,
    annotatorId: row.annotatorId,
    lane: row.lane,
    // Only tags are stored.
    tag: row.tag as Tag,
    start: row.start,
    end: row.end,
    // Only toColumns writes parts.
    parts: (row.parts as [number, number][]).map(([start, end]) => ({ start, end })),
    text: row.text,
    // Only toColumns writes answers.
    answers: row.fields as Answers | null,
    origin: toOrigin(row.origin),
    // Also tells the compiler that every attribute has its column, of the right type.
    ...attributesIn(row),
    version: row.version,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

/** The columns that an annotation's content fills. */
export function toColumns({ parts, answers, ...content }: AnnotationState) {
  return {
    ...content,
    fields: answers,
    ...hullOf(parts),
    parts: parts.map((part: Span): [number, number] => [part.start, part.end]),
    searchText: searchTextOf(
      [content.text, content.speaker, content.note, ...wordsIn(answers)].filter(Boolean).join('\n'),
    ),
  };
}

/** The words of answers that can be looked for. */
function wordsIn(answers: Answers | null): string[] {
  return Object.values(answers ?? {}).flatMap((answer) =>
    typeof answer === 'boolean' ? [] : writeAnswer(answer),
  );
}

/**
 * An origin as it is stored: Prisma's client alone has another word, where a hyphen is not allowed in a name.
 */
function toOrigin(origin: AnnotationRow['origin']): Origin {
  return origin === 'suggestion_edited' ? 'suggestion-edited' : origin;
}
