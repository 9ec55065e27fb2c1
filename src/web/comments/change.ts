import type { Request, RequestHandler, Response } from 'express';
import { deleteComment, editComment, resolveThread } from '../../actions/comments/write-comment.ts';
import { loadArticle } from '../../actions/load.ts';
import type { Comment } from '../../domain/comment.ts';
import { InvalidInputError, NotFoundError } from '../../domain/errors.ts';
import { redirect } from '../render.tsx';
import { backFrom, typedIn } from './form.ts';
import { sendComments } from './index.tsx';
import { lettersAsked } from './letters.ts';
import { commentFrom } from './load.ts';

/** Gives a comment of the person's own other words. */
export const updateComment: RequestHandler = async (request, response) => {
  const { db } = response.locals.database;
  const { comment, member } = await commentFrom(request, response);
  const loaded = await loadArticle(db, member.accountId, comment.articleId);
  const [typed, { called }] = [typedIn(request), await lettersAsked(request, db, loaded)];
  try {
    await editComment(db, member, comment, { typed, called });
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    const refused = { form: `edit-${comment.id}`, typed, problem: error.message };
    return sendComments(request, response, loaded, { place: null, refused });
  }
  goOn(request, response, comment);
};

/** Deletes a comment of the person's own, for anybody else. */
export const destroyComment: RequestHandler = (request, response) => turn(request, response, true);

/** Brings it back. */
export const createRestoration: RequestHandler = (request, response) => turn(request, response, false);

async function turn(request: Request, response: Response, isDeleted: boolean): Promise<void> {
  const { comment, member } = await commentFrom(request, response);
  await deleteComment(response.locals.database.db, member, comment, isDeleted);
  goOn(request, response, comment);
}

/** Settles a thread. */
export const createResolution: RequestHandler = (request, response) => settle(request, response, true);

/** Opens it again. */
export const destroyResolution: RequestHandler = (request, response) => settle(request, response, false);

async function settle(request: Request, response: Response, isResolved: boolean): Promise<void> {
  const { comment, member } = await commentFrom(request, response);
  if (comment.parentId !== null) throw new NotFoundError('comment');
  await resolveThread(response.locals.database.db, member, comment, isResolved);
  goOn(request, response, comment);
}

function goOn(request: Request, response: Response, { articleId, id }: Comment): void {
  redirect(response, backFrom(request) || `/articles/${articleId}/comments#comment-${id}`);
}
