import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Typed } from '../../../views/annotations/_form.tsx';
import { NewAnnotation } from '../../../views/annotations/new.tsx';
import type { LoadedArticle } from '../../actions/load.ts';
import { NotFoundError } from '../../domain/errors.ts';
import { sightOf } from '../../domain/sight.ts';
import { t } from '../../messages/language.ts';
import { knownSpeakers } from '../../store/speakers.ts';
import { articleFrom } from '../articles/load.ts';
import { queryOf } from '../fields.ts';
import { sendPage } from '../render.tsx';
import { viewerOf } from '../viewer.ts';

/** A form for marking a part of one sentence by its words. */
export const newAnnotation: RequestHandler = async (request, response) => {
  const loaded = await articleFrom(request, response);
  const values = { sentence: queryOf(request, 'sentence') || '1' };
  await sendNewForm(request, response, loaded, { values, problems: {} });
};

/**
 * The form as it was typed, with its errors if there are any. Throws NotFoundError for a sentence that is not
 * there.
 */
export async function sendNewForm(
  request: Request,
  response: Response,
  { article, text, member }: LoadedArticle,
  typed: Typed,
): Promise<void> {
  const number = Number(typed.values.sentence ?? 1);
  const sentence = text.sentences[number - 1];
  if (!sentence) throw new NotFoundError('sentence');
  const viewer = viewerOf(request, response, member.projectId);
  // On one line, however the source was wrapped: in the form each line is a part.
  const words = text.text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ');
  const status = Object.keys(typed.problems).length > 0 ? 422 : 200;
  const title = t('annotations.newHeading', { number });
  const where = { sight: sightOf(member), articleId: article.id };
  const speakers = await knownSpeakers(response.locals.database.db, where);
  const requestKey = typed.values.request_key || randomUUID();
  const children = <NewAnnotation {...{ article, number, words, typed, requestKey, speakers }} />;
  sendPage(response, viewer, { title, kind: 'form', children }, status);
}
