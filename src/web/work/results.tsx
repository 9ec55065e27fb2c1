import type { RequestHandler } from 'express';
import { inProject } from '../../../views/layouts/place.ts';
import { ResultsPage } from '../../../views/work/results.tsx';
import { measureOwnStudy, planOwnStudy } from '../../actions/agreement/own-results.ts';
import { t } from '../../messages/language.ts';
import { sendPage } from '../render.tsx';
import { viewerOf } from '../viewer.ts';

/** A coder's own codings against the final ones, where the project shows coders their results. */
export const showResults: RequestHandler = async (request, response) => {
  const viewer = viewerOf(request, response);
  const { database } = response.locals;
  const study = await planOwnStudy(database, viewer.member);
  const result = await measureOwnStudy(database, study, viewer.project.codebook);
  const titles = new Map(study.articles.map(({ id, title }) => [id, title]));
  const props = {
    result,
    titleOf: (articleId: string) => titles.get(articleId) ?? '',
    work: inProject(viewer, '/work'),
    sentences: (tag: string, cell: string) =>
      inProject(viewer, `/work/results/sentences?${new URLSearchParams({ tag, cell })}`),
  };
  sendPage(response, viewer, {
    title: t('results.heading'),
    current: 'work',
    children: <ResultsPage {...props} />,
  });
};
