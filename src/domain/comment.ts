import type { Lane } from './lane.ts';

/** Most UTF-16 code units of a comment, as it is stored. */
export const MAX_COMMENT = 5000;

/** What a comment is on: one annotation, or a sentence. In the lane `cases` the annotation stands for the case that it is in. */
export interface CommentPlace {
  readonly articleId: string;
  /** Under whose sight it falls: that of a coding, or of all at once. */
  readonly lane: Lane;
  readonly annotationId: string | null;
  /** Index of the sentence, from zero; null in a heading. */
  readonly sentence: number | null;
}

/** Something that somebody has said of a coding. */
export interface Comment extends CommentPlace {
  readonly id: string;
  readonly projectId: string;
  /** The first comment of the thread; null for that one itself. */
  readonly parentId: string | null;
  readonly annotatorId: string;
  /** As `storedBody` writes it. */
  readonly body: string;
  /** The ids of the annotators who are mentioned. */
  readonly mentions: readonly string[];
  /** Of the first comment: since when the thread counts as settled. */
  readonly resolvedAt: Date | null;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  readonly deletedAt: Date | null;
}

/** A comment with the answers to it, oldest first. */
export interface Thread {
  readonly first: Comment;
  readonly answers: readonly Comment[];
}

/** All that is said in a thread, in the order in which it was said. */
export function saidIn({ first, answers }: Thread): Comment[] {
  return [first, ...answers];
}

/**
 * Threads of comments, those begun first coming first. An answer whose first comment is
 * not among them is left out, and so is a thread of which everything is deleted, unless somebody who may bring a part of it
 * back (`ids`) has written that.
 */
export function threadsOf(comments: readonly Comment[], ids: readonly string[]): Thread[] {
  const inOrder = comments.toSorted(byTime);
  const answers = new Map<string, Comment[]>();
  for (const comment of inOrder) {
    if (comment.parentId === null) answers.set(comment.id, []);
    else answers.get(comment.parentId)?.push(comment);
  }
  return inOrder
    .filter(({ parentId }) => parentId === null)
    .map((first) => ({ first, answers: answers.get(first.id) ?? [] }))
    .filter((thread) =>
      saidIn(thread).some(({ deletedAt, annotatorId }) => !deletedAt || ids.includes(annotatorId)),
    );
}

function byTime(a: Comment, b: Comment): number {
  return a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1);
}

/** Whether there is still something to talk about: somebody has said something, and nobody has settled it. */
export function isOpenThread(thread: Thread): boolean {
  return thread.first.resolvedAt === null && saidIn(thread).some(({ deletedAt }) => !deletedAt);
}

/** Whether an open thread waits for somebody, called `ids`: it mentions them, and they have said nothing since. */
export function waitsFor(thread: Thread, ids: readonly string[]): boolean {
  if (!isOpenThread(thread)) return false;
  const said = saidIn(thread).filter(({ deletedAt }) => !deletedAt);
  const called = said.findLastIndex(({ mentions }) => mentions.some((id) => ids.includes(id)));
  const spoken = said.findLastIndex(({ annotatorId }) => ids.includes(annotatorId));
  return called > spoken;
}
