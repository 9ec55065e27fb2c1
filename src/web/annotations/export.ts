import type { Request, RequestHandler, Response } from 'express';
import { exportFile } from '../../actions/export-annotations.ts';
import { type AnnotationFilter, NO_FILTER } from '../../domain/annotation-filter.ts';
import { NotFoundError } from '../../domain/errors.ts';
import { type Companion, type Format, formats } from '../../formats/index.ts';
import { articleFrom } from '../articles/load.ts';
import { noteDeed } from '../audit/note.ts';
import { sendDownload } from '../download.ts';
import { exportScope, ofCoding, stemOf } from '../exports/scope.ts';
import { pathPart, queryOf } from '../fields.ts';
import { type Viewer, viewerOf } from '../viewer.ts';

/** The project's annotations in one of the formats, by a filter in the address; `?raw=1` for programs. */
export const exportAnnotations: RequestHandler = async (request, response) => {
  const { viewer, filter, stem } = await exportScope(request, response);
  await sendExport(request, response, filter, stem, viewer);
};

/** One article's annotations in one of the formats. */
export const exportArticle: RequestHandler = async (request, response) => {
  const { article } = await articleFrom(request, response);
  const viewer = viewerOf(request, response, article.projectId);
  const filter = ofCoding(request, viewer, { ...NO_FILTER, articleId: article.id });
  await sendExport(request, response, filter, stemOf(viewer, article), viewer);
};

async function sendExport(
  request: Request,
  response: Response,
  filter: AnnotationFilter,
  stem: string,
  { project, sight }: Viewer,
) {
  const { format, companion } = formatAsked(request);
  if (companion) {
    response
      .type(companion.mediaType)
      .send(companion.write(`annotations.${format.extension}`, project.codebook));
    return;
  }
  await noteDeed(request, response, {
    action: 'exported',
    projectId: project.id,
    details: { format: format.key },
  });
  if (format.companion) response.set('Link', linkTo(format, format.companion));
  await sendDownload(request, response, {
    fileName: `${stem}.${format.extension}`,
    mediaType: format.mediaType,
    chunks: exportFile(response.locals.database, {
      sight,
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
