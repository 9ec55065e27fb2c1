import type { Request, RequestHandler } from 'express';
import { SentencesPage } from '../../../views/agreement/sentences.tsx';
import { inProject } from '../../../views/layouts/place.ts';
import { findSentences, type SentenceQuestion } from '../../actions/agreement/find-sentences.ts';
import { FINAL_PLACE, OWN_PLACE, planOwnStudy } from '../../actions/agreement/own-results.ts';
import { CELLS } from '../../agreement/confusion.ts';
import { wholeNumber } from '../../domain/assignment-form.ts';
import { type Codebook, tagNamedIn } from '../../domain/codebook/codebook.ts';
import { NotFoundError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { queryOf } from '../fields.ts';
import { sendPage } from '../render.tsx';
import { viewerOf } from '../viewer.ts';

const PAGE = 50;

/** The sentences behind a number of a coder's results: those of `?tag=` in the cell `?cell=`. */
export const showResultSentences: RequestHandler = async (request, response) => {
  const viewer = viewerOf(request, response);
  const { database } = response.locals;
  const { sight, ...study } = await planOwnStudy(database, viewer.member);
  const question = questionFrom(request, viewer.project.codebook);
  const { tag, cell } = question;
  const page = wholeNumber(queryOf(request, 'page'), 1, 100_000) ?? 1;
  const range = { offset: (page - 1) * PAGE, limit: PAGE };
  const { found, total } = await findSentences(database, sight, study, question, range);
  const props = {
    ...{ tag, found, page },
    heading: t(`resultCell.${cell}`, { count: total }),
    pages: Math.ceil(total / PAGE),
    nameAt: (place: number) => t(place === OWN_PLACE ? 'results.you' : 'results.final'),
    back: { words: t('results.back'), address: inProject(viewer, '/work/results') },
    beside: {
      words: t('results.compare'),
      address: (article: string) => `/articles/${article}/comparison`,
    },
    pageAddress: (other: number) =>
      inProject(viewer, `/work/results/sentences?${new URLSearchParams({ tag, cell, page: String(other) })}`),
  };
  sendPage(response, viewer, {
    title: t('agreement.sentencesHeading', { tag: t(`tagName.${tag}`) }),
    current: 'work',
    children: <SentencesPage {...props} />,
  });
};

/** Throws NotFoundError for a tag or a cell that there is not. */
function questionFrom(request: Request, codebook: Codebook) {
  const tag = tagNamedIn(codebook, queryOf(request, 'tag'));
  const cell = CELLS.find((known) => known === queryOf(request, 'cell'));
  if (!tag || !cell) throw new NotFoundError('page');
  const pair = { coders: [OWN_PLACE, FINAL_PLACE], cell } as const;
  return { tag, cell, pair } satisfies SentenceQuestion & { cell: typeof cell };
}
