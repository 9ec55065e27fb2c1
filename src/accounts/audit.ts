import type { AuditEntry } from '../domain/audit.ts';
import { addAuditRow } from '../store/audit-events.ts';
import type { Db, Tx } from '../store/client.ts';

/** Writes into the log what was done; with the transaction that does it where there is one. */
export async function audit(db: Db | Tx, entry: AuditEntry): Promise<void> {
  await addAuditRow(db, entry);
}
