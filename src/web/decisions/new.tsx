import type { Request, RequestHandler, Response } from 'express';
import { NewDecision } from '../../../views/adjudication/new.tsx';
import { readCase } from '../../../views/adjudication/sides.ts';
import type { Typed } from '../../../views/annotations/_form.tsx';
import type { SeenCase } from '../../actions/adjudication/decide.ts';
import { readCases } from '../../actions/adjudication/read-cases.ts';
import type { LoadedArticle } from '../../actions/load.ts';
import { formatSources } from '../../domain/decision.ts';
import { sightOf } from '../../domain/sight.ts';
import { t } from '../../messages/language.ts';
import { annotatorNames } from '../../store/annotators.ts';
import { knownSpeakers } from '../../store/speakers.ts';
import { hullOf, touching } from '../../text/span.ts';
import { finalFrom, hidesNames, placeFrom, shownCoders } from '../adjudication/page.tsx';
import { queryOf } from '../fields.ts';
import { sendPage } from '../render.tsx';
import { viewerOf } from '../viewer.ts';
import { caseAsSeen, seenCase } from './seen-case.ts';

/** A form to write an annotation for a case anew. */
export const newDecision: RequestHandler = async (request, response) => {
  const loaded = await finalFrom(request, response);
  const seen = seenCase(request, { case: queryOf(request, 'case'), over: queryOf(request, 'over') });
  await sendNewDecision(request, response, loaded, seen, { values: {}, problems: {} });
};

/** The form as it was typed, with its errors if there are any. Throws EditConflictError where the case is another by now. */
export async function sendNewDecision(
  request: Request,
  response: Response,
  loaded: LoadedArticle,
  seen: SeenCase,
  typed: Typed,
): Promise<void> {
  const { db } = response.locals.database;
  const { article, text, member } = loaded;
  const one = await caseAsSeen(response, loaded, seen);
  const place = placeFrom(request);
  const viewer = viewerOf(request, response, article.projectId);
  const read = await readCases(db, loaded, seen.included);
  const { coders } = shownCoders(
    read,
    await annotatorNames(db, viewer.sight),
    hidesNames(place, viewer.project),
  );
  const around = hullOf([one.span, ...text.sentences.slice(...touching(text.sentences, one.span))]);
  const words = text.text.slice(one.span.start, one.span.end).replace(/\s+/g, ' ');
  const props = {
    article,
    place,
    seen: { case: formatSources(seen.sources), over: seen.over.join(' ') },
    passage: text.text.slice(around.start, around.end),
    reads: readCase(one, coders),
    typed: { ...typed, values: { text: words, ...typed.values } },
    speakers: await knownSpeakers(db, { sight: sightOf(member), articleId: article.id }),
  };
  const status = Object.keys(typed.problems).length > 0 ? 422 : 200;
  const title = t('adjudication.newHeading');
  sendPage(response, viewer, { title, kind: 'form', children: <NewDecision {...props} /> }, status);
}
