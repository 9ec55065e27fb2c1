import { v7 as uuidv7 } from 'uuid';
import type { Member, Role } from '../../src/domain/permission.ts';
import type { Db } from '../../src/store/client.ts';
import { localMember, memberAs } from './desk.ts';

/** The people of the tests. Alice is the local person, so over HTTP every request is hers. */
export interface Cast {
  /** Owns the project. */
  readonly alice: Member;
  /** Codes in it. */
  readonly bob: Member;
  /** May read it. */
  readonly rita: Member;
  /** Has a project of his own and no part in this one. */
  readonly charlie: Member;
}

export async function makeCast(db: Db): Promise<Cast> {
  const alice = await localMember(db);
  const elsewhere = uuidv7();
  await db.project.create({ data: { id: elsewhere, slug: elsewhere, name: 'Elsewhere' } });
  return {
    alice,
    bob: await join(db, 'Bob', alice.projectId, 'coder'),
    rita: await join(db, 'Rita', alice.projectId, 'reader'),
    charlie: await join(db, 'Charlie', elsewhere, 'owner'),
  };
}

async function join(db: Db, name: string, projectId: string, role: Role): Promise<Member> {
  const [accountId, annotatorId] = [uuidv7(), uuidv7()];
  await db.account.create({ data: { id: accountId, name } });
  await db.annotator.create({ data: { projectId, id: annotatorId, name, accountId } });
  await db.membership.create({ data: { projectId, accountId, annotatorId, role } });
  return memberAs(db, accountId, projectId);
}
