import type { Request, RequestHandler, Response } from 'express';
import { ReviewPage } from '../../../views/codebook/review.tsx';
import { changeCodebook, countTouched } from '../../actions/codebook/change-codebook.ts';
import {
  codebookFromFile,
  codebookFromForm,
  codebookFromText,
  exportedCodebook,
  firstProblems,
  type ReadCodebook,
} from '../../actions/codebook/read-codebook.ts';
import { type Codebook, withAllOf } from '../../domain/codebook/codebook.ts';
import { compareCodebooks } from '../../domain/codebook/compare.ts';
import { EditConflictError, InvalidInputError, NotFoundError } from '../../domain/errors.ts';
import { keymapOf } from '../../domain/keys.ts';
import { require } from '../../domain/permission.ts';
import { t } from '../../messages/language.ts';
import { findCodebook } from '../../store/codebooks.ts';
import { allFieldsOf, fieldsOf } from '../fields.ts';
import { sentFiles } from '../middleware/upload.ts';
import { viewerOfProject } from '../projects/load.ts';
import { redirect, sendPage } from '../render.tsx';
import type { Viewer } from '../viewer.ts';
import { codebookAddress } from './address.ts';
import { sendForm, type TypedCodebook } from './edit.tsx';
import { withoutNew } from './slots.ts';
import { documentOf, problemsByField, readTyped, withNewTag } from './typed.ts';
import { fieldDocuments, fieldProblems, readTypedFields, withNewField } from './typed-fields.ts';

/**
 * Changes the codebook to what a form, a `file`, or an earlier version (`restore`) says. What that touches is shown first;
 * the page that shows it sends the `document` with `confirmed`.
 */
export const createCodebook: RequestHandler = async (request, response) => {
  const viewer = viewerOfProject(request, response);
  require(viewer.member, 'changeCodebook');
  const fields = fieldsOf(request);
  if (fields.restore)
    return review(response, viewer, await restored(request, response, viewer, fields.restore));
  if (fields.document !== undefined) return confirm(request, response, viewer, fields.document);
  if (fields.from === 'file') return fromFile(request, response, viewer);
  const sent = {
    field: (name: string) => fields[name] ?? '',
    all: (name: string) => allFieldsOf(request, name),
  };
  await fromForm(response, viewer, fields, {
    tags: readTyped(viewer.project.codebook, sent),
    fields: readTypedFields(viewer.project.codebook, sent),
  });
};

/** What was typed: one part more or less is shown in the form, all of it is looked at before it is saved. */
async function fromForm(
  response: Response,
  viewer: Viewer,
  sent: ReturnType<typeof fieldsOf>,
  typed: TypedCodebook,
): Promise<void> {
  const beside = besides(sent);
  const changed = withPart(typed, sent.add, sent.remove);
  if (changed) return sendForm(response, viewer, { typed: changed, ...beside });
  const said = { tags: documentOf(typed.tags), fields: fieldDocuments(typed.fields) };
  const read = codebookFromForm(said, keysOf(viewer));
  if ('codebook' in read) return review(response, viewer, { codebook: read.codebook, ...beside });
  const problems = {
    ...problemsByField(typed.tags, read.problems),
    ...fieldProblems(typed.fields, read.problems),
  };
  sendForm(response, viewer, { typed, ...beside, problems }, 422);
}

function withPart({ tags, fields }: TypedCodebook, add = '', remove = ''): TypedCodebook | null {
  if (add === 'tag') return { tags: withNewTag(tags), fields };
  if (add === 'field') return { tags, fields: withNewField(fields) };
  const [kind, slot = ''] = remove.split(':');
  if (kind === 'tag') return { tags: withoutNew(tags, slot), fields };
  return kind === 'field' ? { tags, fields: withoutNew(fields, slot) } : null;
}

