import { seededNumbers, shuffled } from './seeded.ts';

/** An article that may be given to coders. */
export interface AssignableArticle {
  readonly id: string;
  /** The length of the work: how many sentences it has. */
  readonly sentences: number;
  /** The coders who have it already. */
  readonly coders: readonly string[];
  /** Others who do not get it: they had it once, and do not count. */
  readonly barred?: readonly string[];
}

/** A coder who may be given articles. */
export interface AssignableCoder {
  readonly id: string;
  /** Sentences that lie before them already. */
  readonly load: number;
}

/** How articles are to be spread. */
export interface AssignmentChoice {
  /** How many coders an article gets, those who have it already among them; at least one. */
  readonly codersEach: number;
  /** The share of the articles that everybody codes, from 0 to 1: the sample that agreement is measured on. */
  readonly share: number;
  /** Decides the sample, and who comes first where all else is equal. */
  readonly seed: number;
}

/** One article for one coder. */
export interface Assignment {
  readonly articleId: string;
  readonly coderId: string;
}

/** What a coder gets. */
export interface CoderShare {
  readonly coderId: string;
  readonly articles: number;
  readonly sentences: number;
  /** Sentences that lie before them then, those from before among them. */
  readonly load: number;
}

/** Who gets what. */
export interface AssignmentPlan {
  /** In the order of articles and coders as they were given. */
  readonly assignments: readonly Assignment[];
  /** In the order of the coders as they were given. */
  readonly shares: readonly CoderShare[];
  /** The articles that everybody codes, in the order of the articles. */
  readonly sample: readonly string[];
  /** How many coders are missing, of articles that could not be given to as many as they should. */
  readonly missing: ReadonlyMap<string, number>;
}

/** Numbers of coders that forms propose: of an odd number there is always a majority. */
export const CODERS_PROPOSED = [1, 3, 5] as const;

/** Shares for everybody that forms propose; samples of 10 to 20 % are customary in content analysis. */
export const SHARES_PROPOSED = [0.1, 0.15, 0.2] as const;

/**
 * Spreads articles over coders. The same articles, coders and choice give the same plan on every machine, whatever
 * order they come in. Nobody gets an article that they have.
 *
 * The loads stay even. Where nobody has one of the articles yet, the most and the least loaded coder differ at the
 * end by no more than the larger of two lengths: what they differed by before, and the longest article. Who works
 * with whom is mixed as far as that allows, so that every two coders can be compared.
 */
export function planAssignments(
  articles: readonly AssignableArticle[],
  coders: readonly AssignableCoder[],
  { codersEach, share, seed }: AssignmentChoice,
): AssignmentPlan {
  const next = seededNumbers(seed);
  const sample = new Set(shuffled(sortedById(articles), next).slice(0, sampleSize(articles.length, share)));
  const desk = new Desk(shuffled(sortedById(coders), next), longestOf(articles));
  const inTurn = shuffled(sortedById(articles), next).sort((a, b) => lengthOf(b) - lengthOf(a));
  // What everybody gets leaves the differences as they are, so it comes first and the rest evens them out.
  for (const article of inTurn) if (sample.has(article)) desk.giveToAll(article);
  for (const article of inTurn) if (!sample.has(article)) desk.give(article, codersEach);
  return {
    ...desk.given(articles, coders),
    sample: articles.filter((article) => sample.has(article)).map(({ id }) => id),
  };
}

/** How many of so many articles a share is: to the nearest, and at least one where there is a share at all. */
export function sampleSize(articles: number, share: number): number {
  if (share <= 0) return 0;
  return Math.min(articles, Math.max(1, Math.round(articles * share)));
}

/** An article without sentences is something to do as well. */
function lengthOf({ sentences }: AssignableArticle): number {
  return Math.max(1, sentences);
}

function longestOf(articles: readonly AssignableArticle[]): number {
  return articles.reduce((longest, article) => Math.max(longest, lengthOf(article)), 0);
}

function sortedById<Item extends { readonly id: string }>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
}

