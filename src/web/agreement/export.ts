import type { RequestHandler } from 'express';
import { exportRatings } from '../../actions/agreement/export-ratings.ts';
import { reportOf } from '../../actions/agreement/kept-studies.ts';
import { noteDeed } from '../audit/note.ts';
import { cachingAsItIs, sendDownload } from '../download.ts';
import { queryOf } from '../fields.ts';
import { studyScope } from './study.ts';

/** The codes of a tag as CSV, a row a sentence and a column a coder; `?raw=1` for programs. */
export const exportStudyRatings: RequestHandler = async (request, response) => {
  const { viewer, study, tag, names } = await studyScope(request, response);
  const { project, sight } = viewer;
  const details = { format: 'agreement' };
  await noteDeed(request, response, { action: 'exported', projectId: project.id, details });
  const raw = queryOf(request, 'raw') === '1';
  await sendDownload(request, response, {
    fileName: `${project.slug}-agreement-${tag}.csv`,
    mediaType: 'text/csv; charset=utf-8; header=present',
    chunks: exportRatings(response.locals.database, sight, study, { tag, names, raw }),
  });
};

/** Whoever asks for a file waits until it is there. */
const ENDLESS = 2 ** 31 - 1;

/** All figures of a study as JSON. */
export const exportStudyFigures: RequestHandler = async (request, response) => {
  const { viewer, study, names, choice } = await studyScope(request, response);
  const found = await reportOf(response.locals.database, viewer.sight, study, ENDLESS);
  const coders = study.coders.map((id) => ({ id, name: names.get(id) ?? '' }));
  const articles = study.articles.map(({ id, title }) => ({ id, title }));
  response.set('Cache-Control', cachingAsItIs(response));
  response.attachment(`${viewer.project.slug}-agreement.json`).json({
    project: viewer.project.slug,
    coders,
    articles,
    asked: { by: choice.isByAll ? 'all' : 'two', sighted: choice.withSighted },
    leftOut: { sighted: study.sighted },
    report: found,
  });
};
