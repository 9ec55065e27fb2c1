import type { Request, RequestHandler, Response } from 'express';
import { Conflict } from '../../../views/annotations/_form.tsx';
import { Partial } from '../../../views/shared/_partial.tsx';
import type { SavedAnnotation } from '../../actions/add-annotation.ts';
import { doneBefore } from '../../actions/done-before.ts';
import { type AnnotationEdit, editAnnotation, type NewPlace } from '../../actions/edit-annotation.ts';
import type { LoadedAnnotation } from '../../actions/load.ts';
import { readingLanguage } from '../../actions/suggest.ts';
import type { Annotation } from '../../domain/annotation.ts';
import { fieldsOfTag, readGiven } from '../../domain/codebook/answers.ts';
import { askedAttributes } from '../../domain/codebook/codebook.ts';
import { ownField } from '../../domain/codebook/field.ts';
import { EditConflictError, InvalidInputError, WordsMismatchError } from '../../domain/errors.ts';
import type { Span } from '../../text/span.ts';
import { blocksOfAnnotation, type EntryView, sendChanges, sendDoneBefore } from '../articles/changed.tsx';
import { refuseStaleWords } from '../articles/show.tsx';
import { changing } from '../changing.ts';
import { fieldsOf } from '../fields.ts';
import { redirect, sendFragments, wantsFragments } from '../render.tsx';
import { withStep } from '../steps/undo.ts';
import { viewerOf } from '../viewer.ts';
import {
  annotationFields,
  type Fields,
  hasField,
  moveField,
  partsField,
  tagField,
  versionField,
} from './form.ts';
import { sendTablePage } from './index.tsx';
import { loadFrom } from './load.ts';
import { openedIn, type ShownRow, sendRow } from './row.tsx';
import { sendAnnotationPage } from './show.tsx';
import { tableOf } from './table-query.ts';

/** Saves what was changed in an annotation: attributes, tag, parts, an end moved by a word, a part added. */
export const updateAnnotation: RequestHandler = changing(async (request, response) => {
  const loaded = await loadFrom(request, response);
  const fields = annotationFields(request);
  try {
    await saveEdit(request, response, loaded, fields);
  } catch (error) {
    if (error instanceof WordsMismatchError) return refuseStaleWords(request, response, loaded);
    if (error instanceof InvalidInputError) return refuse(request, response, loaded, fields, error);
    if (error instanceof EditConflictError) return showConflict(request, response, loaded, fields);
    throw error;
  }
});

async function saveEdit(request: Request, response: Response, loaded: LoadedAnnotation, fields: Fields) {
  const { db } = response.locals.database;
  const saved = await editAnnotation(db, loaded, editOf(loaded, fields));
  const { annotation } = saved;
  if (isInTable(fields) || !wantsFragments(request))
    return showSaved(request, response, { ...loaded, annotation }, fields);
  const view = viewAfter(loaded, saved, fields);
  const cleared = view === 'version' ? problemFragments(loaded, {}) : [];
  await sendChanges(response, loaded, saved, { viewOf: () => view, others: cleared });
}

/** The row as it is saved, or for a plain form the page to go on with. */
async function showSaved(request: Request, response: Response, saved: LoadedAnnotation, fields: Fields) {
  if (!wantsFragments(request)) return redirect(response, pageAfter(saved.annotation, fields));
  const column = fields.open || (moveField(fields) ? 'all' : undefined);
  await sendRow(request, response, saved, { column, focusOn: fields.cell ?? 'all' });
}

/** What was begun in the table ends there; anything else ends in the text. */
function pageAfter({ id, articleId, start }: Annotation, fields: Fields): string {
  if (moveField(fields) && !isInTable(fields)) return `/annotations/${id}`;
  if (!fields.back) return `/articles/${articleId}?at=${start}#m-${id}`;
  const open = fields.open || (moveField(fields) ? 'all' : '');
  return `${withStep(fields.back, { open: open && `${id}.${open}` })}#row-${id}`;
}

/** Whether a form stands in a row of the table. */
function isInTable({ view }: Fields): boolean {
  return view === 'row' || view === 'cell';
}