/** A codebook that is about to be saved, and the version that it was made from. */
interface Draft {
  readonly codebook: Codebook;
  readonly remark: string;
  readonly seen: number;
  /** Whether a tag that it does not have was left out; else it was added since. */
  readonly isLeftOut?: boolean;
}

function besides({ remark = '', seen }: ReturnType<typeof fieldsOf>): Omit<Draft, 'codebook'> {
  return { remark: remark.trim(), seen: Number(seen) || 0 };
}

/** Conflicts are told by the keys that the person has chosen themselves, too. */
function keysOf({ person }: Viewer) {
  return keymapOf(person.chosenKeys);
}

async function restored(request: Request, response: Response, { project }: Viewer, written: string) {
  const number = Number(written);
  const codebook = Number.isSafeInteger(number)
    ? await findCodebook(response.locals.database.db, project.id, number)
    : null;
  if (!codebook) throw new NotFoundError();
  const remark = t('codebook.restored', { number });
  return { codebook, ...besides(fieldsOf(request)), remark, isLeftOut: true };
}

async function fromFile(request: Request, response: Response, viewer: Viewer): Promise<void> {
  const [file] = sentFilesOrNone(request);
  const read: ReadCodebook = file
    ? codebookFromFile(file.bytes, keysOf(viewer))
    : { problems: new Map([['', t('codebook.noFile')]]) };
  if ('problems' in read)
    return sendForm(response, viewer, { fileProblems: firstProblems(read.problems) }, 422);
  const { seen } = besides(fieldsOf(request));
  const remark = t('codebook.imported');
  return review(response, viewer, { codebook: read.codebook, remark, seen, isLeftOut: true });
}

/** Browsers send an empty file where none was chosen. */
function sentFilesOrNone(request: Request) {
  return sentFiles(request).filter(({ bytes }) => bytes.length > 0);
}

async function confirm(
  request: Request,
  response: Response,
  viewer: Viewer,
  document: string,
): Promise<void> {
  const fields = fieldsOf(request);
  const read = codebookFromText(document, keysOf(viewer));
  if ('problems' in read)
    return sendForm(response, viewer, { fileProblems: firstProblems(read.problems) }, 422);
  const draft = { codebook: read.codebook, ...besides(fields) };
  const { project, member } = viewer;
  try {
    const { db } = response.locals.database;
    await changeCodebook(db, member, project.codebook, draft, { address: request.ip });
    redirect(response, codebookAddress(project, '?done=saved'));
  } catch (error) {
    if (error instanceof InvalidInputError)
      return review(response, viewer, draft, {
        status: 422,
        problem: error.fields.document ?? error.fields.remark,
      });
    if (!(error instanceof EditConflictError)) throw error;
    // It may have been changed since the viewer was found.
    return review(response, viewer, draft, { status: 409, problem: error.message });
  }
}

interface Refused {
  readonly status: number;
  readonly problem: string | undefined;
}

/** Says what a codebook changes and touches, with the button that saves it. */
async function review(
  response: Response,
  viewer: Viewer,
  { codebook: wanted, remark, seen, isLeftOut = false }: Draft,
  refused?: Refused,
): Promise<void> {
  const { project, member } = viewer;
  const codebook = withAllOf(project.codebook, wanted, isLeftOut);
  const { number } = project.codebook;
  const isOld = seen !== number;
  const problem = refused?.problem ?? (isOld ? t('codebook.conflict', { number }) : undefined);
  const touched = await countTouched(response.locals.database, member, project.codebook, codebook);
  const page = {
    title: t('codebook.reviewHeading'),
    current: 'projects',
    children: (
      <ReviewPage
        address={codebookAddress(project)}
        comparison={compareCodebooks(project.codebook, codebook)}
        document={exportedCodebook(codebook)}
        next={number + 1}
        {...{ codebook, touched, remark, problem, seen: number }}
      />
    ),
  } as const;
  sendPage(response, viewer, page, refused?.status ?? (isOld ? 409 : 200));
}
