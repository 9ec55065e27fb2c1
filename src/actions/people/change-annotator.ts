import { audit } from '../../accounts/audit.ts';
import { InvalidInputError, NotFoundError } from '../../domain/errors.ts';
import { type Member, require } from '../../domain/permission.ts';
import { checkedName } from '../../domain/person-settings.ts';
import { t } from '../../messages/language.ts';
import { findImported, type ImportedName, updateImported } from '../../store/annotators.ts';
import type { Db, Tx } from '../../store/client.ts';
import { findMembership } from '../../store/people.ts';
import type { From } from './change-people.ts';

/** What an imported name is to be called, and whose it is; null for nobody's. */
export type NewImportedName = Pick<ImportedName, 'name' | 'accountId'>;

/**
 * Says whose a name is that came with files, or that it is nobody's, and what it is called. Nothing is joined: its work stays
 * under it, and a file that names it again meets it by the name that it had there. Gives what it was before, which
 * takes it back. Throws ForbiddenError, NotFoundError, InvalidInputError (fields `name`, `account`).
 */
export async function changeImported(
  db: Db,
  member: Member,
  id: string,
  typed: NewImportedName,
  from: From,
): Promise<ImportedName> {
  require(member, 'managePeople');
  const wanted = { accountId: typed.accountId, name: checkedName(typed.name) };
  return db.$transaction(async (tx) => {
    const before = await findImported(tx, member.projectId, id);
    if (!before) throw new NotFoundError('person');
    await checkOwner(tx, member.projectId, wanted.accountId);
    await updateImported(tx, member.projectId, id, wanted);
    await tell(tx, member, before, wanted, from);
    return before;
  });
}

async function checkOwner(tx: Tx, projectId: string, accountId: string | null): Promise<void> {
  if (accountId === null || (await findMembership(tx, projectId, accountId))) return;
  throw new InvalidInputError({ account: t('people.notMember') });
}

async function tell(
  tx: Tx,
  { projectId, accountId }: Member,
  before: ImportedName,
  after: NewImportedName,
  from: From,
): Promise<void> {
  const told = { projectId, accountId, subject: before.id, ...from };
  if (before.name !== after.name) await audit(tx, { action: 'annotator-renamed', ...told });
  if (before.accountId === after.accountId) return;
  const action = after.accountId === null ? 'annotator-unlinked' : 'annotator-linked';
  await audit(tx, { action, ...told, details: { to: after.accountId } });
}
