import type { Annotation } from '../domain/annotation.ts';
import type { Article, ArticleText } from '../domain/article.ts';
import { NotFoundError } from '../domain/errors.ts';
import type { Member } from '../domain/permission.ts';
import { findAnnotation } from '../store/annotations.ts';
import { findArticleText } from '../store/article-texts.ts';
import { findArticle } from '../store/articles.ts';
import type { Db } from '../store/client.ts';
import { memberOfAnnotation, memberOfArticle, wantsSuggestions } from '../store/members.ts';

/** An article with its text and the membership through which it was found. */
export interface LoadedArticle {
  readonly member: Member;
  readonly article: Article;
  readonly text: ArticleText;
  /** Whether both the project and the person want the engine's suggestions. */
  readonly wantsSuggestions: boolean;
}

/** An annotation with its article. */
export interface LoadedAnnotation extends LoadedArticle {
  readonly annotation: Annotation;
}

/** Loading is authorisation: what is not in a project of the person's is not there. Throws NotFoundError. */
export async function loadArticle(db: Db, userId: string, id: string): Promise<LoadedArticle> {
  const member = await memberOfArticle(db, userId, id);
  const article = member && (await findArticle(db, member.projectId, id));
  const text = article && (await findArticleText(db, member.projectId, id));
  if (!text) throw new NotFoundError('article');
  return { member, article, text, wantsSuggestions: await wantsSuggestions(db, member) };
}

/** An annotation that is not deleted, with its article. Throws NotFoundError. */
export async function loadAnnotation(db: Db, userId: string, id: string): Promise<LoadedAnnotation> {
  const member = await memberOfAnnotation(db, userId, id);
  const annotation = member && (await findAnnotation(db, member.projectId, id));
  if (!annotation) throw new NotFoundError('annotation');
  return { ...(await loadArticle(db, userId, annotation.articleId)), annotation };
}
