import type { Request, RequestHandler, Response } from 'express';
import { exportFile } from '../../actions/export-annotations.ts';
import { loadArticle } from '../../actions/load.ts';
import { type AnnotationFilter, NO_FILTER } from '../../domain/annotation-filter.ts';
import type { Project } from '../../domain/project.ts';
import { csv } from '../../formats/index.ts';
import { sendDownload } from '../download.ts';
import { pathPart, queryOf } from '../fields.ts';
import { personOf, viewerOf } from '../viewer.ts';
import { filterOf } from './filter.ts';

/** The project's annotations as CSV, by the table's filters; `?raw=1` for programs. */
export const exportAnnotations: RequestHandler = async (request, response) => {
  const { project } = await viewerOf(request, response);
  await sendCsv(request, response, project, filterOf(request));
};

/** One article's annotations as CSV. */
export const exportArticle: RequestHandler = async (request, response) => {
  const { db } = response.locals.database;
  const { article } = await loadArticle(db, (await personOf(response)).id, pathPart(request, 'id'));
  const { project } = await viewerOf(request, response, article.projectId);
  await sendCsv(request, response, project, { ...NO_FILTER, articleId: article.id });
};

/** What the columns of `annotations.csv` are, for programs (CSV on the Web). */
export const showMetadata: RequestHandler = (_request, response) => {
  const { companion } = csv;
  response.type(companion?.mediaType ?? 'json').send(companion?.write('annotations.csv'));
};

async function sendCsv(request: Request, response: Response, project: Project, filter: AnnotationFilter) {
  const raw = queryOf(request, 'raw') === '1';
  const day = new Date().toISOString().slice(0, 10);
  response.set('Link', '<annotations.csv-metadata.json>; rel="describedby"; type="application/csvm+json"');
  await sendDownload(request, response, {
    fileName: `${project.slug}-annotations-${day}.${csv.extension}`,
    mediaType: csv.mediaType,
    chunks: exportFile(response.locals.database, { project, filter, format: csv, raw }),
  });
}
