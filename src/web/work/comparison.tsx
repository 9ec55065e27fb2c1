import type { RequestHandler } from 'express';
import { inProject } from '../../../views/layouts/place.ts';
import { ComparisonPage } from '../../../views/work/comparison.tsx';
import { comparePractice } from '../../actions/compare-practice.ts';
import { t } from '../../messages/language.ts';
import { articleFrom } from '../articles/load.ts';
import { sendPage } from '../render.tsx';
import { viewerOf } from '../viewer.ts';

/** A coder's practice beside its reference, once it is done. */
export const showComparison: RequestHandler = async (request, response) => {
  const loaded = await articleFrom(request, response);
  const compared = await comparePractice(response.locals.database.db, loaded);
  const { article, text } = loaded;
  const viewer = viewerOf(request, response, article.projectId);
  const onward = inProject(viewer, '/work');
  sendPage(response, viewer, {
    title: t('comparison.title', { title: article.title }),
    current: 'work',
    children: <ComparisonPage article={article} text={text} compared={compared} onward={onward} />,
  });
};
