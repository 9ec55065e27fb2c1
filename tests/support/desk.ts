import { v7 as uuidv7 } from 'uuid';
import type { Member, Role } from '../../src/domain/permission.ts';
import { readArticle } from '../../src/import/articles/read.ts';
import { type Imported, importArticle } from '../../src/import/articles/store.ts';
import type { Db } from '../../src/store/client.ts';
import { ensureLocalPerson } from '../../src/store/members.ts';

/** The one person of local mode, in their own project. */
export async function localMember(db: Db): Promise<Member> {
  const [project] = (await ensureLocalPerson(db)).projects;
  if (!project) throw new Error('the local person has no project');
  return project.member;
}

/** Makes the local person something else in their projects. */
export async function becomes(db: Db, role: Role): Promise<void> {
  const { userId } = await localMember(db);
  await db.membership.updateMany({ where: { userId }, data: { role } });
}

/** Somebody with a project of their own, which the local person has no part in. */
export async function stranger(db: Db): Promise<Member> {
  await localMember(db);
  const [userId, projectId] = [uuidv7(), uuidv7()];
  await db.user.create({ data: { id: userId, name: 'Charlie' } });
  const memberships = { create: { userId, role: 'owner' as const } };
  await db.project.create({
    data: { id: projectId, slug: `s-${projectId}`, name: 'Elsewhere', memberships },
  });
  return { userId, projectId, role: 'owner' };
}

/** Imports a text with nothing given by hand. */
export async function importText(db: Db, member: Member, content: string): Promise<Imported> {
  return importArticle(db, member, readArticle({ content, given: {} }, 2_000_000));
}
