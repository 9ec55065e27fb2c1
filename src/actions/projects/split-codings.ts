import { audit } from '../../accounts/audit.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { type Member, require } from '../../domain/permission.ts';
import type { Project } from '../../domain/project.ts';
import { wakeWorker } from '../../import/worker.ts';
import { t } from '../../messages/language.ts';
import type { Db } from '../../store/client.ts';
import { insertSplit } from '../../store/splits.ts';
import type { From } from '../people/change-people.ts';

/**
 * Begins to move what each annotator made in the shared codings of a project into codings of their own, an article after
 * another in the background, and gives the id of that work, whose page shows it and undoes it as a whole. Where
 * `isComplete`, sentences without a tag hold nothing, and codings that were blank are done. Throws ForbiddenError for who
 * does not own the project and while people work together, and InvalidInputError (field `split`) where there is nothing to
 * split, or something else is being brought in.
 */
export async function splitCodings(
  db: Db,
  member: Member,
  { name, isComplete }: Pick<Project, 'name'> & { readonly isComplete: boolean },
  from: From = {},
): Promise<string> {
  require(member, 'splitCodings');
  const { projectId, accountId } = member;
  const id = await insertSplit(db, member, { name, isComplete }, async (tx, articles) => {
    const details = { articles };
    await audit(tx, { action: 'codings-split', projectId, accountId, subject: projectId, details, ...from });
  });
  if (id === null) throw new InvalidInputError({ split: t('projects.noSplit') });
  wakeWorker(db);
  return id;
}
