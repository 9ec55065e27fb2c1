import { TAGS, type Tag } from '../tag.ts';
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
  /** The keys of the tags in their new order, where that is another. */
  readonly order: readonly Tag[] | null;
}

/** What is different in the later of two codebooks. */
export function compareCodebooks(before: Codebook, after: Codebook): Comparison {
  const differences = TAGS.flatMap((tag) => {
    const [then, now] = [tagIn(before, tag), tagIn(after, tag)];
    return TAG_TEXTS.filter((text) => !isSame(then[text], now[text])).map((text) => ({
      tag,
      text,
      before: then[text],
      after: now[text],
    }));
  });
  const [was, is] = [before, after].map(({ tags }) => tags.map(({ key }) => key));
  return { differences, order: is && was?.join() !== is.join() ? is : null };
}

/** Whether two codebooks say the same. */
export function isSameCodebook(one: Codebook, other: Codebook): boolean {
  const { differences, order } = compareCodebooks(one, other);
  return differences.length === 0 && order === null;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
