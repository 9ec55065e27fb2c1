import type { Request, RequestHandler, Response } from 'express';
import { ArticleBar, Reading } from '../../../views/articles/show.tsx';
import type { LoadedArticle } from '../../actions/load.ts';
import { articleSuggestions } from '../../actions/suggest.ts';
import { WordsMismatchError } from '../../domain/errors.ts';
import type { Db } from '../../store/client.ts';
import { undoState } from '../../store/standing.ts';
import { queryOf } from '../fields.ts';
import { sendPage, wantsFragments } from '../render.tsx';
import { viewerOf } from '../viewer.ts';
import { articleFrom } from './load.ts';
import { drawnSections } from './reading.ts';

/** The reading page; `?at=offset` has the marks drawn around that place of a long article. */
export const showArticle: RequestHandler = async (request, response) => {
  const loaded = await articleFrom(request, response);
  await sendReading(request, response, loaded, 200);
};

/**
 * The words that somebody marked are not the text's: their page is out of order, so it is fetched anew and
 * says why.
 */
export async function refuseStaleWords(
  request: Request,
  response: Response,
  loaded: LoadedArticle,
): Promise<void> {
  if (!wantsFragments(request)) return sendReading(request, response, loaded, 409);
  response.status(409).set('HX-Redirect', `/articles/${loaded.article.id}?notice=words`).end();
}

async function sendReading(request: Request, response: Response, loaded: LoadedArticle, status: 200 | 409) {
  const { db } = response.locals.database;
  const { article, text, member } = loaded;
  const viewer = viewerOf(request, response, member.projectId);
  const { trimSelections } = viewer.person;
  const sections = await drawnSections(db, loaded, Number(queryOf(request, 'at')) || 0);
  const steps = await undoState(db, member, article.id);
  const suggested = await suggestionState(db, loaded);
  const reading = { article, text, sections, trimSelections, suggested, ...steps };
  const page = {
    title: article.title,
    kind: 'reading' as const,
    bar: <ArticleBar article={article} view="read" {...steps} />,
    notice: noticeOf(status === 409 ? 'words' : queryOf(request, 'notice')),
    children: <Reading {...reading} />,
  };
  sendPage(response, viewer, page, status);
}

function noticeOf(which: string) {
  if (which === 'duplicate') return <p>This text was here already: this is the article you have.</p>;
  return which === 'words' && <p>{new WordsMismatchError().message}</p>;
}

async function suggestionState(db: Db, loaded: LoadedArticle): Promise<'off' | 'waiting' | 'shown'> {
  if (!loaded.wantsSuggestions) return 'off';
  return (await articleSuggestions(db, loaded)) === null ? 'waiting' : 'shown';
}
