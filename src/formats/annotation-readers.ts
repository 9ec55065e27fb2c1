import { UnreadableFileError } from '../domain/errors.ts';
import { t } from '../messages/language.ts';
import { argillaReader } from './argilla/reader.ts';
import { boundedDocuments } from './bounded-documents.ts';
import { bratReader } from './brat/read.ts';
import { codingsReader } from './codings/reader.ts';
import { conllReader } from './conll/reader.ts';
import { csvReader } from './csv/read.ts';
import { doccanoReader } from './doccano/reader.ts';
import { hypothesisReader } from './hypothesis/reader.ts';
import { inceptionReader } from './inception/reader.ts';
import type { AnnotationReader, IncomingFile } from './incoming.ts';
import { jsonlReader } from './jsonl/reader.ts';
import { labelstudioReader } from './label-studio/reader.ts';
import { prodigyReader } from './prodigy/reader.ts';
import { qualcoderReader } from './qualcoder/reader.ts';
import { recogitoReader } from './recogito/reader.ts';
import { qdpxReader } from './refi-qda/read.ts';
import { seemsToBe } from './seems.ts';
import { spansReader } from './spans/reader.ts';
import { taguetteReader } from './taguette/reader.ts';
import { w3cReader } from './w3c/reader.ts';

/** Every way in which annotations come. Those with a mark of their own stand before guessed ones. */
export const annotationReaders: readonly AnnotationReader[] = [
  csvReader,
  codingsReader,
  jsonlReader,
  w3cReader,
  hypothesisReader,
  recogitoReader,
  labelstudioReader,
  argillaReader,
  prodigyReader,
  doccanoReader,
  spansReader,
  qdpxReader,
  inceptionReader,
  qualcoderReader,
  taguetteReader,
  bratReader,
  conllReader,
];

/** The reader of a file, told by what is inside, or undefined where it is no file of annotations. */
export function findAnnotationReader(file: IncomingFile): AnnotationReader | undefined {
  return annotationReaders.find((reader) => reader.recognises(file));
}

/**
 * The reader of a file. Whatever it stumbles over is in the file, so it throws nothing but
 * UnreadableFileError. Throws that also where it is no file of annotations.
 */
export function annotationReaderFor(file: IncomingFile): AnnotationReader {
  const reader = findAnnotationReader(file);
  if (reader) return { ...reader, read: (each) => readOrRefuse(reader, each) };
  const names = annotationReaders.map(({ name }) => name).join(', ');
  throw new UnreadableFileError(seemsToBe(file) ?? t('file.noAnnotations', { names }));
}

async function* readOrRefuse(
  reader: AnnotationReader,
  file: IncomingFile,
): ReturnType<AnnotationReader['read']> {
  try {
    yield* boundedDocuments(reader.read(file));
  } catch (cause) {
    if (cause instanceof UnreadableFileError) throw cause;
    throw new UnreadableFileError(t('file.unlike', { kind: reader.name }), { cause });
  }
}
