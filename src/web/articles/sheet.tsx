import type { Request, RequestHandler, Response } from 'express';
import type { VNode } from 'preact';
import type { Markup } from '../../../views/articles/_block.tsx';
import { Row, type RowProps, Sheet } from '../../../views/articles/sheet.tsx';
import { ArticleBar } from '../../../views/articles/show.tsx';
import { Partial } from '../../../views/shared/_partial.tsx';
import { acceptSuggestion, dismissSuggestion } from '../../actions/judge-suggestions.ts';
import type { LoadedArticle } from '../../actions/load.ts';
import { isWhole, SHEET_MARKS, type SheetMark, type SheetRow, saveSheet } from '../../actions/save-sheet.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { spansOf } from '../../domain/history.ts';
import { findArticle } from '../../store/articles.ts';
import type { Db } from '../../store/client.ts';
import { sentencesOf } from '../../store/counts.ts';
import { undoState } from '../../store/standing.ts';
import type { SavedStep } from '../../store/steps.ts';
import { hullOf, touching } from '../../text/span.ts';
import type { Fields } from '../annotations/form.ts';
import { allFieldsOf, fieldsOf, queryOf } from '../fields.ts';
import { redirect, sendFragments, sendPage, wantsFragments } from '../render.tsx';
import { viewerOf } from '../viewer.ts';
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
  await sendSheet(request, response, loaded, {
    page: pageOf(request, loaded),
    refused: new Map(),
    problems: {},
  });
};

/** Saves the boxes of one page of the sheet. */
export const updateSheet: RequestHandler = async (request, response) => {
  const { db } = response.locals.database;
  const loaded = await articleFrom(request, response);
  const rows = rowsOf(request);
  try {
    const steps = [await saveSheet(db, loaded, rows), ...(await judge(db, loaded, fieldsOf(request)))];
    const page = pageOf(request, loaded);
    if (!wantsFragments(request))
      return redirect(response, `/articles/${loaded.article.id}/sheet?page=${page}`);
    sendFragments(response, await sheetFragments(db, loaded, steps));
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    if (wantsFragments(request)) return sendFragments(response, problemFragments(rows, error.fields), 422);
    const refused = new Map(rows.map((row) => [row.sentence, row]));
    await sendSheet(request, response, loaded, {
      page: pageOf(request, loaded),
      refused,
      problems: error.fields,
    });
  }
};

/** The suggestion whose button was pressed. */
async function judge(db: Db, loaded: LoadedArticle, { accept, dismiss }: Fields): Promise<SavedStep[]> {
  if (accept) return [await acceptSuggestion(db, loaded, accept)];
  return dismiss ? [await dismissSuggestion(db, loaded, dismiss)] : [];
}

interface SheetState {
  readonly page: number;
  /** The rows of a refused form, by sentence. */
  readonly refused: ReadonlyMap<number, SheetRow>;
  readonly problems: Readonly<Record<string, string>>;
}

async function sendSheet(request: Request, response: Response, loaded: LoadedArticle, state: SheetState) {
  const { db } = response.locals.database;
  const { member, text } = loaded;
  const viewer = viewerOf(request, response, member.projectId);
  const article = (await findArticle(db, member.projectId, text.articleId)) ?? loaded.article;
  const from = (state.page - 1) * PAGE_SIZE;
  const rows = await rowsBetween(db, loaded, from, Math.min(from + PAGE_SIZE, text.sentences.length));
  const shown = rows.map((row) => ({
    ...row,
    ticked: tickedAgain(row.seen, state.refused.get(row.index)),
    problem: state.problems[`r${row.index + 1}`],
  }));
  const pages = Math.max(1, Math.ceil(text.sentences.length / PAGE_SIZE));
  const steps = await undoState(db, member, article.id);
  const status = Object.keys(state.problems).length > 0 ? 422 : 200;
  const bar = <ArticleBar article={article} view="sheet" {...steps} />;
  const children = <Sheet article={article} rows={shown} page={state.page} pages={pages} />;
  sendPage(response, viewer, { title: `Sheet: ${article.title}`, kind: 'sheet', bar, children }, status);
}

/** What is saved by now, with the boxes that the person changed as they left them. */
function tickedAgain(saved: ReadonlySet<SheetMark>, refused: SheetRow | undefined): ReadonlySet<SheetMark> {
  if (!refused) return saved;
  const { seen, ticked } = refused;
  const isTicked = (mark: SheetMark) => (seen.has(mark) === ticked.has(mark) ? saved : ticked).has(mark);
  return new Set(SHEET_MARKS.filter(isTicked));
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
  const props = { index, sentence, text, markup, userId: member.userId };
  return { ...props, articleId, language, seen: seenIn(props), ticked: seenIn(props) };
}

/** What the reading page would show of each step, and the rows that it touches. */
async function sheetFragments(db: Db, loaded: LoadedArticle, steps: readonly SavedStep[]) {
  const { text } = loaded;
  const fragments: VNode[] = [];
  for (const saved of steps) {
    const touched = new Set(sentencesOf({ parts: spansOf(text, saved.shown) }, text.sentences));
    fragments.push(...(await changedFragments(db, loaded, saved)));
    for (const index of touched) {
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

function problemFragments(rows: readonly SheetRow[], problems: Readonly<Record<string, string>>) {
  return rows.map(({ sentence }) => (
    <Partial target={`#r${sentence + 1}-error`} swap="textContent">
      {problems[`r${sentence + 1}`]}
    </Partial>
  ));
}

/** `seen` and `tick` fields hold a sentence's index and its marks: `12:claim,quote`, `12:claim`. */
function rowsOf(request: Request): SheetRow[] {
  const ticks = allFieldsOf(request, 'tick').map(readMarks);
  return allFieldsOf(request, 'seen').map((written) => {
    const [sentence, seen] = readMarks(written);
    const ticked = ticks.filter(([index]) => index === sentence).flatMap(([, marks]) => marks);
    return { sentence, seen: new Set(seen), ticked: new Set(ticked) };
  });
}

function readMarks(written: string): [sentence: number, marks: SheetMark[]] {
  const [index = '', marks = ''] = written.split(':');
  return [Number(index), SHEET_MARKS.filter((mark) => marks.split(',').includes(mark))];
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
  userId,
}: Pick<RowProps, 'index' | 'sentence' | 'markup' | 'userId'>): ReadonlySet<SheetMark> {
  const own = markup.annotations.filter((annotation) => annotation.userId === userId);
  const marks = SHEET_MARKS.filter((mark) =>
    mark === 'nothing'
      ? markup.nothingHere.has(index)
      : own.some((annotation) => isWhole(annotation, mark, sentence)),
  );
  return new Set(marks);
}
