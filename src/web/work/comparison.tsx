import type { RequestHandler } from 'express';
import { inProject } from '../../../views/layouts/place.ts';
import { ComparisonPage } from '../../../views/work/comparison.tsx';
import { compareResult } from '../../actions/compare-result.ts';
import { seesOwnResults } from '../../domain/sight.ts';
import { t } from '../../messages/language.ts';
import { articleFrom } from '../articles/load.ts';
import { queryOf } from '../fields.ts';
import { sendPage } from '../render.tsx';
import { viewerOf } from '../viewer.ts';

/** A coder's own coding beside the final one or a reference, once both are done; `?only=differences` of it. */
export const showComparison: RequestHandler = async (request, response) => {
  const loaded = await articleFrom(request, response);
  const compared = await compareResult(response.locals.database.db, loaded);
  const { article, text } = loaded;
  const viewer = viewerOf(request, response, article.projectId);
  const props = {
    ...{ article, text, compared },
    isShort: queryOf(request, 'only') === 'differences',
    onward: inProject(viewer, '/work'),
    results: seesOwnResults(viewer.member) ? inProject(viewer, '/work/results') : undefined,
  };
  sendPage(response, viewer, {
    title: t('comparison.title', { title: article.title }),
    current: 'work',
    children: <ComparisonPage {...props} />,
  });
};
