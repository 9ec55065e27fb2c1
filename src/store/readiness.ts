import type { Db } from './client.ts';

/** Rejects where the database cannot be reached, or has not been migrated. */
export async function probeDatabase(db: Db): Promise<void> {
  await db.project.findFirst({ select: { id: true } });
}
