import type { CodedArticle } from '../../domain/record.ts';
import { toAnnotation } from './annotation.ts';
import { codingAnnotations } from './coding-annotations.ts';
import type { WebAnnotation } from './web-annotation.ts';
import { describe, targetOf } from './written-target.ts';

/**
 * The annotations of an article as objects of the Web Annotation Data Model, in their order, and behind them what is
 * said of its codings. The first of them carries the article's details. Throws a RangeError for a record without parts.
 */
export function* webAnnotationsOf({
  article,
  annotations,
  codings,
}: CodedArticle): Generator<WebAnnotation, void> {
  const target = targetOf(article);
  let isFirst = true;
  const described = (annotation: WebAnnotation) => {
    if (isFirst) Object.assign(firstOf(annotation.target), { 'dcterms:source': describe(target) });
    isFirst = false;
    return annotation;
  };
  for (const record of annotations) yield described(toAnnotation(record, target));
  for (const coding of codings) yield* codingAnnotations(coding, target).map(described);
}

function firstOf(target: WebAnnotation['target']): object {
  return Array.isArray(target) ? target[0] : target;
}
