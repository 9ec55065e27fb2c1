import type { Annotation } from '../domain/annotation.ts';
import type { ArticleText } from '../domain/article.ts';
import { NotFoundError, type Thing } from '../domain/errors.ts';
import type { Member } from '../domain/permission.ts';
import { type Lane, type Sight, sees, sightOf } from '../domain/sight.ts';
import { findAnnotation } from '../store/annotations.ts';
import { findArticleText } from '../store/article-texts.ts';
import type { Db } from '../store/client.ts';
import { articleFor, type FoundArticle } from '../store/find-article.ts';
import type { Session } from '../store/session.ts';
import { annotationsById } from '../store/standing.ts';
import { codingHeads } from '../store/work.ts';

/** An article with its text and the membership through which it was found. */
export interface LoadedArticle extends FoundArticle {
  readonly text: ArticleText;
  /** See `StepScope`. */
  readonly requestKey?: string | undefined;
}

/** An annotation with its article. */
export interface LoadedAnnotation extends LoadedArticle {
  readonly annotation: Annotation;
}

/** Loading is authorisation: what is not in a project of the person's is not there. Throws NotFoundError. */
export async function loadArticle(
  db: Db,
  accountId: string,
  id: string,
  lane?: Lane,
): Promise<LoadedArticle> {
  return refuseDeleted(await loadEvenDeleted(db, accountId, id, { lane }));
}

/**
 * Loads a coding of an article to look at: what the person may see anywhere, and where the project shows coders the
 * result, the final one once it and their own are done. Throws NotFoundError.
 */
export async function loadCoding(db: Db, accountId: string, id: string, lane: Lane): Promise<LoadedArticle> {
  return refuseDeleted(await loadEvenDeleted(db, accountId, id, { lane, isResult: true }));
}

/** What a member may see of one article: more than of others where its result is shown to them. */
export async function sightIn(session: Session, member: Member, articleId: string): Promise<Sight> {
  return member.showsResult
    ? sightOf(member, await codingHeads(session, member, articleId))
    : sightOf(member);
}

/** What is looked for in an article, and in which of its codings; without one, in the person's own. */
interface Sought {
  readonly what?: Thing;
  readonly lane?: Lane | undefined;
  /** Whether what is shown of a result counts as seen. */
  readonly isResult?: boolean;
}

/** Loads, as `loadArticle` does, an article that may be deleted. A coding that is hidden is not there. */
export async function loadEvenDeleted(
  db: Db,
  accountId: string,
  id: string,
  { what = 'article', lane, isResult = false }: Sought = {},
): Promise<LoadedArticle> {
  const found = await articleFor(db, accountId, id, lane);
  const text = found && (await findArticleText(db, found.member.projectId, id));
  if (!text) throw new NotFoundError(what);
  const sight = isResult ? await sightIn(db, found.member, id) : sightOf(found.member);
  if (!sees(sight, found.lane)) throw new NotFoundError(what);
  return { ...found, text };
}

/** An annotation that is not deleted, with its article and coding. Throws NotFoundError, also for a hidden one. */
export async function loadAnnotation(db: Db, accountId: string, id: string): Promise<LoadedAnnotation> {
  const annotation = await findAnnotation(db, id);
  if (!annotation) throw new NotFoundError('annotation');
  const { articleId, lane } = annotation;
  const loaded = await loadEvenDeleted(db, accountId, articleId, { what: 'annotation', lane });
  return { ...refuseDeleted(loaded), annotation };
}

/** An annotation as it is kept, deleted or not. */
export interface KeptAnnotation extends LoadedAnnotation {
  readonly isDeleted: boolean;
}

/** Loads, as `loadAnnotation` does, an annotation that may be deleted, in an article that is not. */
export async function loadKeptAnnotation(db: Db, accountId: string, id: string): Promise<KeptAnnotation> {
  const found = (await annotationsById(db, [id])).get(id);
  if (!found) throw new NotFoundError('annotation');
  const { annotation, isDeleted } = found;
  const { articleId, lane } = annotation;
  const loaded = await loadEvenDeleted(db, accountId, articleId, { what: 'annotation', lane });
  return { ...refuseDeleted(loaded), annotation, isDeleted };
}

function refuseDeleted(loaded: LoadedArticle): LoadedArticle {
  if (loaded.article.deletedAt) throw new NotFoundError('article');
  return loaded;
}
