import { createHash } from 'node:crypto';
import type { Codebook, CodebookTag } from '../../domain/codebook/codebook.ts';
import type { Lane, Sight } from '../../domain/sight.ts';
import { type FinishedCoding, finishedCodings, isFinal } from '../../store/agreement.ts';
import type { Session } from '../../store/session.ts';

/** What somebody wants to see of a project's agreement. */
export interface StudyChoice {
  /** Annotators; none for everybody who has finished something. */
  readonly coders: readonly string[];
  /** Whether only articles count that each of them has finished; else those that two of them have. */
  readonly isByAll: boolean;
  /** Whether codings count whose coder could see others'. */
  readonly withSighted: boolean;
}

/** An article of a study, with the codings that go into it. */
export interface StudyArticle {
  readonly id: string;
  readonly title: string;
  /** At the place of each coder; null where they have not finished it. */
  readonly codings: readonly (FinishedCoding | null)[];
  readonly final: FinishedCoding | null;
}

/** What agreement is measured on. */
export interface Study {
  /** Whoever has finished something, to choose from. */
  readonly candidates: readonly Lane[];
  /** Those who are compared. */
  readonly coders: readonly Lane[];
  readonly articles: readonly StudyArticle[];
  /** How many codings are left out since their coder could see others'. */
  readonly sighted: number;
  /** What the coders gave, as the codebook has it. */
  readonly tags: readonly CodebookTag[];
  /** Names the state of all that goes in: as long as it is the same, so are all figures. */
  readonly key: string;
}

/** Chooses coders and articles: those that at least two of the coders have finished, or all of them. */
export async function planStudy(
  session: Session,
  sight: Sight,
  { tags }: Codebook,
  choice: StudyChoice,
): Promise<Study> {
  const all = await finishedCodings(session, sight);
  const own = all.filter((coding) => !isFinal(coding));
  const counted = choice.withSighted ? own : own.filter(({ isBlind }) => isBlind);
  const candidates = [...new Set(own.map(({ lane }) => lane))];
  const active = new Set(counted.map(({ lane }) => lane));
  const wanted = choice.coders.length > 0 ? choice.coders : candidates;
  const coders = candidates.filter((lane) => wanted.includes(lane) && active.has(lane));
  const articles = articlesOf(counted, all.filter(isFinal), coders, choice.isByAll ? coders.length : 2);
  const sighted = own.length - counted.length;
  return { candidates, coders, articles, sighted, tags, key: keyOf(tags, coders, articles) };
}

function articlesOf(
  codings: readonly FinishedCoding[],
  finals: readonly FinishedCoding[],
  coders: readonly Lane[],
  fewest: number,
): StudyArticle[] {
  const finalOf = new Map(finals.map((coding) => [coding.articleId, coding]));
  const placeOf = new Map(coders.map((lane, place) => [lane, place]));
  const articles = new Map<string, (FinishedCoding | null)[]>();
  for (const coding of codings) {
    const place = placeOf.get(coding.lane);
    if (place === undefined) continue;
    const row = articles.get(coding.articleId) ?? coders.map(() => null);
    row[place] = coding;
    articles.set(coding.articleId, row);
  }
  return [...articles].flatMap(([id, row]) => {
    const made = row.filter((coding) => coding !== null);
    if (made.length < Math.max(2, fewest)) return [];
    return [{ id, title: made[0]?.title ?? '', codings: row, final: finalOf.get(id) ?? null }];
  });
}

function keyOf(
  tags: readonly CodebookTag[],
  coders: readonly Lane[],
  articles: readonly StudyArticle[],
): string {
  const asked = tags.map(({ key, attributes }) => [key, attributes]);
  const hash = createHash('sha256').update(JSON.stringify([VERSION, asked, coders]));
  for (const { id, codings, final } of articles) {
    hash.update(
      JSON.stringify([id, codings.map((coding) => coding?.version ?? null), final?.version ?? null]),
    );
  }
  return hash.digest('hex');
}

/** One more whenever the same codings would give other figures, or more of them. */
const VERSION = 1;
