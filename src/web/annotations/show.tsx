import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { Entry, sentenceNumber } from '../../../views/annotations/_entry.tsx';
import { Card, type Typed } from '../../../views/annotations/_form.tsx';
import { AnnotationPage } from '../../../views/annotations/show.tsx';
import { threadsOnAnnotation } from '../../actions/comments/read-threads.ts';
import type { LoadedAnnotation } from '../../actions/load.ts';
import { linksOf } from '../../actions/read-links.ts';
import type { Annotation } from '../../domain/annotation.ts';
import { isOpenThread } from '../../domain/comment.ts';
import { sightOf } from '../../domain/sight.ts';
import { t } from '../../messages/language.ts';
import { knownSpeakers } from '../../store/speakers.ts';
import { whoseIs } from '../articles/others.ts';
import { talkOnAnnotation } from '../comments/talk.tsx';
import { queryOf } from '../fields.ts';
import { WHOLE } from '../receipt.ts';
import { redirect, sendFragments, sendPage, wantsFragments } from '../render.tsx';
import { viewerOf } from '../viewer.ts';
import { linksOn } from './links-shown.tsx';
import { loadFrom } from './load.ts';
import { sendRow } from './row.tsx';

/** An annotation with its form: a page of its own, or in the list beside the text or a row of the table. */
export const showAnnotation: RequestHandler = async (request, response) => {
  const loaded = await loadFrom(request, response);
  if (!wantsFragments(request)) return sendAnnotationPage(request, response, loaded, {});
  if (queryOf(request, 'view') === 'links')
    return sendFragments(response, [await linksOn(response, loaded, 'list', {})]);
  if (queryOf(request, 'view') === 'row') return sendRow(request, response, loaded, { column: 'all' });
  const { annotation, text } = loaded;
  const whose = await whoseIs(response.locals.database.db, loaded, annotation);
  sendFragments(response, [
    <Card
      annotation={annotation}
      sentence={sentenceNumber(text, annotation.start)}
      whose={whose}
      links={await linksOn(response, loaded, 'list')}
      talk={await talkOnAnnotation(response, loaded, inText(annotation))}
    />,
  ]);
};

/** Where an annotation stands. */
function inText({ id, articleId, start }: Annotation): string {
  return `/articles/${articleId}?at=${start}#m-${id}`;
}

/** An annotation as one line of the list. */
export const showEntry: RequestHandler = async (request, response) => {
  const loaded = await loadFrom(request, response);
  const { annotation, text } = loaded;
  if (!wantsFragments(request)) return redirect(response, `/annotations/${annotation.id}`);
  const sentence = sentenceNumber(text, annotation.start);
  const { db } = response.locals.database;
  const whose = await whoseIs(db, loaded, annotation);
  const comments = (await threadsOnAnnotation(db, loaded)).filter(isOpenThread).length;
  const links = (await linksOf(db, loaded, loaded.coding)).get(annotation.id);
  const entry = <Entry {...{ annotation, sentence, whose, comments, links }} />;
  sendFragments(response, [entry], 200, WHOLE);
};

/**
 * The annotation's page, with what was typed and what is wrong with it, or with the version somebody else
 * saved.
 */
export async function sendAnnotationPage(
  request: Request,
  response: Response,
  loaded: LoadedAnnotation,
  { typed, conflict, linking }: { typed?: Typed; conflict?: Annotation; linking?: Typed },
): Promise<void> {
  const { annotation, article, member } = loaded;
  const { db } = response.locals.database;
  const viewer = viewerOf(request, response, member.projectId);
  const status = conflict ? 409 : typed || linking ? 422 : 200;
  const where = { sight: sightOf(member), articleId: article.id };
  const speakers = await knownSpeakers(db, where);
  const whose = await whoseIs(db, loaded, annotation);
  const talk = await talkOnAnnotation(response, loaded, `/annotations/${annotation.id}`);
  const links = await linksOn(response, loaded, 'page', { typed: linking });
  const shown = { article, annotation, typed, conflict, speakers, whose, links, talk, formKey: randomUUID() };
  const children = <AnnotationPage {...shown} />;
  sendPage(response, viewer, { title: t('annotation.title'), kind: 'form', children }, status);
}
