import { audit } from '../../accounts/audit.ts';
import { NO_FILTER } from '../../domain/annotation-filter.ts';
import {
  CODEBOOK_LIMITS,
  type Codebook,
  type NumberedCodebook,
  withAllOf,
} from '../../domain/codebook/codebook.ts';
import { changedKind, compareCodebooks, isSameCodebook } from '../../domain/codebook/compare.ts';
import { EditConflictError, InvalidInputError } from '../../domain/errors.ts';
import { type Member, require } from '../../domain/permission.ts';
import { sightOf } from '../../domain/sight.ts';
import type { Tag } from '../../domain/tag.ts';
import { t } from '../../messages/language.ts';
import { countMatching } from '../../store/annotation-table.ts';
import type { Database, Db } from '../../store/client.ts';
import { insertCodebook } from '../../store/codebooks.ts';
import type { From } from '../people/change-people.ts';

/** What is to be saved, and the version that it was made from. */
export interface CodebookChange {
  readonly codebook: Codebook;
  readonly remark: string;
  readonly seen: number;
}

/**
 * Saves a codebook as the next version, which holds from now on, and gives its number. A tag that it leaves out stays,
 * switched off: annotations have it. Where it says what `current` says,
 * that one's. Throws ForbiddenError, InvalidInputError (field `remark`; `document` where a field becomes another kind), and EditConflictError with the number of the
 * version that holds where it is not the one that was seen.
 */
export async function changeCodebook(
  db: Db,
  member: Member,
  current: NumberedCodebook,
  { codebook: wanted, remark, seen }: CodebookChange,
  from: From = {},
): Promise<number> {
  require(member, 'changeCodebook');
  if (remark.length > CODEBOOK_LIMITS.remark)
    throw new InvalidInputError({ remark: t('codebook.tooLong', { most: CODEBOOK_LIMITS.remark }) });
  if (seen !== current.number) throw conflict(current.number);
  const turned = changedKind(current, wanted);
  if (turned) throw new InvalidInputError({ document: t('codebook.kindStays', { name: turned.name }) });
  const codebook = withAllOf(current, wanted);
  if (isSameCodebook(current, codebook)) return current.number;
  const { projectId, accountId } = member;
  const change = { codebook, remark: remark.trim(), seen };
  const saved = await insertCodebook(db, member, change, (tx, version) =>
    audit(tx, { action: 'codebook-changed', projectId, accountId, details: { version }, ...from }),
  );
  if (saved === null) throw conflict(seen + 1);
  return saved;
}

function conflict(number: number): EditConflictError<number> {
  return new EditConflictError(t('codebook.conflict', { number }), number);
}

/** How many annotations have each of the tags that are different in the new codebook, as far as the member sees them. */
export async function countTouched(
  database: Database,
  member: Member,
  before: Codebook,
  after: Codebook,
): Promise<ReadonlyMap<Tag, number>> {
  const tags = [...new Set(compareCodebooks(before, after).differences.map(({ tag }) => tag))];
  const counted = tags.map(async (tag) => {
    const { total } = await countMatching(database, sightOf(member), { ...NO_FILTER, tag });
    return [tag, total] as const;
  });
  return new Map(await Promise.all(counted));
}
