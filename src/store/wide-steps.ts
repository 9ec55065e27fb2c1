// Steps over several articles: one name, one transaction, and in each article a step like any other.

import { setImmediate } from 'node:timers/promises';
import type { Article, ArticleText } from '../domain/article.ts';
import type { Member } from '../domain/permission.ts';
import type { Lane } from '../domain/sight.ts';
import { findArticleText } from './article-texts.ts';
import { articlesOfIds } from './articles.ts';
import type { Db } from './client.ts';
import { Prisma } from './generated/sqlite/client.ts';
import type { Session } from './session.ts';
import type { LockedCoding, Step } from './step.ts';
import { lockAsMember, type SavedStep, writeStep } from './steps.ts';

const { sql } = Prisma;

/** Where a step over several articles happens, by whom, and what it is called. */
export interface WideScope {
  readonly member: Member;
  /** Codings of articles. */
  readonly places: readonly StepPlace[];
  /** A UUID: names the step in each of its articles. */
  readonly step: string;
}

/** A coding that a step changes. */
export interface StepPlace {
  readonly articleId: string;
  readonly lane: Lane;
}

/**
 * Saves a step in several codings in one transaction, all of it or nothing; `plan` is asked once for each, when
 * nobody else can change it any more. What is not in the member's project, or deleted, is passed over. Throws as
 * `saveStep` does.
 */
export async function saveWideStep(
  db: Db,
  { member, places, step }: WideScope,
  plan: (locked: LockedCoding) => Promise<Step>,
): Promise<SavedStep[]> {
  const works = await worksAt(db, member, places);
  return db.transaction(async (session) => {
    const saved: SavedStep[] = [];
    for (const work of works) {
      const locked = await lockAsMember(session, { member, ...work, requestKey: step }, 'coding');
      saved.push(await writeStep(locked, await plan(locked)));
      // SQLite answers without waiting: others who only read get their turn.
      await setImmediate();
    }
    return saved;
  });
}

interface Work {
  readonly article: Article;
  readonly text: ArticleText;
  readonly lane: Lane;
}

async function worksAt(db: Db, { projectId }: Member, places: readonly StepPlace[]): Promise<Work[]> {
  const articles = await articlesOfIds(
    db,
    projectId,
    places.map(({ articleId }) => articleId),
  );
  // In one order for all, so that two such steps never wait for each other.
  const each = new Map(places.map((place) => [`${place.articleId} ${place.lane}`, place]));
  const works: Work[] = [];
  for (const key of [...each.keys()].sort()) {
    const place = each.get(key);
    const article = place && articles.get(place.articleId);
    const text = article && !article.deletedAt && (await findArticleText(db, projectId, article.id));
    if (place && article && text) works.push({ article, text, lane: place.lane });
  }
  return works;
}

/** A person's step as history has it. */
export interface WideStep {
  readonly step: string;
  /** What it did with annotations. */
  readonly action: 'create' | 'update' | 'delete';
  readonly annotations: number;
  readonly articles: number;
  readonly state: 'done' | 'undone' | 'settled';
}

/** A step that a person made in a project, over all of its articles; null where there is none of that name. */
export async function findWideStep(
  session: Session,
  { annotatorId, projectId }: Member,
  step: string,
): Promise<WideStep | null> {
  const rows = await session.rows(sql`
    SELECT "action", "state", count(*), count(DISTINCT "articleId") FROM "Event"
    WHERE "step" = ${step} AND "annotatorId" = ${annotatorId} AND "projectId" = ${projectId}
      AND "subject" = 'annotation' AND "action" IN ('create', 'update', 'delete')
    GROUP BY "action", "state"`);
  const groups = rows.map(([action, state, annotations, articles]) => ({
    action: action as WideStep['action'],
    state: state as WideStep['state'],
    annotations: Number(annotations),
    articles: Number(articles),
  }));
  const [first] = groups;
  if (!first) return null;
  const standing =
    groups.find(({ state }) => state === 'done') ?? groups.find(({ state }) => state === 'undone');
  const shown = standing ?? first;
  return { ...shown, step };
}

/** The codings in which a person's step can be undone, or redone. */
export async function placesOfStep(
  session: Session,
  { annotatorId, projectId }: Member,
  step: string,
  state: 'done' | 'undone',
): Promise<StepPlace[]> {
  const wanted = state === 'done' ? sql`'done'` : sql`'undone'`;
  const rows = await session.rows(sql`
    SELECT DISTINCT "articleId", "lane" FROM "Event"
    WHERE "step" = ${step} AND "annotatorId" = ${annotatorId} AND "projectId" = ${projectId} AND "state" = ${wanted}`);
  return rows.map(([articleId, lane]) => ({ articleId: String(articleId), lane: String(lane) }));
}
