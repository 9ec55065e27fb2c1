import { v7 as uuidv7 } from 'uuid';
import type { Member } from '../../src/domain/permission.ts';
import type { Db } from '../../src/store/client.ts';
import { insertProject } from '../../src/store/projects.ts';
import { localMember, memberAs } from './desk.ts';

/** Another project of the local person's, with its slug. */
export async function anotherProject(
  db: Db,
  name = `Project ${uuidv7()}`,
): Promise<{ readonly member: Member; readonly slug: string }> {
  const { accountId } = await localMember(db);
  const { id, slug } = await insertProject(db, accountId, { name });
  return { member: await memberAs(db, accountId, id), slug };
}
