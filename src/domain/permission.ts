/** What a person is in a project. */
export type Role = 'owner' | 'annotator' | 'reader';

/** Who acts, and as what, in which project. Every action begins with one. */
export interface Member {
  readonly userId: string;
  readonly projectId: string;
  readonly role: Role;
}

/** Whether the member may tag, edit and delete annotations, and mark sentences as holding nothing. */
export function canAnnotate(member: Member): boolean {
  return member.role !== 'reader';
}

/** Whether the member may import articles and correct their details. */
export function canEditArticles(member: Member): boolean {
  return member.role !== 'reader';
}

/** Whether the member may change what holds for everybody in the project. */
export function canChangeProject(member: Member): boolean {
  return member.role === 'owner';
}

/** Whether the member may delete articles. What somebody deleted comes back by their own undo, or by importing the text. */
export function canDeleteArticles(member: Member): boolean {
  return member.role === 'owner';
}
