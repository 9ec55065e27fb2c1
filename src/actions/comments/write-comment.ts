import { type Comment, type CommentPlace, MAX_COMMENT } from '../../domain/comment.ts';
import { InvalidInputError, NotFoundError } from '../../domain/errors.ts';
import { type Mentionable, type Mentioning, storedBody, withOwnNames } from '../../domain/mention.ts';
import { type Member, require, requireOwnComment } from '../../domain/permission.ts';
import { type Lane, sees, sightOf } from '../../domain/sight.ts';
import { inList, t } from '../../messages/language.ts';
import { annotatorNames } from '../../store/annotators.ts';
import type { Db } from '../../store/client.ts';
import { findComment, insertComment, rewriteComment, stampComment } from '../../store/comments.ts';
import { lockedMember, membersIn } from '../../store/find-article.ts';
import type { Session } from '../../store/session.ts';

/** What somebody writes, and where. */
export interface WrittenComment extends CommentPlace {
  readonly id: string;
  /** The first comment of the thread that it answers. */
  readonly parentId: string | null;
  /** As it was typed. */
  readonly typed: string;
  /** What stands for the names of some, by the ids of annotators. */
  readonly called?: ReadonlyMap<string, string>;
}

/**
 * Who can be mentioned in what falls under the sight of a coding, by the names that the writer knows, and who cannot since
 * they may not see it. The writer is not among them. `called` has what stands for the names of some.
 */
export async function mentionable(
  db: Db,
  member: Member,
  lane: Lane,
  called: ReadonlyMap<string, string> = new Map(),
): Promise<Mentionable[]> {
  const names = new Map([...(await annotatorNames(db, sightOf(member))), ...called]);
  const members = await membersIn(db, member.projectId);
  const others = members.filter(({ accountId }) => accountId !== member.accountId);
  return withOwnNames(
    others.map((other) => ({
      id: other.annotatorId,
      name: names.get(other.annotatorId) ?? '',
      maySee: sees(sightOf(other), lane),
    })),
  );
}

/**
 * Says something of an annotation, a sentence or a case, or answers it. Sent again under the same id it is said once. Throws
 * ForbiddenError, NotFoundError for what may not be seen, and InvalidInputError (field `body`) for no words, for too many,
 * and where somebody is mentioned who may not see it.
 */
export async function writeComment(db: Db, member: Member, written: WrittenComment): Promise<void> {
  require(member, 'comment');
  const { typed, called, ...comment } = written;
  const said = saidFrom(typed, await mentionable(db, member, written.lane, called));
  const { projectId, annotatorId } = member;
  await db.transaction(async (session) => {
    await stillSees(session, member, written.lane);
    await insertComment(session, { ...comment, ...said, projectId, annotatorId });
  });
}

/** Gives a comment of one's own other words. Throws as `writeComment` does. */
export async function editComment(
  db: Db,
  member: Member,
  comment: Comment,
  { typed, called }: Pick<WrittenComment, 'typed' | 'called'>,
): Promise<void> {
  requireOwnComment(member, comment);
  if (comment.deletedAt) throw new NotFoundError('comment');
  const people = await mentionable(db, member, comment.lane, called);
  const said = saidFrom(typed, [...people, ...(await mentionedBefore(db, member, comment, people))]);
  await db.transaction(async (session) => {
    await stillSees(session, member, comment.lane);
    await rewriteComment(session, comment.id, said);
  });
}

/** Who has left the project since stays mentioned. */
export async function mentionedBefore(
  db: Db,
  member: Member,
  { mentions }: Pick<Comment, 'mentions'>,
  people: readonly Mentionable[],
): Promise<Mentionable[]> {
  const left = mentions.filter((id) => !people.some((one) => one.id === id));
  if (left.length === 0) return [];
  const names = await annotatorNames(db, sightOf(member));
  return left.map((id) => ({ id, name: names.get(id) ?? '', maySee: true }));
}

/** Deletes a comment of one's own, or brings it back. Throws ForbiddenError. */
export async function deleteComment(
  db: Db,
  member: Member,
  comment: Comment,
  isDeleted: boolean,
): Promise<void> {
  requireOwnComment(member, comment);
  await db.transaction(async (session) => {
    await stillSees(session, member, comment.lane);
    await stampComment(session, comment.id, 'deletedAt', isDeleted ? new Date() : null);
  });
}

/** Settles the thread that begins with a comment, or opens it again. Throws ForbiddenError. */
export async function resolveThread(
  db: Db,
  member: Member,
  first: Comment,
  isResolved: boolean,
): Promise<void> {
  require(member, 'comment');
  await db.transaction(async (session) => {
    await stillSees(session, member, first.lane);
    await stampComment(session, first.id, 'resolvedAt', isResolved ? new Date() : null);
  });
}

/** A comment that a member may see. Throws NotFoundError for any other. */
export async function loadComment(db: Db, members: readonly Member[], id: string) {
  const comment = await findComment(db, id);
  const member = members.find(({ projectId }) => projectId === comment?.projectId);
  if (!comment || !member || !sees(sightOf(member), comment.lane)) throw new NotFoundError('comment');
  return { comment, member };
}

function saidFrom(typed: string, people: readonly Mentionable[]): { body: string; mentions: string[] } {
  const words = typed.replaceAll('\r\n', '\n').trim();
  if (words === '') throw new InvalidInputError({ body: t('comments.empty') });
  const { body, mentioned } = storedBody(words, people);
  if (body.length > MAX_COMMENT)
    throw new InvalidInputError({ body: t('comments.long', { most: MAX_COMMENT, length: body.length }) });
  refuseHidden(mentioned);
  return { body, mentions: mentioned.map(({ id }) => id) };
}

function refuseHidden(mentioned: Mentioning['mentioned']): void {
  const hidden = mentioned.filter(({ maySee }) => !maySee).map(({ name }) => name);
  if (hidden.length === 0) return;
  throw new InvalidInputError({ body: t('comments.mayNotSee', { names: inList(hidden) }) });
}

/** Whoever was taken out of the project meanwhile, or sees less of it by now, says nothing there any more. */
async function stillSees(session: Session, member: Member, lane: Lane): Promise<void> {
  const now = await lockedMember(session, member);
  if (!now || !sees(sightOf(now), lane)) throw new NotFoundError('article');
  require(now, 'comment');
}
