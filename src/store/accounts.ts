import type { Db, Tx } from './client.ts';

/** Makes a person with the usual settings and no project. */
export async function addAccount(tx: Tx, account: { readonly id: string; readonly name: string }) {
  await tx.account.create({ data: account });
}

/** Gives a person another name, also as an annotator; a name that came with files stays. */
export async function renameAccount(db: Db | Tx, id: string, name: string): Promise<void> {
  await db.account.update({ where: { id }, data: { name } });
  await db.annotator.updateMany({ where: { accountId: id, importedAs: null }, data: { name } });
}

/** The names of people, by their ids; of those that are not there none. */
export async function accountNames(db: Db | Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.account.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** When an account was made; null where there is none. */
export async function openedAt(db: Db, id: string): Promise<Date | null> {
  return (await db.account.findUnique({ where: { id }, select: { createdAt: true } }))?.createdAt ?? null;
}

/** The person of local mode: the one who was there first. */
export async function firstAccount(db: Db | Tx): Promise<string | null> {
  return (await db.account.findFirst({ select: { id: true }, orderBy: { id: 'asc' } }))?.id ?? null;
}