/** How the list shows what was edited: a form of which a field was saved stays as it is. */
function viewAfter(loaded: LoadedAnnotation, { annotation }: SavedAnnotation, fields: Fields): EntryView {
  if (fields.done || fields.over) return 'entry';
  if (loaded.annotation.tag !== annotation.tag) return 'card';
  if (isFromCard(fields)) return 'version';
  return fields.view === 'card' ? 'card' : 'entry';
}

/** Only the card sends attributes; the palette and the keys send a place alone. */
function isFromCard(fields: Fields): boolean {
  return hasField(fields, () => true);
}

function editOf(loaded: LoadedAnnotation, fields: Fields): AnnotationEdit {
  const { annotation } = loaded;
  const tag = fields.tag === undefined ? annotation.tag : tagField(fields, loaded.codebook);
  const before = { attributes: annotation, answers: annotation.answers };
  const given = readGiven(loaded.codebook, tag, fields, before, readingLanguage(loaded).numbers);
  return { version: versionField(fields), tag, ...given, place: placeOf(fields) };
}

function placeOf(fields: Fields): NewPlace | undefined {
  const move = moveField(fields);
  if (move) return { how: 'move', move };
  const parts = partsSent(fields);
  const how = fields.add === undefined ? 'replace' : 'add';
  return parts && { how, parts, seen: fields.text ?? '' };
}

function partsSent(fields: Fields): Span[] | undefined {
  return partsField(fields, 'add') ?? partsField(fields, 'parts');
}

/** What is wrong, beside each field; what was typed stays. */
async function refuse(
  request: Request,
  response: Response,
  loaded: LoadedAnnotation,
  values: Fields,
  { fields: problems }: InvalidInputError,
): Promise<void> {
  const typed = { values, problems };
  if (isInTable(values)) await showOpen(request, response, loaded, { typed });
  else if (wantsFragments(request)) sendFragments(response, problemFragments(loaded, problems), 422);
  else await sendAnnotationPage(request, response, loaded, { typed });
}

/** The row with what was typed still in it, alone or in its table. */
async function showOpen(
  request: Request,
  response: Response,
  loaded: LoadedAnnotation,
  shown: Pick<ShownRow, 'typed' | 'conflict'>,
): Promise<void> {
  const fields = fieldsOf(request);
  const column = fields.view === 'row' ? 'all' : (fields.cell ?? '');
  if (wantsFragments(request)) return sendRow(request, response, loaded, { column, ...shown });
  const viewer = viewerOf(request, response, loaded.member.projectId);
  const query = tableOf(request, viewer.project.codebook);
  const opened = openedIn(`${loaded.annotation.id}.${column}`, viewer, query);
  const status = shown.conflict ? 409 : 422;
  await sendTablePage(request, response, viewer, {
    query,
    opened: opened && { ...opened, ...shown },
    status,
  });
}

/** The error beside each field of the open card; empty ones clear what stood there. */
function problemFragments(
  { annotation, codebook }: LoadedAnnotation,
  problems: Readonly<Record<string, string>>,
) {
  const { tag } = annotation;
  const own = fieldsOfTag(codebook, tag).map(({ key }) => ownField(key));
  const slots = ['parts', ...askedAttributes(codebook, tag).map(({ field }) => field), ...own];
  return slots.map((field) => (
    <Partial target={`#f-${annotation.id}-${field}-error`} swap="textContent">
      {problems[field]}
    </Partial>
  ));
}

/** Both versions: the saved one in words, the person's own still in the fields. */
async function showConflict(request: Request, response: Response, stale: LoadedAnnotation, values: Fields) {
  const done = await doneBefore(response.locals.database.db, stale.member.accountId, stale.requestKey);
  if (done && !isInTable(values)) return sendDoneBefore(request, response, done);
  const { annotation } = await loadFrom(request, response);
  if (done) return showSaved(request, response, { ...stale, annotation }, values);
  const shown = { typed: { values, problems: {} }, conflict: annotation };
  if (isInTable(values)) return showOpen(request, response, { ...stale, annotation }, shown);
  if (!wantsFragments(request)) return sendAnnotationPage(request, response, { ...stale, annotation }, shown);
  const blocks = await blocksOfAnnotation(response.locals.database.db, stale, annotation);
  const conflict = (
    <Partial target={`#conflict-${annotation.id}`} swap="innerHTML">
      <Conflict theirs={annotation} />
    </Partial>
  );
  // What the page says of it is read from its beginning.
  sendFragments(response, [conflict, ...blocks], 409);
}
