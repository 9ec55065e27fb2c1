import { AUDIT_FACTS, type AuditAction, type AuditFact } from '../domain/audit.ts';
import type { CsvColumn } from '../formats/writing/cell-run.ts';
import { csvChunks } from '../formats/writing/csv-chunks.ts';
import { accountNames } from '../store/accounts.ts';
import { type AuditFilter, type AuditRow, listAuditRows } from '../store/audit-events.ts';
import type { Db } from '../store/client.ts';

/** A line of the log with the names that its ids stand for today. */
export interface AuditLine extends Pick<AuditRow, 'id' | 'accountId' | 'subject' | 'address'> {
  readonly at: Date;
  readonly action: AuditAction;
  readonly who: string | null;
  /** The name of the account that it was done to; null where it was none. */
  readonly whom: string | null;
  /** What it tells beside that, in the order in which it was written. */
  readonly facts: readonly (readonly [fact: AuditFact, value: string])[];
}

/** Lines of the log as people read them. Whoever's name was taken away has none here either. */
export async function describeAudit(db: Db, rows: readonly AuditRow[]): Promise<AuditLine[]> {
  const ids = rows.flatMap(({ accountId, subject }) => [accountId, subject]).filter((id) => id !== null);
  const names = await accountNames(db, [...new Set(ids)]);
  return rows.map(({ createdAt, action, details, ...row }) => ({
    ...row,
    at: createdAt,
    // Only actions of the list are ever written.
    action: action as AuditAction,
    who: names.get(row.accountId ?? '') ?? null,
    whom: names.get(row.subject ?? '') ?? null,
    facts: factsIn(details),
  }));
}

function factsIn(details: unknown): [AuditFact, string][] {
  if (typeof details !== 'object' || details === null) return [];
  return Object.entries(details).flatMap(([name, value]): [AuditFact, string][] => {
    const fact = AUDIT_FACTS.find((each) => each === name);
    return fact === undefined || value === null ? [] : [[fact, String(value)]];
  });
}

const COLUMNS: readonly CsvColumn<AuditLine>[] = [
  { name: 'at', cell: ({ at }) => at.toISOString() },
  { name: 'action', cell: ({ action }) => action },
  { name: 'account_id', cell: ({ accountId }) => accountId },
  { name: 'account', cell: ({ who }) => who },
  { name: 'subject_id', cell: ({ subject }) => subject },
  { name: 'subject', cell: ({ whom }) => whom },
  { name: 'details', cell: ({ facts }) => facts.map((fact) => fact.join(' ')).join(', ') },
  { name: 'address', cell: ({ address }) => address },
];

/** Facts that may name others. */
const OF_OTHERS: readonly AuditFact[] = ['email', 'to'];

const OWN_COLUMNS: readonly CsvColumn<AuditLine>[] = [
  { name: 'at', cell: ({ at }) => at.toISOString() },
  { name: 'action', cell: ({ action }) => action },
  {
    name: 'details',
    cell: ({ facts }) =>
      facts
        .filter(([fact]) => !OF_OTHERS.includes(fact))
        .map((fact) => fact.join(' '))
        .join(', '),
  },
  { name: 'address', cell: ({ address }) => address },
];

/** What one account did, as CSV, without whom it was done to. */
export function exportOwnAudit(db: Db, accountId: string): AsyncGenerator<Uint8Array> {
  return csvChunks(OWN_COLUMNS, batches(db, { accountId }), (line) => line, false);
}

const BATCH = 500;

/** The log as CSV, newest first, in chunks as they are asked for. */
export function exportAudit(db: Db, filter: AuditFilter, raw: boolean): AsyncGenerator<Uint8Array> {
  return csvChunks(COLUMNS, batches(db, filter), (line) => line, raw);
}

async function* batches(db: Db, filter: AuditFilter): AsyncGenerator<AuditLine[]> {
  for (let before: string | undefined; ; ) {
    const rows = await listAuditRows(db, filter, { before, take: BATCH });
    yield await describeAudit(db, rows);
    before = rows.at(-1)?.id;
    if (rows.length < BATCH) return;
  }
}
