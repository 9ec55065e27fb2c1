import type { Request, Response } from 'express';
import type { AnnotationFilter } from '../../domain/annotation-filter.ts';
import type { Article } from '../../domain/article.ts';
import { codingChoice } from '../../domain/coding-choice.ts';
import { fileStem } from '../../domain/file-name.ts';
import { articleFor } from '../../store/find-article.ts';
import { queryOf } from '../fields.ts';
import { type Viewer, viewerOf } from '../viewer.ts';
import { exportFilterOf } from './filter.ts';

/** What is taken away, and by whom. */
export interface ExportScope {
  readonly viewer: Viewer;
  readonly filter: AnnotationFilter;
  /** Where it is all of one article. */
  readonly article: Article | null;
  /** How the file's name begins: the article or project, and what is inside. */
  readonly stem: string;
}

/** What an address asks to take away; one article is in a project that needs no name. */
export async function exportScope(request: Request, response: Response): Promise<ExportScope> {
  const { atDesk, database } = response.locals;
  const articleId = queryOf(request, 'article');
  const found = articleId === '' ? null : await articleFor(database.db, atDesk.person.id, articleId);
  const article = found && !found.article.deletedAt ? found.article : null;
  const viewer = viewerOf(request, response, article?.projectId);
  const filter = ofCoding(request, viewer, exportFilterOf(request, viewer.project.codebook));
  return { viewer, filter, article, stem: stemOf(viewer, article) };
}

/** The filter with the codings that the address asks for (`?coding=`). */
export function ofCoding(
  request: Request,
  { member, sight }: Pick<Viewer, 'member' | 'sight'>,
  filter: AnnotationFilter,
): AnnotationFilter {
  const coding = codingChoice(member, sight, queryOf(request, 'coding'));
  return coding === undefined ? filter : { ...filter, coding };
}

/** `losing-ground-in-mosul.annotations` */
export function stemOf({ project }: Pick<Viewer, 'project'>, article: Pick<Article, 'title'> | null): string {
  const own = article ? fileStem(article.title) : fileStem(project.name);
  return `${own ?? project.slug}.annotations`;
}
