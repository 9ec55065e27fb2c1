/** What a coder chose for an item: a label, a number, or a set of labels. */
export type Rating = string | number | readonly string[];

/** Items in rows, coders in columns; `null` where a coder has not rated an item. */
export type Ratings<Value extends Rating = Rating> = readonly (readonly (Value | null)[])[];

/** Stands in the place of a rating that is missing. */
export const MISSING = -1;

/** Ratings as numbers of categories, article by article. */
export interface CodedRatings<Value extends Rating = Rating> {
  /** The categories that were used, or could have been: numbers and labels in order. */
  readonly categories: readonly Value[];
  readonly coders: number;
  /** Of each article its items, of each item the number of the category that each coder chose, or `MISSING`. */
  readonly articles: readonly (readonly Int32Array[])[];
}

/**
 * Numbers the categories of articles' ratings. Two ratings are the same category if they are the same label,
 * number or set, whatever the order and number of a set's members. `possible` are categories that belong to the
 * scale even if nobody chose them, in the order that they shall have before those that are not named; it matters
 * to the measures that count categories.
 *
 * Throws a RangeError for a number that is not finite, and where items have different numbers of coders.
 */
export function codeRatings<Value extends Rating>(
  articles: readonly Ratings<Value>[],
  possible: readonly Value[] = [],
): CodedRatings<Value> {
  const coders = articles.find((items) => items.length > 0)?.[0]?.length ?? 0;
  const others = new Map<string | number, Value>();
  for (const items of articles) {
    for (const item of items) {
      for (const value of item) if (value !== null) others.set(keyOf(value), value);
    }
  }
  const categories = new Map(possible.map((value) => [keyOf(value), value]));
  for (const [key, value] of [...others].sort(inOrder)) if (!categories.has(key)) categories.set(key, value);
  const numbers = new Map([...categories.keys()].map((key, number) => [key, number]));
  const coded = articles.map((items) => items.map((item) => codedItem(item, coders, numbers)));
  return { categories: [...categories.values()], coders, articles: coded };
}

function codedItem(
  item: readonly (Rating | null)[],
  coders: number,
  numbers: ReadonlyMap<string | number, number>,
): Int32Array {
  if (item.length !== coders) {
    throw new RangeError(`an item has ratings by ${item.length} coders, others by ${coders}`);
  }
  const coded = new Int32Array(coders);
  for (let coder = 0; coder < coders; coder++) {
    const value = item[coder] ?? null;
    coded[coder] = value === null ? MISSING : (numbers.get(keyOf(value)) ?? MISSING);
  }
  return coded;
}

function keyOf(value: Rating): string | number {
  if (typeof value === 'string') return value;
  if (typeof value === 'object') return JSON.stringify([...new Set(value)].sort());
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no rating`);
  return value;
}

function inOrder([key]: [string | number, Rating], [other]: [string | number, Rating]): number {
  if (typeof key === 'number' && typeof other === 'number') return key - other;
  if (key === other) return 0;
  return key < other ? -1 : 1;
}

/** How often each category was chosen for an item. */
export function countsOf(item: Int32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const category of item) {
    if (category !== MISSING) counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  return counts;
}
