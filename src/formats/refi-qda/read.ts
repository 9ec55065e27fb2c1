import { UnreadableFileError, UnreadableTextError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import type { AnnotationReader, IncomingDocument, IncomingFile, UnreadableRecord } from '../incoming.ts';
import { decodeText } from '../reading/decode-text.ts';
import { readZip } from '../reading/read-zip.ts';
import { zipNames } from '../reading/zip-names.ts';
import { attributeOf, childOf, childrenOf, parseXml, wordsIn } from './parse-xml.ts';
import { ORIGIN } from './project.ts';
import { ProjectFiles } from './project-files.ts';
import { indexOf, type ProjectIndex } from './project-index.ts';
import { documentOf, nameOf, wordsElementsOf } from './text-source.ts';

/** A large project has a text for each of its sources. */
const MAX_FILES = 100_000;

/** Reads REFI-QDA projects. A codebook is known too, so that it can be said why nothing comes of it. */
export const qdpxReader: AnnotationReader = {
  key: 'qdpx',
  get name() {
    return t('readerName.refiQda');
  },
  recognises: ({ bytes }) => isCodebook(bytes) || isProject(bytes) || zipNames(bytes).some(isProjectFile),
  read: readQdpx,
};

async function* readQdpx(file: IncomingFile): AsyncGenerator<IncomingDocument | UnreadableRecord> {
  if (isCodebook(file.bytes)) {
    throw new UnreadableFileError(t('file.codebook'));
  }
  if (isProject(file.bytes)) {
    yield* readProject(projectOf(file.bytes), ProjectFiles.none);
    return;
  }
  const files = new Map<string, Uint8Array>();
  for await (const { name, bytes } of readZip(file.bytes, { entries: MAX_FILES })) {
    files.set(name.toLowerCase(), bytes);
  }
  const [first, ...more] = [...files].filter(([name]) => isProjectFile(name));
  if (first === undefined || more.length > 0) {
    throw new UnreadableFileError(t(first === undefined ? 'file.noQde' : 'file.manyQde'));
  }
  yield* readProject(projectOf(first[1]), new ProjectFiles(files, first[0]));
}

function projectOf(bytes: Uint8Array): Element {
  const project = parseXml(bytes);
  if (project.localName === 'Project') return project;
  throw new UnreadableFileError(t('file.qdeNotProject'));
}

function* readProject(project: Element, files: ProjectFiles): Generator<IncomingDocument | UnreadableRecord> {
  const index = indexOf(project);
  const notes = new NoteWords(index, files);
  const surroundings = {
    index,
    isOurs: attributeOf(project, 'origin') === ORIGIN,
    noteWords: (guid: string) => notes.wordsOf(guid),
  };
  const sources = childOf(project, 'Sources');
  for (const source of sources ? childrenOf(sources) : []) {
    const all = wordsElementsOf(source).filter((words) => words === source || hasWords(words, files));
    if (all[0] !== source) yield* leftOfSource(source, all);
    for (const words of all) {
      const { text, problem } = textOf(words, files);
      if (problem !== undefined) yield { place: `“${nameOf(source)}”`, reason: problem };
      yield documentOf({ source, words }, text, surroundings);
    }
  }
  yield* notes.unused();
  yield* leftOut(project);
}

/** The words of notes, and which of them nothing pointed to. */
class NoteWords {
  readonly #index: ProjectIndex;
  readonly #files: ProjectFiles;
  readonly #used = new Set<string>();
  /** Of notes in files, which many passages may point to. */
  readonly #decoded = new Map<string, string | undefined>();

  constructor(index: ProjectIndex, files: ProjectFiles) {
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
      const bytes = this.#files.at(path);
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

/** What of a source that is no text is left out: all of it, or what is coded in its pages, picture or sound. */
function* leftOfSource(source: Element, words: readonly Element[]): Generator<UnreadableRecord> {
  const kind = source.localName.replace(/Source$/, '').toLowerCase();
  const place = `“${nameOf(source)}”`;
  if (words.length === 0) {
    const count = codingsIn(source);
    const reason = count === 0 ? t('record.notText', { kind }) : t('record.notTextCoded', { kind, count });
    return yield { place, reason };
  }
  const whole = [...childrenOf(source, 'Coding')].length;
  const count = codingsIn(source) - whole - words.reduce((sum, element) => sum + codingsIn(element), 0);
  if (count > 0) yield { place, reason: t('record.onlyWordsCoded', { kind, count }) };
}

/** Programs list the words of a picture or page that has none. */
function hasWords(words: Element, files: ProjectFiles): boolean {
  return codingsIn(words) > 0 || (textOf(words, files).text ?? '').trim() !== '';
}

function codingsIn(element: Element): number {
  return element.getElementsByTagNameNS('*', 'CodeRef').length;
}

function textOf(source: Element, files: ProjectFiles): { text?: string; problem?: string } {
  const inside = wordsIn(source, 'PlainTextContent');
  if (inside !== undefined) return { text: inside };
  const path = attributeOf(source, 'plainTextPath');
  if (path === undefined) return { problem: t('record.noPlainText') };
  const bytes = files.at(path);
  const text = bytes === undefined ? undefined : decoded(bytes);
  if (text !== undefined) return { text };
  return { problem: t(bytes === undefined ? 'record.textMissing' : 'record.textUnread', { path }) };
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

/** A project by itself, without the zip and the texts beside it. */
function isProject(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 2000));
  return /<(?:[\w-]{1,40}:)?Project\b/.test(start) && start.includes('urn:QDA-XML:project');
}

function isCodebook(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 2000));
  return /<(?:[\w-]{1,40}:)?CodeBook\b/.test(start) && start.includes('urn:QDA-XML:codebook');
}
