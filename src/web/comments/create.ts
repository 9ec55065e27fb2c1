import type { RequestHandler } from 'express';
import { loadComment, writeComment } from '../../actions/comments/write-comment.ts';
import type { LoadedArticle } from '../../actions/load.ts';
import type { CommentPlace } from '../../domain/comment.ts';
import { InvalidInputError, NotFoundError } from '../../domain/errors.ts';
import { require } from '../../domain/permission.ts';
import { t } from '../../messages/language.ts';
import type { Db } from '../../store/client.ts';
import { articleFrom } from '../articles/load.ts';
import { fieldsOf } from '../fields.ts';
import { redirect } from '../render.tsx';
import { backFrom, commentId, typedIn } from './form.ts';
import { sendComments } from './index.tsx';
import { lettersAsked } from './letters.ts';
import { placeAsked } from './load.ts';

/** Says something of an `annotation`, or of a `sentence` in a `lane`; or answers the thread that begins with `parent`. */
export const createComment: RequestHandler = async (request, response) => {
  const { db } = response.locals.database;
  const loaded = await articleFrom(request, response);
  require(loaded.member, 'comment');
  const fields = fieldsOf(request);
  const parentId = fields.parent || null;
  const place = parentId
    ? await placeOfThread(db, loaded, parentId)
    : await placeAsked(response, loaded, fields);
  if (!place) throw new InvalidInputError({ annotation: t('comments.noPlace') });
  const [id, typed] = [commentId(request), typedIn(request)];
  const { called } = await lettersAsked(request, db, loaded);
  try {
    await writeComment(db, loaded.member, { ...place, id, parentId, typed, called });
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    const form = parentId ? `answer-${parentId}` : 'new';
    const refused = { form, typed, problem: error.message };
    return sendComments(request, response, loaded, { place: parentId ? null : place, refused });
  }
  redirect(response, backFrom(request) || `/articles/${loaded.article.id}/comments#comment-${id}`);
};

/** An answer stands where the first comment does. Throws NotFoundError for a thread of another article. */
async function placeOfThread(db: Db, { member, article }: LoadedArticle, id: string): Promise<CommentPlace> {
  const { comment } = await loadComment(db, [member], id);
  const { articleId, lane, annotationId, sentence, parentId } = comment;
  if (articleId !== article.id || parentId !== null) throw new NotFoundError('comment');
  return { articleId, lane, annotationId, sentence };
}
