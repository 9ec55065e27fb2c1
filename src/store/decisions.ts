import type { CaseCounts, Decision, DecisionContent } from '../domain/decision.ts';
import { EditConflictError } from '../domain/errors.ts';
import { type Change, sameContent } from '../domain/history.ts';
import type { Member } from '../domain/permission.ts';
import { FINAL, type Lane } from '../domain/sight.ts';
import type { Columns } from './dialect.ts';
import { Prisma } from './generated/sqlite/client.ts';
import { list, parsed, timeOf } from './json-rows.ts';
import { idsIn, rowsIn, stamp } from './save-sql.ts';
import type { Session } from './session.ts';
import type { LockedCoding } from './step.ts';

const { sql, raw } = Prisma;

const COLUMNS = {
  id: 'text',
  kind: 'text',
  sources: 'jsonb',
  results: 'jsonb',
  annotatorId: 'text',
  isStale: 'boolean',
  createdAt: 'timestamp(3)',
} as const satisfies Columns;

/** As JSON writes it: truth values are numbers on SQLite. */
type DecisionRow = Omit<Decision, 'isStale' | 'createdAt'> & {
  readonly isStale: boolean | number;
  readonly createdAt: string;
};

/** The decisions on an article that hold, those made first coming first. For whoever adjudicates. */
export async function decisionsOn(
  session: Session,
  { projectId }: Member,
  articleId: string,
): Promise<Decision[]> {
  const from = sql`"Decision" WHERE "articleId" = ${articleId} AND "projectId" = ${projectId}
    AND "deletedAt" IS NULL ORDER BY "id"`;
  const [row = []] = await session.rows(list(session, COLUMNS, from));
  return parsed<DecisionRow>(row[0]).map(({ isStale, createdAt, ...decision }) => ({
    ...decision,
    isStale: Boolean(isStale),
    createdAt: timeOf(createdAt) ?? new Date(0),
  }));
}

type DecisionChange = Extract<Change, { subject: 'decision' }>;

/** Writes what a step changes of decisions, having checked that each still is as `before` says. */
export async function applyToDecisions(
  { session, scope }: LockedCoding,
  changes: readonly Change[],
): Promise<void> {
  const turned = changes.filter((change): change is DecisionChange => change.subject === 'decision');
  if (turned.length === 0) return;
  const { articleId } = scope.text;
  const there = new Map((await decisionsOn(session, scope.member, articleId)).map((one) => [one.id, one]));
  for (const { subjectId, before, after } of turned) {
    const current = there.get(subjectId);
    if (!sameContent(current ? contentOf(current) : null, before))
      throw new EditConflictError('Somebody else has decided this case in the meantime.', null);
    if (after) await put(session, scope.member, { ...after, id: subjectId, articleId });
    else await remove(session, subjectId);
  }
}

function contentOf({ kind, sources, results, annotatorId, isStale }: DecisionContent): DecisionContent {
  return { kind, sources, results, annotatorId, isStale };
}

const NEW_COLUMNS = { ...COLUMNS, projectId: 'text', articleId: 'text' } as const satisfies Columns;

async function put(
  session: Session,
  { projectId }: Member,
  decision: DecisionContent & { readonly id: string; readonly articleId: string },
): Promise<void> {
  const row = { ...decision, projectId, createdAt: new Date() };
  const names = Object.keys(NEW_COLUMNS).map((name) => `"${name}"`);
  await session.rows(sql`
    INSERT INTO "Decision" (${raw(names.join())}) ${rowsIn(session.dialect, NEW_COLUMNS, [row])}
    ON CONFLICT ("id") DO UPDATE SET "isStale" = excluded."isStale", "deletedAt" = NULL`);
}

async function remove(session: Session, id: string): Promise<void> {
  await session.rows(sql`UPDATE "Decision" SET "deletedAt" = ${stamp(new Date())} WHERE "id" = ${id}`);
}

/** Keeps with the final coding how many cases there are, and how many of them are decided. */
export async function keepCaseCounts(
  session: Session,
  { projectId }: Member,
  articleId: string,
  { cases, decided }: CaseCounts,
): Promise<void> {
  await session.rows(sql`
    UPDATE "Coding" SET "caseCount" = ${cases}, "decidedCount" = ${decided}
    WHERE "articleId" = ${articleId} AND "projectId" = ${projectId} AND "lane" = ${FINAL}`);
}

/** The articles on which somebody has decided and of which one of these lanes is a coding. */
export async function articlesDecidedOn(
  session: Session,
  projectId: string,
  lanes: readonly Lane[],
): Promise<string[]> {
  const rows = await session.rows(sql`
    SELECT DISTINCT "d"."articleId" FROM "Decision" AS "d"
    JOIN "Coding" AS "c" ON "c"."articleId" = "d"."articleId" AND "c"."lane" IN (${idsIn(session.dialect, lanes)})
    WHERE "d"."projectId" = ${projectId} AND "d"."deletedAt" IS NULL ORDER BY 1`);
  return rows.map(([id]) => String(id));
}
