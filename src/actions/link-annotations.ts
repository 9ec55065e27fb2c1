import { InvalidInputError } from '../domain/errors.ts';
import { linkChange } from '../domain/history.ts';
import { type Link, linkKindOf, linkName, turnedName } from '../domain/link.ts';
import { t } from '../messages/language.ts';
import type { Db } from '../store/client.ts';
import { linksIn, standingOf } from '../store/links.ts';
import type { LockedCoding, Step } from '../store/step.ts';
import { type SavedStep, saveStep } from '../store/steps.ts';
import type { LoadedAnnotation } from './load.ts';
import { editingScope } from './scope.ts';

/** What somebody wants an annotation linked to, as they chose it. */
export interface LinkDraft {
  readonly kind: string;
  readonly toId: string;
}

/**
 * Links an annotation to another one of the same coding; undo takes the link away. Throws ForbiddenError, CodingDoneError
 * and InvalidInputError (fields `kind` and `to`).
 */
export async function linkAnnotations(
  db: Db,
  loaded: LoadedAnnotation,
  draft: LinkDraft,
): Promise<SavedStep> {
  const scope = editingScope(loaded);
  const link = checkedLink(loaded.annotation.id, draft);
  return saveStep(db, scope, async (locked): Promise<Step> => {
    await refuseUnfit(locked, link);
    return { action: 'change', changes: [linkChange(link, 'add')] };
  });
}

function checkedLink(fromId: string, { kind: key, toId }: LinkDraft): Link {
  const kind = linkKindOf(key);
  const problems = {
    ...(kind ? {} : { kind: t('links.chooseKind') }),
    ...(toId === '' && { to: t('links.chooseOther') }),
    ...(toId === fromId && { to: t('links.notItself') }),
  };
  if (!kind || Object.keys(problems).length > 0) throw new InvalidInputError(problems);
  return { fromId, toId, kind };
}

/** What is in another coding is refused in the words for what is nowhere. */
async function refuseUnfit(locked: LockedCoding, link: Link): Promise<void> {
  const standing = await standingOf(locked, [link.toId]);
  if (!standing.has(link.toId)) throw new InvalidInputError({ to: t('links.notHere') });
  const there = await linksIn(locked);
  if (there.has(linkName(link)) || there.has(turnedName(link) ?? ''))
    throw new InvalidInputError({ to: t('links.already') });
}

/**
 * Takes away a link of an annotation, at whichever of its ends that stands; undo brings it back. One that is not there is
 * left at that. Throws ForbiddenError, CodingDoneError, and InvalidInputError where it is no link of this annotation.
 */
export async function unlinkAnnotations(db: Db, loaded: LoadedAnnotation, link: Link): Promise<SavedStep> {
  const scope = editingScope(loaded);
  const { id } = loaded.annotation;
  if (link.fromId !== id && link.toId !== id) throw new InvalidInputError({ to: t('links.notHere') });
  return saveStep(db, scope, async (locked): Promise<Step> => {
    const isThere = (await linksIn(locked)).has(linkName(link));
    return { action: 'change', changes: isThere ? [linkChange(link, 'remove')] : [] };
  });
}
