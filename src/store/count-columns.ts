import { byTag, TAGS, type Tag } from '../domain/tag.ts';

/** Columns of an article that count its annotations; the one place that knows them. */
export type CountColumns<Value> = Readonly<Record<`${Tag}Count`, Value>>;

/** A value for the column of each tag. */
export function toCountColumns<Value>(of: (tag: Tag) => Value): CountColumns<Value> {
  // Every tag is given a value.
  return Object.fromEntries(TAGS.map((tag) => [`${tag}Count`, of(tag)])) as CountColumns<Value>;
}

/** What the columns of a row hold, by tag. */
export function fromCountColumns<Value>(row: CountColumns<Value>): Record<Tag, Value> {
  return byTag((tag) => row[`${tag}Count`]);
}
