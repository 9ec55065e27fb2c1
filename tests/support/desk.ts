import { v7 as uuidv7 } from 'uuid';
import type { Member, Role } from '../../src/domain/permission.ts';
import { readArticle } from '../../src/import/articles/read.ts';
import { type Imported, importArticle } from '../../src/import/articles/store.ts';
import type { Db } from '../../src/store/client.ts';
import { ensureLocalPerson, findPerson } from '../../src/store/members.ts';

/** The one person of local mode, in their own project. */
export async function localMember(db: Db): Promise<Member> {
  const [project] = (await ensureLocalPerson(db)).projects;
  if (!project) throw new Error('the local person has no project');
  return project.member;
}

/** Makes the local person something else in their projects. */
export async function becomes(db: Db, role: Role): Promise<void> {
  const { accountId } = await localMember(db);
  await db.membership.updateMany({ where: { accountId }, data: { role } });
}

/** An account in one of its projects, as it is now. */
export async function memberAs(db: Db, accountId: string, projectId: string): Promise<Member> {
  const found = (await findPerson(db, accountId, false))?.projects.find(({ id }) => id === projectId);
  if (!found) throw new Error('nobody of this account is in the project');
  return found.member;
}

/** Somebody with a project of their own, which the local person has no part in. */
export async function stranger(db: Db): Promise<Member> {
  await localMember(db);
  const [accountId, annotatorId, projectId] = [uuidv7(), uuidv7(), uuidv7()];
  await db.account.create({ data: { id: accountId, name: 'Charlie' } });
  const memberships = { create: { accountId, annotatorId, role: 'owner' as const } };
  const annotators = { create: { id: annotatorId, name: 'Charlie', accountId } };
  await db.project.create({
    data: { id: projectId, slug: `s-${projectId}`, name: 'Elsewhere', memberships, annotators },
  });
  return memberAs(db, accountId, projectId);
}

/** Imports a text with nothing given by hand. */
export async function importText(db: Db, member: Member, content: string): Promise<Imported> {
  return importArticle(db, member, readArticle({ content, given: {} }, 2_000_000));
}
