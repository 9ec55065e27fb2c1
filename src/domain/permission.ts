import { type MessageKey, t } from '../messages/language.ts';
import type { Annotation } from './annotation.ts';
import { ForbiddenError } from './errors.ts';

/** What a person is in a project. */
export type Role = 'owner' | 'annotator' | 'reader';

/** Who acts, and as what, in which project. Every action begins with one. */
export interface Member {
  readonly userId: string;
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
  | 'changeProject';

/** A verb with what it is done to, where that matters. */
export type Act =
  | [verb: PlainVerb, subject?: undefined]
  | [verb: 'editAnnotation', subject: Pick<Annotation, 'userId'>];

/** Who may do what. A role that a verb does not list may not do it, so new roles may do nothing. */
export const RIGHTS: Readonly<Record<Verb | 'editAnnotationOfOthers', readonly Role[]>> = {
  /** Tagging, accepting and dismissing suggestions, marking sentences as holding nothing. */
  annotate: ['owner', 'annotator'],
  /** Changing and deleting one's own annotation. */
  editAnnotation: ['owner', 'annotator'],
  /** The same with somebody else's: the people of a project work together. */
  editAnnotationOfOthers: ['owner', 'annotator'],
  undoOwnStep: ['owner', 'annotator'],
  /** Correcting an article's details. */
  editArticle: ['owner', 'annotator'],
  /** What somebody deleted comes back by their own undo, or by importing the text. */
  deleteArticle: ['owner'],
  importArticles: ['owner', 'annotator'],
  /** With the articles in the files; also choosing labels, and cancelling before the import begins. */
  importAnnotations: ['owner', 'annotator'],
  /** Taking an import back and bringing it in again. */
  undoImport: ['owner', 'annotator'],
  /** What holds for everybody in the project. */
  changeProject: ['owner'],
};

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
} as const satisfies Readonly<Record<Verb, MessageKey>>;

/** Whether the member may do this; for pages that show what can be done. */
export function may({ userId, role }: Member, ...[verb, subject]: Act): boolean {
  const isOfOthers = verb === 'editAnnotation' && subject.userId !== userId;
  // The types know every verb and role; what comes from a database of another version may not be one of them.
  return RIGHTS[isOfOthers ? 'editAnnotationOfOthers' : verb]?.includes(role) ?? false;
}

/** Throws ForbiddenError where the member may not do this. */
export function require(member: Member, ...act: Act): void {
  if (!may(member, ...act)) throw new ForbiddenError(t(REFUSALS[act[0]]));
}
