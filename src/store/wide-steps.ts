// Steps over several articles: one name, one transaction, and in each article a step like any other.

import { setImmediate } from 'node:timers/promises';
import type { ArticleText } from '../domain/article.ts';
import type { Member } from '../domain/permission.ts';
import { findArticleText } from './article-texts.ts';
import type { Db } from './client.ts';
import { Prisma } from './generated/sqlite/client.ts';
import type { Session } from './session.ts';
import type { LockedArticle, Step } from './step.ts';
import { lockArticle, type SavedStep, writeStep } from './steps.ts';

const { sql } = Prisma;

/** Where a step over several articles happens, by whom, and what it is called. */
export interface WideScope {
  readonly member: Member;
  readonly articleIds: readonly string[];
  /** A UUID: names the step in each of its articles. */
  readonly step: string;
}

/**
 * Saves a step in several articles in one transaction, all of it or nothing; `plan` is asked once for each, when
 * nobody else can change it any more. What has no text in the member's project is passed over. Throws as
 * `saveStep` does.
 */
export async function saveWideStep(
  db: Db,
  { member, articleIds, step }: WideScope,
  plan: (locked: LockedArticle) => Promise<Step>,
): Promise<SavedStep[]> {
  const texts: ArticleText[] = [];
  // In one order for all, so that two such steps never wait for each other.
  for (const id of [...new Set(articleIds)].sort()) {
    const text = await findArticleText(db, member.projectId, id);
    if (text) texts.push(text);
  }
  return db.transaction(async (session) => {
    const saved: SavedStep[] = [];
    for (const text of texts) {
      const locked = await lockArticle(session, { member, text, requestKey: step });
      saved.push(await writeStep(locked, await plan(locked)));
      // SQLite answers without waiting: others who only read get their turn.
      await setImmediate();
    }
    return saved;
  });
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
  { userId, projectId }: Member,
  step: string,
): Promise<WideStep | null> {
  const rows = await session.rows(sql`
    SELECT "action", "state", count(*), count(DISTINCT "articleId") FROM "Event"
    WHERE "step" = ${step} AND "userId" = ${userId} AND "projectId" = ${projectId}
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

/** The articles in which a person's step can be undone, or redone. */
export async function articlesOfStep(
  session: Session,
  { userId, projectId }: Member,
  step: string,
  state: 'done' | 'undone',
): Promise<string[]> {
  const wanted = state === 'done' ? sql`'done'` : sql`'undone'`;
  const rows = await session.rows(sql`
    SELECT DISTINCT "articleId" FROM "Event"
    WHERE "step" = ${step} AND "userId" = ${userId} AND "projectId" = ${projectId} AND "state" = ${wanted}`);
  return rows.map(([articleId]) => String(articleId));
}
