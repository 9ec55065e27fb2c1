import type { Request, RequestHandler, Response } from 'express';
import { undo } from '../../actions/undo.ts';
import { NotFoundError } from '../../domain/errors.ts';
import { findArticleText } from '../../store/article-texts.ts';
import { findArticle } from '../../store/articles.ts';
import { memberOfArticle, wantsSuggestions } from '../../store/members.ts';
import { undoState } from '../../store/steps.ts';
import { pathPart } from '../fields.ts';
import { redirect, wantsFragments } from '../render.tsx';
import { sendChanges } from './changed.tsx';

/** Takes back the person's last step in an article. The article itself may be what was deleted. */
export const undoStep: RequestHandler = (request, response) => takeStep(request, response, 'undo');

/** Brings back the step that was undone last. */
export const redoStep: RequestHandler = (request, response) => takeStep(request, response, 'redo');

async function takeStep(request: Request, response: Response, which: 'undo' | 'redo'): Promise<void> {
  const { db } = response.locals.database;
  const articleId = pathPart(request, 'id');
  const member = await memberOfArticle(db, response.locals.atDesk.person.id, articleId);
  const text = member && (await findArticleText(db, member.projectId, articleId));
  if (!text) throw new NotFoundError('article');
  const changes = await undo(db, { member, articleId, sentences: text.sentences }, which);
  const article = await findArticle(db, member.projectId, articleId);
  if (!article) return leave(request, response, `/?deleted=${articleId}`);
  if (!wantsFragments(request))
    return redirect(response, request.get('Referer') ? backTo(request) : `/articles/${articleId}`);
  const loaded = { member, article, text, wantsSuggestions: await wantsSuggestions(db, member) };
  const steps = await undoState(db, member, articleId);
  await sendChanges(response, loaded, changes, { steps });
}

/** The page that the form stood on is gone with its article. */
function leave(request: Request, response: Response, address: string): void {
  if (wantsFragments(request)) response.set('HX-Redirect', address).end();
  else redirect(response, address);
}

/** The page of this desk that the form stood on. */
function backTo(request: Request): string {
  const [here, referer] = [`http://${request.get('Host')}`, request.get('Referer') ?? ''];
  if (!URL.canParse(referer) || new URL(referer).origin !== here) return '/';
  return referer.slice(here.length).replace(/^\/*/, '/');
}
