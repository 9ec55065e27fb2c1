import type { Request, RequestHandler, Response } from 'express';
import { ExportDialog, type ExportFormProps, ExportPage } from '../../../views/exports/new.tsx';
import { inProject } from '../../../views/layouts/place.ts';
import { type AnnotationFilter, articlesOf, isFiltering } from '../../domain/annotation-filter.ts';
import type { Article } from '../../domain/article.ts';
import { CODING_WORDS, seesBoth } from '../../domain/coding-choice.ts';
import { formatGroups } from '../../formats/index.ts';
import { t } from '../../messages/language.ts';
import { countMatching } from '../../store/annotation-table.ts';
import { listAnnotators } from '../../store/annotators.ts';
import { totalsOf } from '../../store/article-list.ts';
import { queryOf } from '../fields.ts';
import { sendFragments, sendPage, wantsFragments } from '../render.tsx';
import type { Viewer } from '../viewer.ts';
import { exportFields } from './filter.ts';
import { type ExportScope, exportScope } from './scope.ts';

/** The ways to take annotations away: all of a project, of an article, or what a filter finds. */
export const newExport: RequestHandler = async (request, response) => {
  const scope = await exportScope(request, response);
  const form = await formOf(request, response, scope);
  if (wantsFragments(request)) return sendFragments(response, [<ExportDialog {...form} />]);
  sendPage(response, scope.viewer, {
    title: t('exporting.heading'),
    kind: 'form',
    children: <ExportPage {...form} />,
  });
};

async function formOf(
  request: Request,
  response: Response,
  { viewer, filter, article, stem }: ExportScope,
): Promise<ExportFormProps> {
  const project = viewer.projects.length > 1 ? [['project', viewer.project.slug] as const] : [];
  return {
    groups: groups(),
    fields: [...exportFields(request).filter(([name]) => name !== 'coding'), ...project],
    codings: await codingsOf(request, response, viewer),
    rows: await rowsOf(response, viewer, filter),
    only: await onlyOf(response, viewer, filter, article),
    stem,
    back: article ? `/articles/${article.id}` : inProject(viewer, '/'),
  };
}

/** Of which codings it can be taken, where somebody sees several. */
async function codingsOf(
  request: Request,
  response: Response,
  { member, sight }: Viewer,
): Promise<ExportFormProps['codings']> {
  if (member.way === 'together' || !seesBoth(sight)) return [];
  const people = await listAnnotators(response.locals.database.db, sight);
  const asked = queryOf(request, 'coding') || CODING_WORDS[0];
  const words = CODING_WORDS.map((value) => ({ value, name: t(`exporting.coding_${value}`) }));
  const names = people.map(({ id, name }) => ({ value: id, name }));
  return [...words, ...names].map((choice) => ({ ...choice, isChosen: choice.value === asked }));
}

function groups(): ExportFormProps['groups'] {
  return (['spreadsheet', 'reading', 'tools'] as const).map((purpose) => ({
    purpose,
    choices: formatGroups[purpose].map(({ key, name, description, extension }) => ({
      key,
      name,
      description,
      extension,
    })),
  }));
}

/** How much is taken away; articles without annotations go with those of their articles only. */
async function rowsOf(response: Response, { sight }: Viewer, filter: AnnotationFilter): Promise<string> {
  const { database } = response.locals;
  const { total, hasMore } = await countMatching(database, sight, filter);
  const annotations = t(hasMore ? 'exporting.manyAnnotations' : 'exporting.annotations', { count: total });
  const { articles: _, ...others } = filter;
  if (isFiltering({ ...others, articleId: null })) return annotations;
  const { articles: count } = await totalsOf(database.db, sight, articlesOf(filter));
  return t('exporting.rows', { annotations, articles: t('exporting.articles', { count }) });
}

/** The filter in words. */
async function onlyOf(
  response: Response,
  { sight }: Viewer,
  filter: AnnotationFilter,
  article: Article | null,
): Promise<string[]> {
  const { tag, articleId, annotatorId, speaker, words, articles } = filter;
  const people = annotatorId ? await listAnnotators(response.locals.database.db, sight) : [];
  const annotator = people.find(({ id }) => id === annotatorId)?.name ?? annotatorId;
  return [
    tag && t('exporting.tag', { value: t(`tagName.${tag}`) }),
    articleId && t('exporting.article', { value: article?.title ?? articleId }),
    annotator && t('exporting.annotator', { value: annotator }),
    speaker && t('exporting.speaker', { value: speaker }),
    words && t('exporting.words', { value: words }),
    articles?.ids && t('exporting.ticked', { count: articles.ids.length }),
    articles?.words && t('exporting.articleWords', { value: articles.words }),
    articles?.label && t('exporting.label', { value: articles.label }),
    articles?.state && t('exporting.state', { value: t(`articles.${articles.state}`) }),
  ].flatMap((said) => said || []);
}
