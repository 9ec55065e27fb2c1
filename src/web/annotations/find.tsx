import type { RequestHandler } from 'express';
import { Found } from '../../../views/articles/_found.tsx';
import { inProject } from '../../../views/layouts/place.ts';
import { sightOf } from '../../domain/sight.ts';
import { findInArticle } from '../../store/annotations.ts';
import { findPlaces } from '../../text/find-places.ts';
import { articleFrom } from '../articles/load.ts';
import { queryOf } from '../fields.ts';
import { redirect, sendFragments, wantsFragments } from '../render.tsx';
import { viewerOf } from '../viewer.ts';

const MAX_FOUND = 50;

/** Annotations and sentences of an article that hold the words looked for. */
export const findInText: RequestHandler = async (request, response) => {
  const { db } = response.locals.database;
  const { article, text, member } = await articleFrom(request, response);
  const words = queryOf(request, 'q').trim();
  if (!wantsFragments(request)) {
    const address = `/annotations?article=${article.id}&words=${encodeURIComponent(words)}`;
    return redirect(response, inProject(viewerOf(request, response, article.projectId), address));
  }
  const annotations = words ? await findInArticle(db, sightOf(member), article.id, words, MAX_FOUND) : [];
  const sentences = words ? findPlaces(text.text, text.sentences, words, MAX_FOUND) : [];
  sendFragments(response, [
    <Found text={text} words={words} annotations={annotations} sentences={sentences} />,
  ]);
};
