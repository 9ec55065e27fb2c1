import type { RequestHandler } from 'express';
import { exportedCodebook } from '../../actions/codebook/read-codebook.ts';
import { require } from '../../domain/permission.ts';
import { viewerOfProject } from '../projects/load.ts';

/** The codebook as JSON, to be kept or used in another project. */
export const exportCodebook: RequestHandler = (request, response) => {
  const { project, member } = viewerOfProject(request, response);
  require(member, 'readCodebook');
  const { slug, codebook } = project;
  response.attachment(`${slug}.codebook.json`).type('json').send(exportedCodebook(codebook));
};
