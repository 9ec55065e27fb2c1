import type { Request, RequestHandler, Response } from 'express';
import { v7 as uuidv7 } from 'uuid';
import { Deletions } from '../../../views/annotation-history/deletions.tsx';
import { AnnotationHistory } from '../../../views/annotation-history/show.tsx';
import { type KeptAnnotation, loadKeptAnnotation } from '../../actions/load.ts';
import { historyOf, restoreAnnotation } from '../../actions/restore-annotation.ts';
import { EditConflictError } from '../../domain/errors.ts';
import { may } from '../../domain/permission.ts';
import { sightOf } from '../../domain/sight.ts';
import { t } from '../../messages/language.ts';
import { deletedAnnotations } from '../../store/annotations.ts';
import { annotatorNames } from '../../store/annotators.ts';
import { articleFrom } from '../articles/load.ts';
import { fieldsOf, pathPart } from '../fields.ts';
import { redirect, sendPage } from '../render.tsx';
import { enterProject, viewerOf } from '../viewer.ts';
import { versionField } from './form.ts';
import { formKeyOf } from './load.ts';

async function keptFrom(request: Request, response: Response): Promise<KeptAnnotation> {
  const { atDesk, database } = response.locals;
  const kept = await loadKeptAnnotation(database.db, atDesk.person.id, pathPart(request, 'id'));
  enterProject(response, kept.article.projectId);
  return { ...kept, requestKey: formKeyOf(request) };
}

/** What an annotation has been, also of one that is deleted. */
export const showAnnotationHistory: RequestHandler = async (request, response) => {
  await sendHistory(request, response, await keptFrom(request, response));
};

/** Makes it again what it was after the `event` of its history; `version` is the one that was seen. */
export const createAnnotationRestoration: RequestHandler = async (request, response) => {
  const kept = await keptFrom(request, response);
  const fields = fieldsOf(request);
  const asked = { version: versionField(fields), eventId: fields.event ?? '' };
  try {
    await restoreAnnotation(response.locals.database.db, kept, asked);
  } catch (error) {
    if (!(error instanceof EditConflictError)) throw error;
    const now = await keptFrom(request, response);
    return sendHistory(request, response, now, t('annotationHistory.conflict'));
  }
  redirect(response, `/annotations/${kept.annotation.id}/history`);
};

async function sendHistory(
  request: Request,
  response: Response,
  kept: KeptAnnotation,
  problem?: string,
): Promise<void> {
  const { db } = response.locals.database;
  const { article, annotation, isDeleted, member } = kept;
  const props = {
    article,
    annotation,
    isDeleted,
    versions: await historyOf(db, kept),
    names: await annotatorNames(db, sightOf(member)),
    ownIds: member.annotatorIds,
    mayRestore: may(member, 'writeCoding', annotation),
    formKey: uuidv7(),
    problem,
  };
  const viewer = viewerOf(request, response, member.projectId);
  const title = t('annotationHistory.title');
  const page = { title, kind: 'form' as const, children: <AnnotationHistory {...props} /> };
  sendPage(response, viewer, page, problem ? 409 : 200);
}

/** Most deleted annotations that are listed. */
const MOST = 200;

/** The annotations of an article that were deleted, as far as their codings may be seen. */
export const indexDeletions: RequestHandler = async (request, response) => {
  const loaded = await articleFrom(request, response);
  const { article, member } = loaded;
  const sight = sightOf(member);
  const deleted = await deletedAnnotations(response.locals.database.db, sight, article.id, MOST);
  const viewer = viewerOf(request, response, member.projectId);
  const props = { article, deleted, isCut: deleted.length === MOST };
  const title = t('annotationHistory.deletedHeading');
  sendPage(response, viewer, { title, kind: 'form', children: <Deletions {...props} /> });
};
