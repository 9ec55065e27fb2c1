import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { VNode } from 'preact';
import { v5 as uuidv5 } from 'uuid';
import type { Markup } from '../../../views/articles/_block.tsx';
import { Row, type RowProps, Sheet, type SheetOutcome } from '../../../views/articles/sheet.tsx';
import { ArticleBar } from '../../../views/articles/show.tsx';
import { Partial } from '../../../views/shared/_partial.tsx';
import { doneBefore } from '../../actions/done-before.ts';
import { canFinish } from '../../actions/finish-coding.ts';
import { acceptSuggestion, dismissSuggestion, isLeft } from '../../actions/judge-suggestions.ts';
import type { LoadedArticle } from '../../actions/load.ts';
import { isWhole, NOTHING, type SheetMark, type SheetRow, saveSheet } from '../../actions/save-sheet.ts';
import { type Codebook, tagNamedIn } from '../../domain/codebook/codebook.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { spansOf } from '../../domain/history.ts';
import { t } from '../../messages/language.ts';
import type { Db } from '../../store/client.ts';
import { findCoding } from '../../store/codings.ts';
import { sentencesOf } from '../../store/counts.ts';
import { undoState } from '../../store/standing.ts';
import type { SavedStep } from '../../store/steps.ts';
import { hullOf, touching } from '../../text/span.ts';
import type { Fields } from '../annotations/form.ts';
import { hasTalk } from '../comments/talk.tsx';
import { allFieldsOf, fieldsOf, queryOf } from '../fields.ts';
import { redirect, sendFragments, sendPage, wantsFragments } from '../render.tsx';
import { codebookOf, viewerOf } from '../viewer.ts';
import { changedFragments } from './changed.tsx';
import { articleFrom } from './load.ts';
import { markupFrom, markupOf } from './reading.ts';

const PAGE_SIZE = 100;

/**
 * The article as a list of sentences with boxes: `?page=`, or the page of `?sentence=` or of the offset
 * `?at=`.
 */
export const showSheet: RequestHandler = async (request, response) => {
  const loaded = await articleFrom(request, response);
  const saved = queryOf(request, 'saved');
  const outcome = /^\d{1,5}$/.test(saved) ? { saved: Number(saved) } : {};
  await sendSheet(request, response, loaded, { refused: new Map(), problems: new Map(), outcome });
};

/** Saves the boxes of one page of the sheet, as far as they do not contradict each other. */
export const updateSheet: RequestHandler = async (request, response) => {
  const { db } = response.locals.database;
  const loaded = await articleFrom(request, response);
  const rows = rowsOf(request, codebookOf(response));
  const { saved, problems } = await saveSheet(db, named(request, loaded, 'boxes'), rows);
  const judged = await judge(db, named(request, loaded, 'suggestion'), fieldsOf(request));
  const isRefused = problems.size > 0 || judged.problem !== undefined;
  if (wantsFragments(request)) {
    const fragments = await sheetFragments(db, loaded, [saved, ...judged.steps]);
    return sendFragments(
      response,
      [...fragments, ...problemFragments(rows, problems)],
      isRefused ? 422 : 200,
    );
  }
  const count = [saved, ...judged.steps].reduce((sum, step) => sum + touchedBy(loaded, step).size, 0);
  const address = `/articles/${loaded.article.id}/sheet?page=${pageOf(request, loaded)}`;
  if (!isRefused) return redirect(response, `${address}&saved=${count}`);
  const refused = new Map(
    rows.filter(({ sentence }) => problems.has(sentence)).map((row) => [row.sentence, row]),
  );
  const wrong = [...problems].map(([index, problem]) => [index + 1, problem] as const);
  const outcome = { saved: count, problems: wrong, problem: judged.problem };
  await sendSheet(request, response, loaded, { refused, problems, outcome });
};

/**
 * A plain form keeps its name when somebody goes back to it: what it says else is then part of the request's name. By
 * htmx the same form is sent again and again, each time to say what has changed, and saying it twice changes nothing.
 */
function named(request: Request, loaded: LoadedArticle, what: 'boxes' | 'suggestion'): LoadedArticle {
  const { requestKey } = loaded;
  if (requestKey === undefined || wantsFragments(request)) return { ...loaded, requestKey: undefined };
  const { accept, dismiss } = fieldsOf(request);
  const said =
    what === 'boxes' ? [allFieldsOf(request, 'seen'), allFieldsOf(request, 'tick')] : [accept, dismiss];
  return { ...loaded, requestKey: uuidv5(JSON.stringify([what, said]), requestKey) };
}

/** Does what the button of a suggestion says; a sentence where it cannot be done any more. */
async function judge(
  db: Db,
  loaded: LoadedArticle,
  { accept, dismiss }: Fields,
): Promise<{ readonly steps: readonly SavedStep[]; readonly problem?: string }> {
  if (!accept && !dismiss) return { steps: [] };
  const done = await doneBefore(db, loaded.member.accountId, loaded.requestKey);
  if (done) return { steps: [done.saved] };
  try {
    const step = accept ? acceptSuggestion(db, loaded, accept) : dismissSuggestion(db, loaded, dismiss ?? '');
    const saved = await step;
    return isLeft(saved) ? { steps: [saved], problem: t('change.suggestionGone') } : { steps: [saved] };
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return { steps: [], problem: error.message };
  }
}

interface SheetState {
  /** The rows that were refused, by sentence. */
  readonly refused: ReadonlyMap<number, SheetRow>;
  readonly problems: ReadonlyMap<number, string>;
  readonly outcome: SheetOutcome;
}

