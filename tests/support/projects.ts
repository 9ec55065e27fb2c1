import { v7 as uuidv7 } from 'uuid';
import type { Member } from '../../src/domain/permission.ts';
import type { Db } from '../../src/store/client.ts';
import { insertProject } from '../../src/store/projects.ts';
import { localMember } from './desk.ts';

/** Another project of the local person's, with its slug. */
export async function anotherProject(
  db: Db,
  name = `Project ${uuidv7()}`,
): Promise<{ readonly member: Member; readonly slug: string }> {
  const { userId } = await localMember(db);
  const { member, project } = await insertProject(db, userId, { name });
  return { member, slug: project.slug };
}
