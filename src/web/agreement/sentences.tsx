import type { Request, RequestHandler } from 'express';
import { SentencesPage } from '../../../views/agreement/sentences.tsx';
import { findSentences, type SentenceQuestion } from '../../actions/agreement/find-sentences.ts';
import { CELLS, type Cell } from '../../agreement/confusion.ts';
import { wholeNumber } from '../../domain/assignment-form.ts';
import { NotFoundError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { queryOf } from '../fields.ts';
import { sendPage } from '../render.tsx';
import { type StudyScope, studyQuery, studyScope } from './study.ts';

const PAGE = 50;

/**
 * The sentences behind a number: those of `?cell=` of the confusion of `?one=` and `?other=`, or all on which coders
 * differ; of `?article=` alone where it is named.
 */
export const showSentences: RequestHandler = async (request, response) => {
  const scope = await studyScope(request, response);
  const { viewer, study, tag, names, address } = scope;
  const pair = pairAsked(request, scope);
  const articleId = queryOf(request, 'article') || undefined;
  if (articleId !== undefined && !study.articles.some(({ id }) => id === articleId)) {
    throw new NotFoundError('article');
  }
  const page = wholeNumber(queryOf(request, 'page'), 1, 100_000) ?? 1;
  const range = { offset: (page - 1) * PAGE, limit: PAGE };
  const question = { tag, pair, articleId };
  const { database } = response.locals;
  const { found, total } = await findSentences(database, viewer.sight, study, question, range);
  const nameAt = (place: number) => names.get(study.coders[place] ?? '') ?? '';
  const more = {
    ...(pair && { one: queryOf(request, 'one'), other: queryOf(request, 'other'), cell: pair.cell }),
    ...(articleId && { article: articleId }),
  };
  const props = {
    tag,
    found,
    heading: headingOf(total, pair?.cell, pair?.coders.map(nameAt) ?? []),
    page,
    pages: Math.ceil(total / PAGE),
    nameAt,
    beside: {
      words: t('agreement.adjudicate'),
      address: (article: string) => `/articles/${article}/adjudicate`,
    },
    back: { words: t('agreement.back'), address: `${address}?${studyQuery(scope)}` },
    pageAddress: (other: number) =>
      `${address}/sentences?${studyQuery(scope, { ...more, page: String(other) })}`,
  };
  sendPage(response, viewer, {
    title: t('agreement.sentencesHeading', { tag: t(`tagName.${tag}`) }),
    current: 'work',
    children: <SentencesPage {...props} />,
  });
};

const HEADINGS = {
  both: 'agreement.cellBoth',
  onlyFirst: 'agreement.cellOnlyFirst',
  onlySecond: 'agreement.cellOnlySecond',
  neither: 'agreement.cellNeither',
} as const;

function headingOf(count: number, cell: Cell | undefined, [one = '', other = '']: readonly string[]): string {
  return cell ? t(HEADINGS[cell], { count, one, other }) : t('agreement.cellDiffering', { count });
}

/** Throws NotFoundError for coders who are not compared, and cells that there are not. */
function pairAsked(request: Request, { study }: Pick<StudyScope, 'study'>): SentenceQuestion['pair'] {
  const [one, other] = [queryOf(request, 'one'), queryOf(request, 'other')];
  if (one === '' && other === '') return undefined;
  const places = [study.coders.indexOf(one), study.coders.indexOf(other)] as const;
  const cell = CELLS.find((name) => name === queryOf(request, 'cell'));
  if (places.includes(-1) || !cell) throw new NotFoundError('page');
  return { coders: places, cell };
}
