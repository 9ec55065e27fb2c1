import type { Request, RequestHandler, Response } from 'express';
import { inProject } from '../../../views/layouts/place.ts';
import { UncodedPage } from '../../../views/work/uncoded.tsx';
import { finishCoding, reopenCoding } from '../../actions/finish-coding.ts';
import type { LoadedArticle } from '../../actions/load.ts';
import { takeArticle } from '../../actions/take-article.ts';
import { NotAllCodedError } from '../../domain/errors.ts';
import { nextWork } from '../../domain/next-work.ts';
import { t } from '../../messages/language.ts';
import { ownWork, practiceArticles } from '../../store/work.ts';
import { articleFrom } from '../articles/load.ts';
import { changing } from '../changing.ts';
import { fieldsOf } from '../fields.ts';
import { redirect, sendPage } from '../render.tsx';
import { viewerOf } from '../viewer.ts';

/**
 * Finishes the person's coding of an article and goes to the next; `rest=nothing` marks what is not coded as holding
 * nothing, without it such sentences are listed.
 */
export const createCompletion: RequestHandler = changing(async (request, response) => {
  const loaded = await articleFrom(request, response);
  const rest = fieldsOf(request).rest === 'nothing' ? 'nothing' : 'refuse';
  try {
    await finishCoding(response.locals.database.db, loaded, rest);
  } catch (error) {
    if (!(error instanceof NotAllCodedError)) throw error;
    return sendUncoded(request, response, loaded, error.sentences);
  }
  redirect(response, await onwardFrom(request, response, loaded));
});

/** Opens it again. */
export const destroyCompletion: RequestHandler = changing(async (request, response) => {
  const loaded = await articleFrom(request, response);
  await reopenCoding(response.locals.database.db, loaded);
  redirect(response, `/articles/${loaded.article.id}`);
});

function sendUncoded(
  request: Request,
  response: Response,
  loaded: LoadedArticle,
  sentences: readonly number[],
): void {
  const { article, text } = loaded;
  const viewer = viewerOf(request, response, article.projectId);
  const children = <UncodedPage article={article} text={text} sentences={sentences} />;
  sendPage(response, viewer, { title: t('work.uncodedHeading', { count: sentences.length }), children }, 422);
}

/**
 * Where it goes on: practice that has a reference is compared first, then the next article of the person's work, else
 * one that is free to be taken, else their work.
 */
async function onwardFrom(request: Request, response: Response, { member, article }: LoadedArticle) {
  const { db } = response.locals.database;
  const practice = await practiceArticles(db, member);
  const own = practice.find(({ id }) => id === article.id);
  if (own?.hasReference) return `/articles/${article.id}/comparison`;
  const ids = practice.map(({ id }) => id);
  const next =
    nextWork(await ownWork(db, member), ids, article.id) ?? (await takeArticle(db, member, new Date()));
  const work = inProject(
    viewerOf(request, response, member.projectId),
    `/work?done=last&finished=${article.id}`,
  );
  return next === null ? work : `/articles/${next}?notice=finished&finished=${article.id}`;
}
