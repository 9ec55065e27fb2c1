import { type MessageKey, t } from '../messages/language.ts';
import type { Annotation } from './annotation.ts';
import { ForbiddenError } from './errors.ts';

/** What a person can be in a project, those who may do most first. */
export const ROLES = ['owner', 'adjudicator', 'coder', 'reader'] as const;

/** What a person is in a project. */
export type Role = (typeof ROLES)[number];

/** Whether the people of a project make one coding of an article together, or each their own. */
export const WAYS = ['together', 'apart'] as const;

/** How the people of a project work. */
export type Way = (typeof WAYS)[number];

/** What a project says of who sees what. */
export interface ProjectWay {
  readonly way: Way;
  /** Apart: whether coders see nothing of each other's codings. */
  readonly isBlind: boolean;
  /** Apart: whether a coder may see the final coding beside their own once both are done. */
  readonly showsResult: boolean;
  /** Apart: whether coders see who made what. */
  readonly showsNames: boolean;
  /** Whether it is put away: to be read and exported, not to be changed. */
  readonly isArchived: boolean;
}

/** Who acts, and as what, in which project. Every action begins with one. */
export interface Member extends ProjectWay {
  readonly accountId: string;
  /** Under which name they work in the project. */
  readonly annotatorId: string;
  /** All names there that are theirs, that one among them. */
  readonly annotatorIds: readonly string[];
  readonly projectId: string;
  readonly role: Role;
}

/** What can be done in a project beyond reading it; whoever is in a project may read it. */
export type Verb = PlainVerb | 'editAnnotation';

type PlainVerb =
  | 'annotate'
  | 'undoOwnStep'
  | 'editArticle'
  | 'deleteArticle'
  | 'importArticles'
  | 'importAnnotations'
  | 'undoImport'
  | 'changeProject'
  | 'assign'
  | 'takeArticle'
  | 'finishCoding'
  | 'seeProgress'
  | 'archiveProject'
  | 'copyProject'
  | 'managePeople'
  | 'leaveProject';

/** A verb with what it is done to, where that matters. */
export type Act =
  | [verb: PlainVerb, subject?: undefined]
  | [verb: 'editAnnotation', subject: Pick<Annotation, 'annotatorId'>];

/** Who may do what. A role that a verb does not list may not do it, so new roles may do nothing. */
export const RIGHTS: Readonly<Record<Verb | 'editAnnotationOfOthers', readonly Role[]>> = {
  /** Tagging, accepting and dismissing suggestions, marking sentences as holding nothing. */
  annotate: ['owner', 'adjudicator', 'coder'],
  /** Changing and deleting one's own annotation. */
  editAnnotation: ['owner', 'adjudicator', 'coder'],
  /** The same with somebody else's: the people of a project work together. */
  editAnnotationOfOthers: ['owner', 'adjudicator', 'coder'],
  undoOwnStep: ['owner', 'adjudicator', 'coder'],
  /** Correcting an article's details. */
  editArticle: ['owner', 'adjudicator', 'coder'],
  /** What somebody deleted comes back by their own undo, or by importing the text. */
  deleteArticle: ['owner'],
  importArticles: ['owner', 'adjudicator', 'coder'],
  /** With the articles in the files; also choosing labels, and cancelling before the import begins. */
  importAnnotations: ['owner', 'adjudicator', 'coder'],
  /** Taking an import back and bringing it in again. */
  undoImport: ['owner', 'adjudicator', 'coder'],
  /** What holds for everybody in the project. */
  changeProject: ['owner'],
  /** Giving articles to coders, taking them back, letting coders take them, practice. */
  assign: ['owner', 'adjudicator'],
  /** Taking an article for oneself. */
  takeArticle: ['owner', 'adjudicator', 'coder'],
  /** Saying that one's own coding is done, and opening it again. */
  finishCoding: ['owner', 'adjudicator', 'coder'],
  /** How far others are. */
  seeProgress: ['owner', 'adjudicator'],
  /** Putting it away, and bringing it back. */
  archiveProject: ['owner'],
  copyProject: ['owner'],
  /** Inviting, roles, removing, passing ownership on; whose an imported name is. */
  managePeople: ['owner'],
  leaveProject: ROLES,
};

/** What there is to do only where each coder has a coding of their own. */
const ONLY_APART: readonly Verb[] = ['assign', 'takeArticle', 'finishCoding'];

/** What can be done in an archived project too, beside reading and exporting it. */
const OPEN_WHEN_ARCHIVED: ReadonlySet<string> = new Set<Verb>([
  'archiveProject',
  'copyProject',
  'managePeople',
  'leaveProject',
]);

const REFUSALS = {
  annotate: 'refusal.annotate',
  editAnnotation: 'refusal.annotate',
  undoOwnStep: 'refusal.change',
  editArticle: 'refusal.editArticle',
  deleteArticle: 'refusal.deleteArticle',
  importArticles: 'refusal.import',
  importAnnotations: 'refusal.import',
  undoImport: 'refusal.change',
  changeProject: 'refusal.changeProject',
  assign: 'refusal.assign',
  takeArticle: 'refusal.takeArticle',
  finishCoding: 'refusal.finishCoding',
  seeProgress: 'refusal.seeProgress',
  archiveProject: 'refusal.changeProject',
  copyProject: 'refusal.changeProject',
  managePeople: 'refusal.managePeople',
  leaveProject: 'refusal.change',
} as const satisfies Readonly<Record<Verb, MessageKey>>;

/** Whether the member may do this; for pages that show what can be done. */
export function may({ annotatorId, role, way, isArchived }: Member, ...[verb, subject]: Act): boolean {
  if (ONLY_APART.includes(verb) && way !== 'apart') return false;
  if (isArchived && !OPEN_WHEN_ARCHIVED.has(verb)) return false;
  const isOfOthers = verb === 'editAnnotation' && subject.annotatorId !== annotatorId;
  // The types know every verb and role; what comes from a database of another version may not be one of them.
  return RIGHTS[isOfOthers ? 'editAnnotationOfOthers' : verb]?.includes(role) ?? false;
}

/** Throws ForbiddenError where the member may not do this. */
export function require(member: Member, ...act: Act): void {
  if (may(member, ...act)) return;
  const mayOtherwise = may({ ...member, isArchived: false }, ...act);
  throw new ForbiddenError(t(mayOtherwise ? 'refusal.archived' : REFUSALS[act[0]]));
}

/** Whether somebody in this role makes codings, so that articles can be given to them. */
export function makesCodings(role: Role): boolean {
  return RIGHTS.takeArticle.includes(role);
}

/** Whether coding is what somebody in this role is there for: these are proposed when articles are given out. */
export function isThereToCode(role: Role): boolean {
  return makesCodings(role) && !RIGHTS.assign.includes(role);
}
