import { NotFoundError } from '../domain/errors.ts';
import type { ImportChoices } from '../domain/import.ts';
import { type Member, require } from '../domain/permission.ts';
import type { Db } from '../store/client.ts';
import { findImport, startImport } from '../store/imports.ts';
import { previewImport } from './annotations/preview-import.ts';
import { wakeImports } from './wake.ts';

/**
 * Sets an import to work with what its labels become. Throws ForbiddenError, and NotFoundError where it waits for no
 * such word.
 */
export async function chooseLabels(
  db: Db,
  member: Member,
  importId: string,
  choices: ImportChoices,
): Promise<void> {
  require(member, 'importAnnotations');
  const found = await findImport(db, member.projectId, importId);
  if (found?.state !== 'preview') throw new NotFoundError('import that waits for you');
  const { documents, unreadable } = await previewImport(db, importId);
  const kept = { ...choices, names: found.names };
  await startImport(db, member.projectId, importId, kept, documents + unreadable.count);
  wakeImports(db);
}
