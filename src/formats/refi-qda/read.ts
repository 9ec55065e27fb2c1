import { UnreadableFileError, UnreadableTextError } from '../../domain/errors.ts';
import { shortened } from '../../domain/import.ts';
import { t } from '../../messages/language.ts';
import type { AnnotationReader, IncomingDocument, IncomingFile, UnreadableRecord } from '../incoming.ts';
import { decodeText } from '../reading/decode-text.ts';
import { readZip } from '../reading/read-zip.ts';
import { zipNames } from '../reading/zip-names.ts';
import { attributeOf, childOf, childrenOf, parseXml, wordsIn } from './parse-xml.ts';
import { ORIGIN } from './project.ts';
import { indexOf, type ProjectIndex } from './project-index.ts';
import { documentOf, MAX_PLACE_LENGTH } from './text-source.ts';

/** A large project has a text for each of its sources. */
const MAX_FILES = 100_000;

/** Reads REFI-QDA projects. A codebook is known too, so that it can be said why nothing comes of it. */
export const qdpxReader: AnnotationReader = {
  key: 'qdpx',
  get name() {
    return t('readerName.refiQda');
  },
  recognises: ({ bytes }) => isCodebook(bytes) || zipNames(bytes).some(isProjectFile),
  read: readQdpx,
};

type Files = ReadonlyMap<string, Uint8Array>;

async function* readQdpx(file: IncomingFile): AsyncGenerator<IncomingDocument | UnreadableRecord> {
  if (isCodebook(file.bytes)) {
    throw new UnreadableFileError(t('file.codebook'));
  }
  const files = new Map<string, Uint8Array>();
  for await (const { name, bytes } of readZip(file.bytes, { entries: MAX_FILES })) {
    files.set(name.toLowerCase(), bytes);
  }
  yield* readProject(projectIn(files), files);
}

function projectIn(files: Files): Element {
  const [first, ...more] = [...files].filter(([name]) => isProjectFile(name));
  if (first === undefined || more.length > 0) {
    throw new UnreadableFileError(t(first === undefined ? 'file.noQde' : 'file.manyQde'));
  }
  const project = parseXml(first[1]);
  if (project.localName === 'Project') return project;
  throw new UnreadableFileError(t('file.qdeNotProject'));
}

function* readProject(project: Element, files: Files): Generator<IncomingDocument | UnreadableRecord> {
  const index = indexOf(project);
  const notes = new NoteWords(index, files);
  const surroundings = {
    index,
    isOurs: attributeOf(project, 'origin') === ORIGIN,
    noteWords: (guid: string) => notes.wordsOf(guid),
  };
  const sources = childOf(project, 'Sources');
  for (const source of sources ? childrenOf(sources) : []) {
    if (source.localName !== 'TextSource') yield notText(source);
    else {
      const { text, problem } = textOf(source, files);
      if (problem !== undefined) yield { place: placeOf(source), reason: problem };
      yield documentOf(source, text, surroundings);
    }
  }
  yield* notes.unused();
  yield* leftOut(project);
}

/** The words of notes, and which of them nothing pointed to. */
class NoteWords {
  readonly #index: ProjectIndex;
  readonly #files: Files;
  readonly #used = new Set<string>();
  /** Of notes in files, which many passages may point to. */
  readonly #decoded = new Map<string, string | undefined>();

  constructor(index: ProjectIndex, files: Files) {
    this.#index = index;
    this.#files = files;
  }

  wordsOf(guid: string): string | undefined {
    const note = this.#index.notes.get(guid);
    if (note === undefined) return undefined;
    this.#used.add(guid);
    const words = (note.path === undefined ? undefined : this.#wordsIn(note.path)) ?? note.words;
    return note.name === '' ? words : `${note.name}: ${words}`;
  }

  #wordsIn(path: string): string | undefined {
    if (!this.#decoded.has(path)) {
      const bytes = fileAt(path, this.#files);
      this.#decoded.set(path, bytes && decoded(bytes));
    }
    return this.#decoded.get(path);
  }

  *unused(): Generator<UnreadableRecord> {
    for (const [guid, { name }] of this.#index.notes) {
      if (this.#used.has(guid)) continue;
      yield { place: t('place.note', { name }), reason: t('record.noteAlone') };
    }
  }
}

function notText(source: Element): UnreadableRecord {
  const kind = source.localName.replace(/Source$/, '').toLowerCase();
  const codings = source.getElementsByTagNameNS('*', 'CodeRef').length;
  const reason =
    codings === 0 ? t('record.notText', { kind }) : t('record.notTextCoded', { kind, count: codings });
  return { place: placeOf(source), reason };
}

function placeOf(source: Element): string {
  return `“${shortened(attributeOf(source, 'name') ?? t('place.sourceUnnamed'), MAX_PLACE_LENGTH)}”`;
}

function textOf(source: Element, files: Files): { text?: string; problem?: string } {
  const inside = wordsIn(source, 'PlainTextContent');
  if (inside !== undefined) return { text: inside };
  const path = attributeOf(source, 'plainTextPath');
  if (path === undefined) return { problem: t('record.noPlainText') };
  const bytes = fileAt(path, files);
  const text = bytes === undefined ? undefined : decoded(bytes);
  if (text !== undefined) return { text };
  return { problem: t(bytes === undefined ? 'record.textMissing' : 'record.textUnread', { path }) };
}

/** `internal://x.txt` stands in `sources/`; of other paths the last steps are looked for. */
function fileAt(path: string, files: Files): Uint8Array | undefined {
  const steps = path
    .toLowerCase()
    .replace(/^[a-z]+:\/+/, '')
    .replaceAll('\\', '/')
    .split('/')
    .filter((step) => step !== '' && step !== '.');
  const name = steps.at(-1) ?? '';
  const places = [steps.join('/'), `sources/${steps.join('/')}`, `sources/${name}`, name];
  return places.map((place) => files.get(place)).find((bytes) => bytes !== undefined);
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodedOtherwise(bytes);
  }
}

function decodedOtherwise(bytes: Uint8Array): string | undefined {
  try {
    return decodeText(bytes);
  } catch (error) {
    if (error instanceof UnreadableTextError) return undefined;
    throw error;
  }
}

function* leftOut(project: Element): Generator<UnreadableRecord> {
  const lists = ['Variables', 'Cases', 'Sets', 'Graphs'].filter((name) => {
    const list = childOf(project, name);
    return list !== undefined && !childrenOf(list).next().done;
  });
  if (lists.length === 0) return;
  yield { place: t('place.project'), reason: t('record.onlyTexts', { lists: lists.join(', ') }) };
}

function isProjectFile(name: string): boolean {
  return /\.qde$/i.test(name);
}

function isCodebook(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 2000));
  return /<(?:[\w-]{1,40}:)?CodeBook\b/.test(start) && start.includes('urn:QDA-XML:codebook');
}
