import type { Request } from 'express';
import type { AnnotationFilter } from '../../domain/annotation-filter.ts';
import { TAGS } from '../../domain/tag.ts';
import { queryOf } from '../fields.ts';

/**
 * The filter in an address, the same for the table and for what is downloaded. A tag that there is not asks
 * for all.
 */
export function filterOf(request: Request): AnnotationFilter {
  return {
    tag: TAGS.find((tag) => tag === queryOf(request, 'tag')) ?? null,
    articleId: queryOf(request, 'article') || null,
    userId: queryOf(request, 'annotator') || null,
    speaker: queryOf(request, 'speaker').trim(),
    words: queryOf(request, 'words').trim(),
  };
}

/** The filter as an address holds it. */
export function filterQuery({
  tag,
  articleId,
  userId,
  speaker,
  words,
}: AnnotationFilter): Record<string, string> {
  return {
    ...(tag && { tag }),
    ...(articleId && { article: articleId }),
    ...(userId && { annotator: userId }),
    ...(speaker && { speaker }),
    ...(words && { words }),
  };
}
