import type { Tag } from '../tag.ts';
import { type Codebook, type CodebookTag, tagIn } from './codebook.ts';
import type { CodebookField } from './field.ts';

/** What can change of a tag, in the order in which it is said. */
export const TAG_TEXTS = [
  'name',
  'plural',
  'letter',
  'hue',
  'definition',
  'useWhen',
  'notWhen',
  'examples',
  'attributes',
  'isOff',
] as const satisfies readonly Exclude<keyof CodebookTag, 'key'>[];

export type TagText = (typeof TAG_TEXTS)[number];

/** One thing that two codebooks say differently. */
export interface Difference {
  readonly tag: Tag;
  readonly text: TagText;
  readonly before: CodebookTag[TagText];
  readonly after: CodebookTag[TagText];
}

export interface Comparison {
  readonly differences: readonly Difference[];
  /** Tags that only the later one has. */
  readonly added: readonly CodebookTag[];
  /** Fields that are new, or said otherwise; `before` is null for a new one. */
  readonly fields: readonly { readonly before: CodebookField | null; readonly after: CodebookField }[];
  /** The keys of the tags in their new order, where that is another. */
  readonly order: readonly Tag[] | null;
}

/** What is different in the later of two codebooks. */
export function compareCodebooks(before: Codebook, after: Codebook): Comparison {
  const has = ({ tags }: Codebook, wanted: Tag) => tags.some(({ key }) => key === wanted);
  const inBoth = after.tags.map(({ key }) => key).filter((key) => has(before, key));
  const differences = inBoth.flatMap((tag) => {
    const [then, now] = [tagIn(before, tag), tagIn(after, tag)];
    return TAG_TEXTS.filter((text) => !isSame(then[text], now[text])).map((text) => ({
      tag,
      text,
      before: then[text],
      after: now[text],
    }));
  });
  const was = before.tags.map(({ key }) => key).filter((key) => has(after, key));
  const added = after.tags.filter(({ key }) => !has(before, key));
  const order = was.join() === inBoth.join() ? null : after.tags.map(({ key }) => key);
  return { differences, added, fields: changedFields(before, after), order };
}

function changedFields(before: Codebook, after: Codebook): Comparison['fields'] {
  const known = new Map(before.fields.map((field) => [field.key, field]));
  return after.fields.flatMap((field) => {
    const then = known.get(field.key) ?? null;
    return isSame(then, field) ? [] : [{ before: then, after: field }];
  });
}

/** The first field that would become another kind of field: what is filled in already would not fit. */
export function changedKind(before: Codebook, after: Codebook): CodebookField | undefined {
  return after.fields.find(({ key, kind }) =>
    before.fields.some((field) => field.key === key && field.kind !== kind),
  );
}

/** Whether two codebooks say the same. */
export function isSameCodebook(one: Codebook, other: Codebook): boolean {
  const { differences, added, fields, order } = compareCodebooks(one, other);
  const isMoved = one.fields.map(({ key }) => key).join() !== other.fields.map(({ key }) => key).join();
  return differences.length + added.length + fields.length === 0 && order === null && !isMoved;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
