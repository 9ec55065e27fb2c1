import { type Member, require } from '../../domain/permission.ts';
import { setStaleDays } from '../../store/assignments.ts';
import type { Db } from '../../store/client.ts';

/** Keeps after how many days what was taken and not touched goes back; null for never. Throws ForbiddenError. */
export async function keepStaleDays(db: Db, member: Member, days: number | null): Promise<void> {
  require(member, 'assign');
  await setStaleDays(db, member.projectId, days);
}
