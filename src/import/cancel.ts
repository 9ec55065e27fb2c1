import { type Member, require } from '../domain/permission.ts';
import type { Db } from '../store/client.ts';
import { deletePreview } from '../store/imports.ts';

/** Throws an import away that has not begun. Throws ForbiddenError, and NotFoundError where it has. */
export async function cancelImport(db: Db, member: Member, importId: string): Promise<void> {
  require(member, 'importAnnotations');
  await deletePreview(db, member.projectId, importId);
}
