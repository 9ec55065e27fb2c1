import type { Sight } from '../domain/sight.ts';
import { Prisma } from './generated/sqlite/client.ts';

const { sql, join } = Prisma;

/** Of rows of people's work: those of a project that a sight takes in. All blindness of the lists stands here. */
export function seenBy({ projectId, lanes }: Sight): Prisma.Sql {
  const inProject = sql`"projectId" = ${projectId}`;
  if (lanes === 'all') return inProject;
  if (lanes.length === 0) return sql`1 = 0`;
  const [lane] = lanes;
  const ofLane = lanes.length === 1 ? sql`"lane" = ${lane}` : sql`"lane" IN (${join([...lanes])})`;
  return sql`${inProject} AND ${ofLane}`;
}

/** The same for Prisma's client. */
export function whereSeen({ projectId, lanes }: Sight): {
  readonly projectId: string;
  readonly lane?: { readonly in: string[] };
} {
  return lanes === 'all' ? { projectId } : { projectId, lane: { in: [...lanes] } };
}
