import { type MessageKey, t } from '../messages/language.ts';
import { ForbiddenError, NotFoundError } from './errors.ts';
import type { Lane } from './lane.ts';
import { type Member, ROLES, type Role } from './member.ts';
import { isGiven, isOpenWhenArchived, type Verb } from './rights.ts';
import { writableLanes } from './sight.ts';

export { type Member, ROLES, type Role, type SightSettings, WAYS, type Way } from './member.ts';
export { isThereToCode, makesCodings, ownsProject, RIGHTS, type Verb } from './rights.ts';

/** What is done in a coding asks for that coding; null where the member has none to write in. */
type LaneVerb = 'writeCoding' | 'undoOwnStep' | 'finishCoding';

/** A verb with what it is done to, where that matters. Without a coding it is asked for any. */
export type Act =
  | [verb: Verb, subject?: undefined]
  | [verb: LaneVerb, subject?: { readonly lane: Lane | null }];

const REFUSALS: Readonly<Record<Verb, MessageKey>> = {
  readArticle: 'refusal.see',
  readAllCodings: 'refusal.see',
  export: 'refusal.see',
  exportEverything: 'refusal.ownersOnly',
  writeCoding: 'refusal.annotate',
  undoOwnStep: 'refusal.change',
  finishCoding: 'refusal.finishCoding',
  unlockCoding: 'refusal.leadsOnly',
  adjudicate: 'refusal.leadsOnly',
  importArticles: 'refusal.import',
  importOwn: 'refusal.import',
  importAs: 'refusal.importAs',
  seeImportsOfOthers: 'refusal.see',
  undoImport: 'refusal.change',
  undoImportOfOthers: 'refusal.undoImport',
  editArticle: 'refusal.editArticle',
  deleteArticle: 'refusal.deleteArticle',
  purgeArticle: 'refusal.deleteArticle',
  assign: 'refusal.assign',
  takeArticle: 'refusal.takeArticle',
  seeProgress: 'refusal.seeProgress',
  seeNames: 'refusal.see',
  comment: 'refusal.change',
  seeAgreement: 'refusal.leadsOnly',
  readCodebook: 'refusal.see',
  changeCodebook: 'refusal.ownersOnly',
  changeProject: 'refusal.changeProject',
  switchWay: 'refusal.changeProject',
  splitCodings: 'refusal.splitCodings',
  liftBlind: 'refusal.changeProject',
  archiveProject: 'refusal.changeProject',
  copyProject: 'refusal.changeProject',
  managePeople: 'refusal.managePeople',
  leaveProject: 'refusal.change',
  readAudit: 'refusal.ownersOnly',
};

/** Whether the member may do this; for pages that show what can be done. */
export function may(member: Member, ...[verb, subject]: Act): boolean {
  if (member.isArchived && !isOpenWhenArchived(verb)) return false;
  return isGiven(member, verb) && (subject === undefined || writes(member, subject));
}

/**
 * For a member read anew inside of the transaction that writes for them: throws NotFoundError where they are in the
 * project no more, ForbiddenError where they are something else there by now and may not write in the coding.
 */
export function requireStill(before: Member, now: Member | null, lane: Lane): void {
  if (!now) throw new NotFoundError('article');
  const isSame = now.role === before.role && now.way === before.way && now.isArchived === before.isArchived;
  if (!isSame) require(now, 'writeCoding', { lane });
}

/** Of whatever a member is made meanwhile, the roles in which `requireStill` lets them go on. */
export function rolesStill(before: Member, lane: Lane): readonly Role[] {
  return ROLES.filter((role) => role === before.role || may({ ...before, role }, 'writeCoding', { lane }));
}

function writes(member: Member, { lane }: { readonly lane: Lane | null }): boolean {
  return lane !== null && writableLanes(member).includes(lane);
}

/** Throws ForbiddenError where the member may not do this. */
export function require(member: Member, ...act: Act): void {
  if (may(member, ...act)) return;
  const mayOtherwise = may({ ...member, isArchived: false }, ...act);
  throw new ForbiddenError(t(mayOtherwise ? 'refusal.archived' : REFUSALS[act[0]]));
}

/** Throws ForbiddenError where a comment is somebody else's, or the member may not comment. */
export function requireOwnComment(member: Member, { annotatorId }: { readonly annotatorId: string }): void {
  require(member, 'comment');
  if (!member.annotatorIds.includes(annotatorId)) throw new ForbiddenError(t('refusal.othersComment'));
}

/** The role of this name; undefined where there is none. */
export function roleNamed(name: string | null | undefined): Role | undefined {
  return ROLES.find((role) => role === name);
}

/** Throws ForbiddenError for whoever does not look after the desk, and so makes no projects. */
export function requireAdmin({ isAdmin }: { readonly isAdmin: boolean }): void {
  if (!isAdmin) throw new ForbiddenError(t('refusal.createProject'));
}
