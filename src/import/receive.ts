import { type Codebook, DEFAULT_CODEBOOK } from '../domain/codebook/codebook.ts';
import { InvalidInputError, NotFoundError } from '../domain/errors.ts';
import type { AnnotationPreview, ImportChoices } from '../domain/import.ts';
import { guessChoice, keptMapping } from '../domain/label-mapping.ts';
import { type Member, require } from '../domain/permission.ts';
import { annotationReaders } from '../formats/annotation-readers.ts';
import type { IncomingFile } from '../formats/incoming.ts';
import { t } from '../messages/language.ts';
import type { Db } from '../store/client.ts';
import { FILE_TYPES, keptFiles } from '../store/import-files.ts';
import {
  deletePreview,
  findImport,
  findPreview,
  insertImport,
  type StoredImport,
  startImport,
} from '../store/imports.ts';
import { previewFiles } from './annotations/preview-files.ts';
import { encodingNamed } from './articles/source.ts';
import { wakeWorker } from './worker.ts';

/**
 * Keeps files of articles, archives and tables of articles, to be imported in the background, and gives the
 * import's id. Nothing is read yet. `encoding` names that of their texts; what is none is detected. Throws
 * ForbiddenError for a member who may only read.
 */
export async function beginArticleImport(
  db: Db,
  member: Member,
  files: readonly IncomingFile[],
  encoding?: string,
): Promise<string> {
  require(member, 'importArticles');
  const id = await insertImport(db, member, 'articles', files.map(asReceived), {
    encoding: encodingNamed(encoding),
  });
  wakeWorker(db);
  return id;
}

/** Names of the kinds of annotation files that can be read. */
export function annotationKinds(): string[] {
  return annotationReaders.map(({ name }) => name);
}

/** An import of annotations that waits until the person has said what its labels mean. */
export interface WaitingImport {
  readonly id: string;
  readonly preview: AnnotationPreview;
}

/**
 * Reads files of annotations through, and keeps them with what is in them; labels are known by the codebook. Throws ForbiddenError, and
 * InvalidInputError (field `file`) naming every file of which nothing can be read.
 */
export async function beginAnnotationImport(
  db: Db,
  member: Member,
  files: readonly IncomingFile[],
  codebook: Codebook = DEFAULT_CODEBOOK,
): Promise<WaitingImport> {
  require(member, 'importOwn');
  if (files.length === 0) throw new InvalidInputError({ file: t('outcome.chooseFile') });
  const { preview: read, refused } = await previewFiles(files);
  if (refused.length > 0) {
    const reasons = refused.map(({ file, reason }) => `${file.name}: ${reason}`);
    throw new InvalidInputError({ file: reasons.join(' ') });
  }
  const preview = withGuesses(read, codebook);
  return { id: await insertImport(db, member, 'annotations', files.map(asReceived), { preview }), preview };
}

/** The thread that reads files knows of no project. */
function withGuesses(preview: AnnotationPreview, codebook: Codebook): AnnotationPreview {
  const labels = preview.labels.map((known) => ({ ...known, guess: guessChoice(known.label, codebook) }));
  return codebook === DEFAULT_CODEBOOK ? preview : { ...preview, labels };
}

function asReceived(file: IncomingFile) {
  return { name: file.name, bytes: file.bytes, mediaType: FILE_TYPES.received };
}

/** What the files of an import of annotations hold together, before anything of it is stored. */
export async function previewOf(
  db: Db,
  { id, projectId }: Pick<StoredImport, 'id' | 'projectId'>,
): Promise<AnnotationPreview> {
  const kept = await findPreview(db, projectId, id);
  // Imports that have waited since before previews were kept have none.
  return kept ?? (await previewFiles(await keptFiles(db, id))).preview;
}

/**
 * Sets an import to work with what its labels become, and whether its files are complete. Throws ForbiddenError, and NotFoundError where it waits
 * for no such word.
 */
export async function chooseLabels(
  db: Db,
  member: Member,
  importId: string,
  { isComplete = false, ...choices }: ImportChoices & { readonly isComplete?: boolean },
): Promise<void> {
  require(member, choices.annotators === 'named' ? 'importAs' : 'importOwn');
  const found = await findImport(db, member.projectId, importId);
  if (found?.state !== 'preview') throw new NotFoundError('waitingImport');
  const { documents, unreadable } = await previewOf(db, found);
  const kept = { ...choices, mapping: keptMapping(choices.mapping), names: found.names };
  await startImport(db, member.projectId, importId, kept, {
    total: documents + unreadable.count,
    isComplete,
  });
  wakeWorker(db);
}

/** Throws an import away that has not begun. Throws ForbiddenError, and NotFoundError where it has. */
export async function cancelImport(db: Db, member: Member, importId: string): Promise<void> {
  require(member, 'importOwn');
  await deletePreview(db, member.projectId, importId);
}
