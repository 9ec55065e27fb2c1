import { type Casable, casesOf, membersOf } from './case.ts';
import type { CodingState } from './coding.ts';
import type { Lane } from './lane.ts';
import { overlapOver } from './word-overlap.ts';

/** An article that coders have finished, with what its final coding is like. */
export interface CodedArticle {
  readonly id: string;
  readonly title: string;
  /** The codings that are done. */
  readonly lanes: readonly Lane[];
  readonly final: CodingState;
  /** As it was last decided on. */
  readonly decided: number;
}

/** An article to decide on. */
export interface QueuedArticle extends CodedArticle {
  readonly cases: number;
  /** Cases on which not all coders have the same tag. */
  readonly differing: number;
}

type Tagged = Casable & { readonly articleId: string; readonly lane: Lane };

/**
 * Articles in the order in which to decide on them: those whose final coding is not done come first, and among them those in
 * whose cases coders differ most, by share and then by number. Shared words are measured in code units, so that no text has
 * to be read; what cases there are can differ a little from those of the article's page.
 */
export function adjudicationQueue(
  articles: readonly CodedArticle[],
  annotations: readonly Tagged[],
): QueuedArticle[] {
  const ofArticle = new Map<string, Tagged[]>(articles.map(({ id }) => [id, []]));
  for (const annotation of annotations) ofArticle.get(annotation.articleId)?.push(annotation);
  const queued = articles.map((article) => ({
    ...article,
    ...casesIn(article, ofArticle.get(article.id) ?? []),
  }));
  return queued.sort(
    (a, b) =>
      Number(a.final === 'done') - Number(b.final === 'done') ||
      shareOf(b) - shareOf(a) ||
      b.differing - a.differing ||
      (a.id < b.id ? -1 : 1),
  );
}

const IN_CODE_UNITS = overlapOver([]);

function casesIn({ lanes }: CodedArticle, annotations: readonly Tagged[]) {
  const codings = lanes.map((lane) => annotations.filter((annotation) => annotation.lane === lane));
  const cases = casesOf(codings, IN_CODE_UNITS);
  const isSame = (one: (typeof cases)[number]) => {
    const members = membersOf(one);
    return members.length === lanes.length && new Set(members.map(({ tag }) => tag)).size === 1;
  };
  return { cases: cases.length, differing: cases.filter((one) => !isSame(one)).length };
}

function shareOf({ cases, differing }: QueuedArticle): number {
  return cases === 0 ? 0 : differing / cases;
}
