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

/** What owners decide of what coders see where people work apart. */
export type SightSettings = Pick<ProjectWay, 'isBlind' | 'showsResult' | 'showsNames'>;

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
