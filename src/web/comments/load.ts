import type { Request, Response } from 'express';
import { loadComment } from '../../actions/comments/write-comment.ts';
import type { LoadedArticle } from '../../actions/load.ts';
import type { CommentPlace } from '../../domain/comment.ts';
import { NotFoundError } from '../../domain/errors.ts';
import { CASES, FINAL, sees, sightOf, writableLane } from '../../domain/sight.ts';
import { annotationsById } from '../../store/standing.ts';
import { pathPart } from '../fields.ts';
import { enterProject } from '../viewer.ts';

/** The comment that the address names, in a project of the person's. Throws NotFoundError for one that may not be seen. */
export async function commentFrom(request: Request, response: Response) {
  const { atDesk, database } = response.locals;
  const members = atDesk.projects.map(({ member }) => member);
  const loaded = await loadComment(database.db, members, pathPart(request, 'id'));
  enterProject(response, loaded.member.projectId);
  return loaded;
}

/** Where a new comment is to stand, as an address or a form says it. */
export interface AskedPlace {
  /** The id of an annotation. */
  readonly annotation?: string | undefined;
  /** The number of a sentence, from one. */
  readonly sentence?: string | undefined;
  /** `cases` for the case that an annotation is in, or for all codings of a sentence; `final` for the final one. */
  readonly lane?: string | undefined;
}

/**
 * The place that is asked for in an article; null where none is. Throws NotFoundError for what is not there or may not be
 * seen.
 */
export async function placeAsked(
  response: Response,
  loaded: LoadedArticle,
  { annotation = '', sentence = '', lane = '' }: AskedPlace,
): Promise<CommentPlace | null> {
  const { id: articleId } = loaded.article;
  if (annotation !== '') return onAnnotation(response, loaded, annotation, lane);
  if (!/^\d{1,7}$/.test(sentence)) return null;
  const index = Number(sentence) - 1;
  if (!loaded.text.sentences[index]) throw new NotFoundError('sentence');
  const place = { articleId, annotationId: null, sentence: index };
  return { ...place, lane: laneAsked(loaded, lane) };
}

async function onAnnotation(
  response: Response,
  { article, member }: LoadedArticle,
  id: string,
  lane: string,
): Promise<CommentPlace> {
  const found = (await annotationsById(response.locals.database.db, [id])).get(id)?.annotation;
  if (!found || found.articleId !== article.id || !sees(sightOf(member), found.lane))
    throw new NotFoundError('annotation');
  if (lane === CASES && !sees(sightOf(member), CASES)) throw new NotFoundError('article');
  return {
    articleId: article.id,
    lane: lane === CASES ? CASES : found.lane,
    annotationId: id,
    sentence: null,
  };
}

/** A sentence has no coding of its own, so one says in which it is spoken of: one's own, the final one, or all of them. */
function laneAsked({ member, lane: own }: LoadedArticle, asked: string): string {
  const lane = [CASES, FINAL].find((known) => known === asked) ?? writableLane(member) ?? own;
  if (!sees(sightOf(member), lane)) throw new NotFoundError('article');
  return lane;
}
