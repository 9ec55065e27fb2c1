import { t } from '../../messages/language.ts';
import type { AnnotationReader, IncomingDocument, IncomingFile, UnreadableRecord } from '../incoming.ts';
import { readZip } from '../reading/read-zip.ts';
import { zipNames } from '../reading/zip-names.ts';
import { documentsOf } from './cas-documents.ts';
import { isJsonCas, readJsonCas } from './json-cas.ts';
import { isWebAnnoTsv, readWebAnnoTsv } from './webanno-tsv.ts';
import { isXmi, readXmi } from './xmi.ts';

/**
 * Reads what INCEpTION and WebAnno export: WebAnno TSV 3, a UIMA CAS in XMI or JSON, alone or in a zip with its type
 * system, and whole projects in these formats.
 */
export const inceptionReader: AnnotationReader = {
  key: 'inception',
  get name() {
    return t('readerName.inception');
  },
  recognises: ({ bytes }) => isWork(bytes) || zipNames(bytes).some(isPartOfExport),
  read,
};

function isWork(bytes: Uint8Array): boolean {
  return isWebAnnoTsv(bytes) || isXmi(bytes) || isJsonCas(bytes);
}

/** By names alone: an export has a CAS, or folders by document and person. */
function isPartOfExport(name: string): boolean {
  return (
    /\.xmi$/i.test(name) || /(?:^|\/)(?:annotation|curation)\/[^/]+\/[^/]+\.(?:tsv|json|zip)$/i.test(name)
  );
}

const MAX_FILES = 20_000;

async function* read(file: IncomingFile): AsyncGenerator<IncomingDocument | UnreadableRecord> {
  if (isWork(file.bytes)) yield* readWork(file);
  else yield* readExport(file, '');
}

/** Exports hold a zip for each person's work on a document; nothing stands deeper. */
async function* readExport(
  { bytes }: IncomingFile,
  folder: string,
): AsyncGenerator<IncomingDocument | UnreadableRecord> {
  for await (const inside of readZip(bytes, { entries: MAX_FILES })) {
    const entry = { ...inside, name: folder + inside.name };
    if (isInitial(entry.name)) continue;
    if (isWork(entry.bytes)) yield* readWork(entry);
    else if (folder === '' && /\.zip$/i.test(entry.name))
      yield* readExport(entry, `${entry.name.slice(0, -4)}/`);
  }
}

/** The document as it was before anybody worked on it. */
function isInitial(name: string): boolean {
  return /(?:^|\/)INITIAL_CAS\b/.test(name);
}

function* readWork({ name, bytes }: IncomingFile): Generator<IncomingDocument | UnreadableRecord> {
  const source = { name, annotator: annotatorIn(name) };
  if (isWebAnnoTsv(bytes)) yield* readWebAnnoTsv(bytes, source);
  else if (isXmi(bytes)) yield* documentsOf(readXmi(bytes), source);
  else yield* documentsOf(readJsonCas(bytes), source);
}

/** In a project a person's work on a document stands in `annotation/the document/the person.xmi`, or in a zip called so. */
function annotatorIn(name: string): string | undefined {
  const [, person] = /(?:^|\/)annotation\/[^/]+\/([^/]+?)(?:\.\w+|\/[^/]+)$/i.exec(name) ?? [];
  return person;
}
