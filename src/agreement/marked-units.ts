import type { CodedArticle, Mark } from './coded-articles.ts';
import { type Continuum, mergeOverlaps, type Unit } from './continuum.ts';

/**
 * What coders marked with a tag, as units of continua: each part of a mark is a unit, and a coder's own units that
 * overlap are one. Every coder must have coded every article. Articles without text are left out.
 */
export function unitsMarked(articles: readonly CodedArticle[], tag: string): Continuum[] {
  return articles
    .filter(({ text }) => text.length > 0)
    .map(({ text, codings }) => ({
      start: 0,
      end: text.length,
      coders: codings.map((marks) => marksOfTag(marks ?? [], tag)),
    }));
}

/** A coder's marks with a tag as units: each part is one, those that overlap are one together, in text order. */
export function marksOfTag(marks: readonly Mark[], tag: string): Unit[] {
  const own = marks.filter((mark) => mark.tag === tag);
  return mergeOverlaps(
    own.flatMap(({ parts }) => parts.map(({ start, end }) => ({ start, end, label: tag }))),
  );
}