interface Seat {
  readonly id: string;
  load: number;
  sentences: number;
  readonly articles: Set<string>;
  /** How many articles they share with each of the others. */
  readonly met: Map<string, number>;
}

/** The coders while articles are dealt out, the longest first. */
class Desk {
  readonly #seats: readonly Seat[];
  readonly #most: number;
  readonly #missing = new Map<string, number>();

  constructor(coders: readonly AssignableCoder[], longest: number) {
    this.#seats = coders.map(({ id, load }) => ({
      id,
      load,
      sentences: 0,
      articles: new Set(),
      met: new Map(),
    }));
    const loads = coders.map(({ load }) => load);
    this.#most = Math.max(longest, spreadOf(loads));
  }

  giveToAll(article: AssignableArticle): void {
    const { free, group } = this.#seatsOf(article);
    for (const seat of free) {
      group.push(seat);
      sit(seat, group, article);
    }
  }

  /** Gives an article to the least loaded until so many have it. */
  give(article: AssignableArticle, howMany: number): void {
    const { free, group } = this.#seatsOf(article);
    for (let left = howMany - article.coders.length; left > 0; left -= 1) {
      const seat = this.#choose(free, group, article);
      if (!seat) {
        this.#missing.set(article.id, left);
        return;
      }
      free.splice(free.indexOf(seat), 1);
      group.push(seat);
      sit(seat, group, article);
    }
  }

  /** Who of the coders has an article already, and who has not. */
  #seatsOf({ coders, barred = [] }: AssignableArticle): { free: Seat[]; group: Seat[] } {
    const have = new Set(coders);
    return {
      free: this.#seats.filter(({ id }) => !have.has(id) && !barred.includes(id)),
      group: this.#seats.filter(({ id }) => have.has(id)),
    };
  }

  /**
   * Of those who are about as little loaded as the least, who has worked least with the group. What counts as about the
   * same keeps the bound: whoever gets the article has at most as much more as the article leaves room for.
   */
  #choose(free: readonly Seat[], group: readonly Seat[], article: AssignableArticle): Seat | undefined {
    const least = free.reduce((low, { load }) => Math.min(low, load), Number.POSITIVE_INFINITY);
    const length = lengthOf(article);
    const slack = Math.min(this.#most - length, length / 2);
    const near = free.filter(({ load }) => load <= least + Math.max(0, slack));
    const meetings = (seat: Seat) => group.reduce((sum, { id }) => sum + (seat.met.get(id) ?? 0), 0);
    return near.reduce<Seat | undefined>((best, seat) => {
      if (!best) return seat;
      const difference = meetings(seat) - meetings(best) || seat.load - best.load;
      return difference < 0 ? seat : best;
    }, undefined);
  }

  given(articles: readonly AssignableArticle[], coders: readonly AssignableCoder[]) {
    const seats = new Map(this.#seats.map((seat) => [seat.id, seat]));
    const inOrder = coders.flatMap(({ id }) => seats.get(id) ?? []);
    return {
      assignments: articles.flatMap(({ id: articleId }) =>
        inOrder
          .filter((seat) => seat.articles.has(articleId))
          .map(({ id: coderId }) => ({ articleId, coderId })),
      ),
      shares: inOrder.map(({ id: coderId, articles: own, sentences, load }) => {
        return { coderId, articles: own.size, sentences, load };
      }),
      missing: this.#missing,
    };
  }
}

function sit(seat: Seat, group: readonly Seat[], article: AssignableArticle): void {
  seat.load += lengthOf(article);
  seat.sentences += article.sentences;
  seat.articles.add(article.id);
  for (const other of group) {
    if (other === seat) continue;
    seat.met.set(other.id, (seat.met.get(other.id) ?? 0) + 1);
    other.met.set(seat.id, (other.met.get(seat.id) ?? 0) + 1);
  }
}

function spreadOf(loads: readonly number[]): number {
  const lowest = loads.reduce((low, load) => Math.min(low, load), Number.POSITIVE_INFINITY);
  return loads.reduce((high, load) => Math.max(high, load), lowest) - lowest;
}
