import { v7 as uuidv7 } from 'uuid';
import type { Member, Role } from '../../src/domain/permission.ts';
import type { Db } from '../../src/store/client.ts';
import { importText, localMember, memberAs } from './desk.ts';

/** A project in which people code apart. */
export interface ApartDesk {
  /** Owns it; the local person, so over HTTP every request is theirs. */
  readonly owner: Member;
  /** Called A, B, C … */
  readonly coders: readonly Member[];
  /** The articles, oldest first; the n-th has n sentences. */
  readonly articleIds: readonly string[];
}

/** Makes the local person's project one where people code apart, with coders and articles. */
export async function apartDesk(
  db: Db,
  { coders: howMany, articles }: { readonly coders: number; readonly articles: number },
): Promise<ApartDesk> {
  const { accountId, projectId } = await localMember(db);
  await db.project.update({ where: { id: projectId }, data: { way: 'apart' } });
  const owner = await memberAs(db, accountId, projectId);
  const coders: Member[] = [];
  for (let at = 0; at < howMany; at += 1) {
    coders.push(await joins(db, projectId, String.fromCharCode(65 + at), 'coder'));
  }
  const articleIds: string[] = [];
  for (let at = 0; at < articles; at += 1) articleIds.push(await addArticle(db, owner, at + 1));
  return { owner, coders, articleIds };
}

/** Somebody new in a project. */
export async function joins(db: Db, projectId: string, name: string, role: Role): Promise<Member> {
  const [accountId, annotatorId] = [uuidv7(), uuidv7()];
  await db.account.create({ data: { id: accountId, name } });
  await db.annotator.create({ data: { projectId, id: annotatorId, name, accountId } });
  await db.membership.create({ data: { projectId, accountId, annotatorId, role } });
  return memberAs(db, accountId, projectId);
}

async function addArticle(db: Db, owner: Member, sentences: number): Promise<string> {
  const said = Array.from({ length: sentences }, (_, at) => `Ferry ${sentences} was late ${at + 2} times.`);
  const { article } = await importText(db, owner, `title: Article ${sentences}\n\n${said.join(' ')}`);
  return article.id;
}
