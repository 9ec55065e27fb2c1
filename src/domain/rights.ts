import type { Member, Role, Way } from './member.ts';

/** What can be done in a project. */
export type Verb = keyof typeof TOGETHER;

const NOBODY: readonly Role[] = [];
const OWNERS: readonly Role[] = ['owner'];
const LEADS: readonly Role[] = ['owner', 'adjudicator'];
const MAKERS: readonly Role[] = ['owner', 'adjudicator', 'coder'];
const ALL: readonly Role[] = ['owner', 'adjudicator', 'coder', 'reader'];

/** Where people make one coding of an article together. */
const TOGETHER = {
  /** Articles with their texts, and what of people's work `sightOf` lets be seen. */
  readArticle: ALL,
  /** Every coding, others' too. Together there is one, which everybody sees. */
  readAllCodings: NOBODY,
  export: ALL,
  /** All codings as one file, for whoever is asked to confirm it. */
  exportEverything: OWNERS,
  /**
   * Tagging, accepting and dismissing suggestions, marking sentences as holding nothing, changing and deleting
   * annotations: in a coding in which `writableLanes` lets somebody write.
   */
  writeCoding: MAKERS,
  undoOwnStep: MAKERS,
  /** Saying that a coding is done, and opening it again. */
  finishCoding: NOBODY,
  /** Opening what others have decided on. */
  unlockCoding: NOBODY,
  /** Writing the final coding. */
  adjudicate: NOBODY,
  importArticles: MAKERS,
  /** Annotations as one's own, with the articles in the files; also choosing labels, and cancelling before it begins. */
  importOwn: MAKERS,
  /** Annotations under the names that files give. */
  importAs: MAKERS,
  /** Others' imports; one's own everybody sees who may make them. */
  seeImportsOfOthers: ALL,
  /** Taking an import back and bringing it in again. */
  undoImport: MAKERS,
  undoImportOfOthers: MAKERS,
  /** Correcting an article's details. */
  editArticle: MAKERS,
  /** What somebody deleted comes back by their own undo, or by importing the text. */
  deleteArticle: OWNERS,
  /** For good. */
  purgeArticle: OWNERS,
  /** Giving articles to coders, taking them back, letting coders take them, practice. */
  assign: NOBODY,
  /** Taking an article for oneself. */
  takeArticle: NOBODY,
  /** How far others are. */
  seeProgress: LEADS,
  /** Who made what; where it is not given, letters stand for names unless the project says otherwise. */
  seeNames: ALL,
  comment: MAKERS,
  /** How far coders agree; together there is nothing to compare, which the page says. */
  seeAgreement: LEADS,
  readCodebook: ALL,
  changeCodebook: OWNERS,
  /** What holds for everybody in the project. */
  changeProject: OWNERS,
  /** Whether people work together or apart. */
  switchWay: OWNERS,
  /** Putting what was made together into codings of those who made it. */
  splitCodings: NOBODY,
  /** Letting coders see each other's codings. */
  liftBlind: OWNERS,
  /** Putting it away, and bringing it back. */
  archiveProject: OWNERS,
  copyProject: OWNERS,
  /** Inviting, roles, removing, passing ownership on; whose an imported name is. */
  managePeople: OWNERS,
  leaveProject: ALL,
  readAudit: OWNERS,
} as const satisfies Readonly<Record<string, readonly Role[]>>;

/** Where each coder makes a coding of their own. */
const APART: Readonly<Record<Verb, readonly Role[]>> = {
  ...TOGETHER,
  readAllCodings: LEADS,
  unlockCoding: LEADS,
  adjudicate: LEADS,
  splitCodings: OWNERS,
  importArticles: LEADS,
  importAs: LEADS,
  seeImportsOfOthers: OWNERS,
  undoImportOfOthers: OWNERS,
  editArticle: LEADS,
  assign: LEADS,
  takeArticle: MAKERS,
  finishCoding: MAKERS,
  seeNames: LEADS,
};

/** Who may do what. A role that a verb does not list may not do it, so new roles may do nothing. */
export const RIGHTS: Readonly<Record<Way, Readonly<Record<Verb, readonly Role[]>>>> = {
  together: TOGETHER,
  apart: APART,
};

/** What can be done in an archived project, too. */
const OPEN_WHEN_ARCHIVED: ReadonlySet<Verb> = new Set<Verb>([
  'readArticle',
  'readAllCodings',
  'export',
  'exportEverything',
  'seeImportsOfOthers',
  'seeProgress',
  'seeNames',
  'seeAgreement',
  'readCodebook',
  'archiveProject',
  'copyProject',
  'managePeople',
  'leaveProject',
  'readAudit',
]);

/** Whether the member's role is given a right, archived or not. */
export function isGiven({ way, role }: Pick<Member, 'way' | 'role'>, verb: Verb): boolean {
  // The types know every way, verb and role; what comes from a database of another version may not be one of them.
  const given: Readonly<Record<string, readonly Role[]>> | undefined = RIGHTS[way];
  return given?.[verb]?.includes(role) ?? false;
}

/** Whether somebody in this role makes codings, so that articles can be given to them. */
export function makesCodings(role: Role): boolean {
  return APART.takeArticle.includes(role);
}

/** Whether coding is what somebody in this role is there for: these are proposed when articles are given out. */
export function isThereToCode(role: Role): boolean {
  return makesCodings(role) && !APART.assign.includes(role);
}

/** Whether it can be done in an archived project as in any other. */
export function isOpenWhenArchived(verb: Verb): boolean {
  return OPEN_WHEN_ARCHIVED.has(verb);
}

/** Whether somebody in this role owns the project. */
export function ownsProject(role: Role | undefined): boolean {
  return role === 'owner';
}
