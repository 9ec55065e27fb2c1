import type { Request, RequestHandler, Response } from 'express';
import { AcceptedNotice } from '../../../views/articles/_suggestion-tools.tsx';
import { ArticleBar, Reading } from '../../../views/articles/show.tsx';
import { lastSentence, sentenceToContinue } from '../../actions/find-sentence.ts';
import { canFinish } from '../../actions/finish-coding.ts';
import type { LoadedArticle } from '../../actions/load.ts';
import { tagNamedIn } from '../../domain/codebook/codebook.ts';
import { WordsMismatchError } from '../../domain/errors.ts';
import { BUILT_IN_TAGS } from '../../domain/tag.ts';
import { t } from '../../messages/language.ts';
import { undoState } from '../../store/standing.ts';
import { codebookAddress } from '../codebook/address.ts';
import { hasTalk, openTalkOn } from '../comments/talk.tsx';
import { queryOf } from '../fields.ts';
import { redirect, sendPage, wantsFragments } from '../render.tsx';
import { viewerOf } from '../viewer.ts';
import { finishedNotice } from '../work/finished.tsx';
import { articleFrom } from './load.ts';
import { drawnSections } from './reading.ts';
import { placeOfSentence } from './sections.tsx';
import { listOrderFrom, suggestionTools } from './suggestion-tools.ts';
import { whoseAddress, whoseChoices } from './whose.ts';

/**
 * The reading page; `?at=offset` has the marks drawn around that place of a long article, without it around
 * the person's last step. `?at=continue` leads on from there, `?annotator=` to what one of several has made.
 */
export const showArticle: RequestHandler = async (request, response) => {
  const loaded = await articleFrom(request, response);
  const annotator = queryOf(request, 'annotator');
  if (annotator !== '') return redirect(response, whoseAddress(loaded, annotator));
  if (queryOf(request, 'at') !== CONTINUE) return sendReading(request, response, loaded, 200);
  const sentence = await sentenceToContinue(response.locals.database.db, loaded);
  redirect(response, placeOfSentence(loaded, sentence));
};

const CONTINUE = 'continue';

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
  const { article, coding, text, member } = loaded;
  const viewer = viewerOf(request, response, member.projectId);
  const { trimSelections } = viewer.person;
  const at = queryOf(request, 'at');
  const last = at ? null : await lastSentence(db, loaded);
  const sections = await drawnSections(db, loaded, Number(at) || text.sentences[last ?? 0]?.start || 0);
  const steps = await undoState(db, loaded);
  const order = listOrderFrom(request.query.suggestions);
  const suggested = loaded.wantsSuggestions
    ? ((await suggestionTools(db, loaded, order)) ?? ('waiting' as const))
    : ('off' as const);
  const codebook = codebookAddress(viewer.project);
  const talk = hasTalk(response, loaded) ? await openTalkOn(db, loaded) : undefined;
  const whose = await whoseChoices(
    db,
    loaded,
    sections.some(({ others }) => others && others.size > 0),
  );
  const reading = {
    article,
    coding,
    text,
    sections,
    trimSelections,
    codebook,
    suggested,
    whose,
    talk,
    last,
    ...steps,
  };
  const page = {
    title: article.title,
    kind: 'reading' as const,
    bar: (
      <ArticleBar article={article} coding={coding} view="read" canFinish={canFinish(loaded)} {...steps} />
    ),
    notice: await noticeFor(request, response, loaded, status === 409 ? 'words' : queryOf(request, 'notice')),
    children: <Reading {...reading} />,
  };
  sendPage(response, viewer, page, status);
}

async function noticeFor(request: Request, response: Response, loaded: LoadedArticle, which: string) {
  if (which === 'finished') return finishedNotice(request, response);
  return noticeOf(request, loaded, which);
}

function noticeOf(request: Request, { article, codebook }: LoadedArticle, which: string) {
  if (which === 'accepted') {
    const tag = tagNamedIn(codebook, queryOf(request, 'tag')) ?? BUILT_IN_TAGS[0];
    const count = Math.max(0, Math.trunc(Number(queryOf(request, 'count'))) || 0);
    return <AcceptedNotice articleId={article.id} tag={tag} count={count} />;
  }
  if (which === 'gone') return <p>{t('change.suggestionGone')}</p>;
  if (which === 'duplicate') return <p>{t('reading.duplicate')}</p>;
  return which === 'words' && <p>{new WordsMismatchError().message}</p>;
}
