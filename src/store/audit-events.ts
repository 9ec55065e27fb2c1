import { v7 as uuidv7 } from 'uuid';
import type { Db, Tx } from './client.ts';
import { Prisma } from './generated/sqlite/client.ts';

/** One line of the audit log. */
export interface AuditRow {
  readonly id: string;
  readonly projectId: string | null;
  readonly accountId: string | null;
  readonly action: string;
  readonly subject: string | null;
  readonly details: unknown;
  readonly address: string | null;
  readonly createdAt: Date;
}

/** A line as it is handed in; what is not said is null. */
export interface NewAuditRow {
  readonly action: string;
  readonly projectId?: string | undefined;
  readonly accountId?: string | undefined;
  readonly subject?: string | undefined;
  readonly address?: string | undefined;
  readonly details?: Prisma.InputJsonObject | undefined;
}

/** Adds a line; nothing ever changes or removes one. */
export async function addAuditRow(db: Db | Tx, row: NewAuditRow): Promise<void> {
  const { action, projectId = null, accountId = null, subject = null, address = null } = row;
  const details = row.details ?? Prisma.DbNull;
  await db.auditEvent.create({
    data: { id: uuidv7(), action, projectId, accountId, subject, address, details },
  });
}

/** What to read of the log: of one project, or of the desk. */
export interface AuditFilter {
  readonly projectId?: string | undefined;
  readonly action?: string | undefined;
  /** Who did it. */
  readonly accountId?: string | undefined;
}

/** Lines of the log behind a place in it, newest first; without a place from the newest on. */
export function listAuditRows(
  db: Db,
  { projectId, action, accountId }: AuditFilter,
  page: { readonly before?: string | undefined; readonly take: number },
): Promise<AuditRow[]> {
  const where = {
    ...(projectId !== undefined && { projectId }),
    ...(action !== undefined && { action }),
    ...(accountId !== undefined && { accountId }),
    ...(page.before !== undefined && { id: { lt: page.before } }),
  };
  return db.auditEvent.findMany({ where, orderBy: { id: 'desc' }, take: page.take });
}
