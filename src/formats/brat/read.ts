import { UnreadableFileError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import type { AnnotationReader, IncomingDocument, IncomingFile, UnreadableRecord } from '../incoming.ts';
import { readZip } from '../reading/read-zip.ts';
import { zipNames } from '../reading/zip-names.ts';
import { annotationsOf } from './annotations.ts';
import { ARTICLE_LIST, type ListedArticle, readArticleList } from './article-list.ts';

/** A folder of a large project has two files an article. */
const MAX_FILES = 200_000;

/** Reads a zip of brat's .txt and .ann files, in folders or not. */
export const bratReader: AnnotationReader = {
  key: 'brat',
  get name() {
    return t('readerName.brat');
  },
  recognises: ({ name, bytes }) =>
    isAnn(name) ? startsAsAnn(bytes) : zipNames(bytes).some((inside) => isAnn(inside)),
  read: readBrat,
};

async function* readBrat(file: IncomingFile): AsyncGenerator<IncomingDocument | UnreadableRecord> {
  if (isAnn(file.name)) {
    yield { place: file.name, reason: alone(file.name) };
    return;
  }
  const files: IncomingFile[] = [];
  for await (const inside of readZip(file.bytes, { entries: MAX_FILES })) files.push(inside);
  if (!files.some(({ name }) => isAnn(name))) {
    throw new UnreadableFileError(t('file.noAnn'));
  }
  yield* readBratFiles(files);
}

/**
 * Reads files of brat that stand in folders, such as a command line is given: each .ann with the .txt of the
 * same name beside it, in the order of their names. What belongs to no pair and is not brat's configuration
 * is reported.
 */
export function* readBratFiles(
  files: Iterable<IncomingFile>,
): Generator<IncomingDocument | UnreadableRecord> {
  const byName = new Map([...files].map((file) => [file.name, file.bytes]));
  // Windows does not tell `.TXT` from `.txt`, nor `Tug.ann` from `tug.ann`.
  const anyCase = new Map([...byName].map(([name, bytes]) => [name.toLowerCase(), bytes]));
  const find = (name: string) => byName.get(name) ?? anyCase.get(name.toLowerCase());
  const listed = listedArticles(byName);
  for (const [name, bytes] of [...byName].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (isAnn(name)) yield* readPair(name, bytes, find(textOf(name)), listed);
    else if (/\.txt$/i.test(name) && !find(name.replace(/\.txt$/i, '.ann'))) {
      yield { place: name, reason: t('file.noAnnBeside') };
    } else if (/\.(?:a1|a2|rel|co)$/i.test(name)) {
      yield { place: name, reason: t('file.onlyAnn') };
    }
  }
}

function* readPair(
  name: string,
  ann: Uint8Array,
  txt: Uint8Array | undefined,
  listed: ReadonlyMap<string, ListedArticle>,
): Generator<IncomingDocument | UnreadableRecord> {
  const text = txt === undefined ? undefined : decoded(txt);
  const content = decoded(ann)?.replace(/^\uFEFF/, '');
  if (txt === undefined) yield { place: name, reason: alone(name) };
  else if (text === undefined) yield { place: textOf(name), reason: t('file.bratNotUtf8') };
  else if (content === undefined) yield { place: name, reason: t('file.bratNotUtf8') };
  else {
    const { annotations, unreadable, text: counted } = annotationsOf(name, content, text);
    yield { place: name, text: counted, annotations, ...describedAs(listed.get(baseOf(name)), name) };
    yield* unreadable;
  }
}

function alone(name: string): string {
  const file = textOf(name).replace(/^.*\//, '');
  return t('file.bratNoText', { file });
}

function describedAs(
  article: ListedArticle | undefined,
  name: string,
): Pick<IncomingDocument, 'articleId' | 'details'> {
  const title = baseOf(name).split('/').at(-1) ?? name;
  if (article === undefined) return { details: { title } };
  return { details: article.details, ...(article.id !== undefined && { articleId: article.id }) };
}

/** By the path of their files, without the ending. */
function listedArticles(files: ReadonlyMap<string, Uint8Array>): Map<string, ListedArticle> {
  const lists = [...files].filter(([name]) => name.split('/').at(-1) === ARTICLE_LIST);
  return new Map(
    lists.flatMap(([name, bytes]) => {
      const folder = name.slice(0, -ARTICLE_LIST.length);
      return readArticleList(decoded(bytes) ?? '').map((article) => [folder + article.file, article]);
    }),
  );
}

function isAnn(name: string): boolean {
  return /\.ann$/i.test(name);
}

function startsAsAnn(bytes: Uint8Array): boolean {
  const start = decoded(bytes.subarray(0, 200), { stream: true }) ?? '\0';
  return /^\uFEFF?\s*(?:$|(?:[TEARMN#]\S*\d\S*|\*)\t)/.test(start);
}

function textOf(name: string): string {
  return `${baseOf(name)}.txt`;
}

function baseOf(name: string): string {
  return name.replace(/\.ann$/i, '');
}

/** The byte order mark stays: brat counts it as a character. */
function decoded(bytes: Uint8Array, options?: { stream: boolean }): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, options);
  } catch {
    return undefined;
  }
}