async function sendSheet(request: Request, response: Response, loaded: LoadedArticle, state: SheetState) {
  const { db } = response.locals.database;
  const { member, article, text } = loaded;
  const viewer = viewerOf(request, response, member.projectId);
  const coding = await findCoding(db, article, loaded.lane);
  const page = pageOf(request, loaded);
  const from = (page - 1) * PAGE_SIZE;
  const rows = await rowsBetween(db, loaded, from, Math.min(from + PAGE_SIZE, text.sentences.length));
  const shown = rows.map((row) => ({
    ...row,
    hasTalk: hasTalk(response, loaded),
    ticked: tickedAgain(row.seen, state.refused.get(row.index)),
    problem: state.problems.get(row.index),
  }));
  const pages = Math.max(1, Math.ceil(text.sentences.length / PAGE_SIZE));
  const steps = await undoState(db, loaded);
  const isRefused = state.problems.size > 0 || state.outcome.problem !== undefined;
  const bar = (
    <ArticleBar article={article} coding={coding} view="sheet" canFinish={canFinish(loaded)} {...steps} />
  );
  const { outcome } = state;
  const requestKey = randomUUID();
  const children = <Sheet {...{ article, rows: shown, page, pages, outcome, requestKey }} />;
  const title = t('sheet.title', { title: article.title });
  sendPage(response, viewer, { title, kind: 'sheet', bar, children }, isRefused ? 422 : 200);
}

/** What is saved by now, with the boxes that the person changed as they left them. */
function tickedAgain(saved: ReadonlySet<SheetMark>, refused: SheetRow | undefined): ReadonlySet<SheetMark> {
  if (!refused) return saved;
  const { seen, ticked } = refused;
  const isTicked = (mark: SheetMark) => (seen.has(mark) === ticked.has(mark) ? saved : ticked).has(mark);
  return new Set([...saved, ...ticked].filter(isTicked));
}

async function rowsBetween(db: Db, loaded: LoadedArticle, from: number, to: number): Promise<RowProps[]> {
  const sentences = loaded.text.sentences.slice(from, to);
  if (sentences.length === 0) return [];
  const markup = await markupOf(db, loaded, hullOf(sentences));
  return sentences.map((_, at) => rowOf(loaded, from + at, markup));
}

function rowOf({ text, member, article }: LoadedArticle, index: number, markup: Markup): RowProps {
  const { id: articleId, language } = article;
  const sentence = text.sentences[index] ?? { start: 0, end: 0, block: 0 };
  const props = { index, sentence, text, markup, annotatorId: member.annotatorId };
  return { ...props, articleId, language, seen: seenIn(props), ticked: seenIn(props) };
}

/** What the reading page would show of each step, and the rows that it touches. */
async function sheetFragments(db: Db, loaded: LoadedArticle, steps: readonly SavedStep[]) {
  const { text } = loaded;
  const fragments: VNode[] = [];
  for (const saved of steps) {
    fragments.push(...(await changedFragments(db, loaded, saved)));
    for (const index of touchedBy(loaded, saved)) {
      const sentence = text.sentences[index];
      if (!sentence) continue;
      const row = rowOf(loaded, index, await markupFrom(db, loaded, sentence, saved.standing));
      fragments.push(
        <Partial target={`#r${index + 1}`} swap="outerMorph">
          <Row {...row} />
        </Partial>,
      );
    }
  }
  return fragments;
}

/** The sentences of which a step changed something. */
function touchedBy({ text }: LoadedArticle, { shown }: SavedStep): ReadonlySet<number> {
  return new Set(sentencesOf({ parts: spansOf(text, shown) }, text.sentences));
}

function problemFragments(rows: readonly SheetRow[], problems: ReadonlyMap<number, string>) {
  return rows.map(({ sentence }) => (
    <Partial target={`#r${sentence + 1}-error`} swap="textContent">
      {problems.get(sentence)}
    </Partial>
  ));
}

/** `seen` and `tick` fields hold a sentence's index and its marks: `12:claim,quote`, `12:claim`. */
function rowsOf(request: Request, codebook: Codebook): SheetRow[] {
  const read = (written: string) => readMarks(written, codebook);
  const ticks = allFieldsOf(request, 'tick').map(read);
  return allFieldsOf(request, 'seen').map((written) => {
    const [sentence, seen] = read(written);
    const ticked = ticks.filter(([index]) => index === sentence).flatMap(([, marks]) => marks);
    return { sentence, seen: new Set(seen), ticked: new Set(ticked) };
  });
}

function readMarks(written: string, codebook: Codebook): [sentence: number, marks: SheetMark[]] {
  const [index = '', marks = ''] = written.split(':');
  const isMark = (mark: string) => mark === NOTHING || tagNamedIn(codebook, mark) !== undefined;
  return [Number(index), marks.split(',').filter(isMark)];
}

function pageOf(request: Request, { text }: LoadedArticle): number {
  const at = queryOf(request, 'at');
  const sentence =
    at === ''
      ? Number(queryOf(request, 'sentence')) - 1
      : touching(text.sentences, { start: Number(at), end: Number(at) + 1 })[0];
  const page =
    sentence > 0 ? Math.floor(sentence / PAGE_SIZE) + 1 : Math.floor(Number(queryOf(request, 'page')));
  const pages = Math.max(1, Math.ceil(text.sentences.length / PAGE_SIZE));
  return Math.min(Math.max(1, page || 1), pages);
}

function seenIn({
  index,
  sentence,
  markup,
  annotatorId,
}: Pick<RowProps, 'index' | 'sentence' | 'markup' | 'annotatorId'>): ReadonlySet<SheetMark> {
  const own = markup.annotations.filter((annotation) => annotation.annotatorId === annotatorId);
  const whole = own.filter((annotation) => isWhole(annotation, annotation.tag, sentence));
  return new Set([...whole.map(({ tag }) => tag), ...(markup.nothingHere.has(index) ? [NOTHING] : [])]);
}
