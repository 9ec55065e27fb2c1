import type { Request } from 'express';
import type { AnnotationFilter } from '../../domain/annotation-filter.ts';
import { CHECK_WORTHINESS, CONFIDENCE } from '../../domain/attributes.ts';
import { type Codebook, tagNamedIn } from '../../domain/codebook/codebook.ts';
import { queryOf } from '../fields.ts';

/** What an address says under a name; the empty string where it says nothing. */
export type Asked = (name: string) => string;

/**
 * The filter in an address, the same for the table and for what is downloaded. A tag that there is not asks
 * for all.
 */
export function filterOf(request: Request, codebook: Codebook): AnnotationFilter {
  return filterFrom((name) => queryOf(request, name), codebook);
}

/** The filter that is asked for. */
export function filterFrom(asked: Asked, codebook: Codebook): AnnotationFilter {
  return {
    tag: tagNamedIn(codebook, asked('tag')) ?? null,
    articleId: asked('article') || null,
    annotatorId: asked('annotator') || null,
    confidence: CONFIDENCE.find((value) => value === asked('confidence')) ?? null,
    worth: CHECK_WORTHINESS.find((value) => value === asked('worth')) ?? null,
    speaker: asked('speaker').trim(),
    words: asked('words').trim(),
  };
}

/** The filter as an address holds it. */
export function filterQuery({
  articleId: article,
  annotatorId: annotator,
  articles: _,
  coding: __,
  ...rest
}: AnnotationFilter): Record<string, string> {
  const fields = { ...rest, article, annotator };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}
