import type { CodedArticle } from './coded-articles.ts';
import { pairsOf } from './numbers.ts';
import { pairMarks } from './paired-marks.ts';
import type { Ratings } from './ratings.ts';

/** What the values of a field are. */
export type FieldLevel = 'nominal' | 'ordinal' | 'interval';

/** A field of a tag that is compared. */
export interface ComparedField {
  readonly name: string;
  readonly tag: string;
  readonly level: FieldLevel;
  /** Of an ordinal field its values in order. */
  readonly values?: readonly string[] | undefined;
}

/**
 * What each two coders filled in on marks that they have in common (`pairMarks`), article by article: a row a pair,
 * with the two values. Words are compared without their case; a field that one of two left empty is
 * missing for numbers and a value of its own, `''`, for words. Where both left it empty there is no row.
 */
export function fieldRatings(
  articles: readonly CodedArticle[],
  { name, tag, level }: ComparedField,
): Ratings<string | number>[] {
  return articles.map(({ codings }) =>
    pairsOf(codings.length).flatMap(([one, other]) => {
      const [ones, others] = [codings[one], codings[other]];
      if (!ones || !others) return [];
      const ofTag = (marks: typeof ones) => marks.filter((mark) => mark.tag === tag);
      return pairMarks(ofTag(ones), ofTag(others)).flatMap(([left, right]) =>
        rowOf(left.fields[name], right.fields[name], level),
      );
    }),
  );
}

type Value = string | number | undefined;

function rowOf(
  one: Value,
  other: Value,
  level: FieldLevel,
): [string | number | null, string | number | null][] {
  if (one === undefined && other === undefined) return [];
  return [[cellOf(one, level), cellOf(other, level)]];
}

function cellOf(value: Value, level: FieldLevel): string | number | null {
  if (level === 'nominal') return value === undefined ? '' : String(value).trim().toLowerCase();
  return value ?? null;
}
