import type { Request, RequestHandler, Response } from 'express';
import { inProject } from '../../../views/layouts/place.ts';
import { type LoadedArticle, loadEvenDeleted } from '../../actions/load.ts';
import { undo } from '../../actions/undo.ts';
import type { SavedStep } from '../../store/steps.ts';
import { changing } from '../changing.ts';
import { fieldsOf, pathPart } from '../fields.ts';
import { receiptOf, requestKeyOf } from '../receipt.ts';
import { redirect, sendFragments, wantsFragments } from '../render.tsx';
import { enterProject, viewerOf } from '../viewer.ts';
import { sendChanges } from './changed.tsx';
import { Told } from './told.tsx';

/** Takes back the person's last step in an article. The article itself may be what was deleted. */
export const undoStep: RequestHandler = changing((request, response) => takeStep(request, response, 'undo'));

/** Brings back the step that was undone last. */
export const redoStep: RequestHandler = changing((request, response) => takeStep(request, response, 'redo'));

async function takeStep(request: Request, response: Response, which: 'undo' | 'redo'): Promise<void> {
  const { db } = response.locals.database;
  const articleId = pathPart(request, 'id');
  const found = await loadEvenDeleted(db, response.locals.atDesk.person.id, articleId);
  enterProject(response, found.article.projectId);
  const loaded = { ...found, requestKey: requestKeyOf(request) };
  const saved = await undo(db, loaded, which, fieldsOf(request).of || undefined);
  if (saved.article.deletedAt) return leave(request, response, loaded, saved);
  if (!wantsFragments(request))
    return redirect(response, request.get('Referer') ? backTo(request) : `/articles/${articleId}`);
  const told = <Told which={which} text={loaded.text} changes={saved.shown} />;
  await sendChanges(response, loaded, saved, { others: [told] });
}

/** The page that the form stood on is gone with its article. */
function leave(
  request: Request,
  response: Response,
  { article, requestKey }: LoadedArticle,
  saved: SavedStep,
) {
  const address = inProject(viewerOf(request, response, article.projectId), `/?deleted=${article.id}`);
  if (!wantsFragments(request)) return redirect(response, address);
  response.set('HX-Redirect', address);
  sendFragments(response, [], 200, receiptOf(saved, requestKey));
}

/** The page of this desk that the form stood on. */
function backTo(request: Request): string {
  const referer = request.get('Referer') ?? '';
  if (!URL.canParse(referer)) return '/';
  const { host, pathname, search } = new URL(referer);
  // Not the whole origin: a desk behind a proxy is reached by https, and does not see that.
  if (host !== request.get('Host')) return '/';
  // Two slashes at the start would name another host.
  return pathname.replace(/^\/+/, '/') + search;
}
