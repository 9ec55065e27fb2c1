import type { Request, RequestHandler, Response } from 'express';
import { exportFile } from '../../actions/export-annotations.ts';
import { type AnnotationFilter, NO_FILTER } from '../../domain/annotation-filter.ts';
import { NotFoundError } from '../../domain/errors.ts';
import type { Project } from '../../domain/project.ts';
import { type Companion, type Format, formats } from '../../formats/index.ts';
import { articleFrom } from '../articles/load.ts';
import { sendDownload } from '../download.ts';
import { pathPart, queryOf } from '../fields.ts';
import { viewerOf } from '../viewer.ts';
import { filterOf } from './filter.ts';

/** What the pages' export menus offer. */
export const exportChoices = formats.map(({ key, name, description }) => ({ key, name, description }));

/** The project's annotations in one of the formats, by the table's filters; `?raw=1` for programs. */
export const exportAnnotations: RequestHandler = async (request, response) => {
  const { project } = viewerOf(request, response);
  await sendExport(request, response, project, filterOf(request));
};

/** One article's annotations in one of the formats. */
export const exportArticle: RequestHandler = async (request, response) => {
  const { article } = await articleFrom(request, response);
  const { project } = viewerOf(request, response, article.projectId);
  await sendExport(request, response, project, { ...NO_FILTER, articleId: article.id });
};

async function sendExport(request: Request, response: Response, project: Project, filter: AnnotationFilter) {
  const { format, companion } = formatAsked(request);
  if (companion) {
    response.type(companion.mediaType).send(companion.write(`annotations.${format.extension}`));
    return;
  }
  const day = new Date().toISOString().slice(0, 10);
  if (format.companion) response.set('Link', linkTo(format, format.companion));
  await sendDownload(request, response, {
    fileName: `${project.slug}-annotations-${day}.${format.extension}`,
    mediaType: format.mediaType,
    chunks: exportFile(response.locals.database, {
      project,
      filter,
      format,
      raw: queryOf(request, 'raw') === '1',
    }),
  });
}

/** The format that ends the address, or the document that describes its files. */
function formatAsked(request: Request): { readonly format: Format; readonly companion?: Companion } {
  const ending = pathPart(request, 'format');
  for (const format of formats) {
    if (format.key === ending) return { format };
    const { companion } = format;
    if (companion && ending === `${format.key}${companion.suffix}`) return { format, companion };
  }
  throw new NotFoundError('format');
}

function linkTo({ key }: Format, { suffix, mediaType }: Companion): string {
  return `<annotations.${key}${suffix}>; rel="describedby"; type="${mediaType}"`;
}
