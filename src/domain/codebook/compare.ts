import type { Tag } from '../tag.ts';
import { type Codebook, type CodebookTag, tagIn } from './codebook.ts';

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
  return { differences, added, order };
}

/** Whether two codebooks say the same. */
export function isSameCodebook(one: Codebook, other: Codebook): boolean {
  const { differences, added, order } = compareCodebooks(one, other);
  return differences.length + added.length === 0 && order === null;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
