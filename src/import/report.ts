import { PART_JOINT } from '../domain/annotation.ts';
import type { Article } from '../domain/article.ts';
import { type ImportLine, type ImportOutcome, shortened, storable } from '../domain/import.ts';
import { labelName } from '../domain/label-mapping.ts';
import type { IncomingAnnotation } from '../formats/incoming.ts';
import { t } from '../messages/language.ts';
import { articlesById } from '../store/article-list.ts';
import type { Db } from '../store/client.ts';
import { countFiles, type ImportedFile, listFiles } from '../store/import-files.ts';
import { articlesOfImport } from '../store/import-history.ts';
import {
  countFinished,
  countImported,
  countLines,
  countMadeArticles,
  type ImportedLine,
  listLines,
  type StoredImport,
} from '../store/imports.ts';

/** Most code points of the words that an annotation stands on. */
const MAX_WORDS = 2000;

/** A line of the report on an annotation of a file, without the file's name. */
export function lineFor(source: IncomingAnnotation, outcome: ImportOutcome, reason: string): ImportLine {
  const line = {
    place: storable(source.place),
    outcome,
    label: labelName(source.label),
    reason: storable(reason),
  };
  const words = storable(source.anchors.flatMap((anchor) => anchor.words || []).join(PART_JOINT));
  return words === '' ? line : { ...line, words: shortened(words, MAX_WORDS) };
}

const PAGE_SIZE = 200;

/** A file of an import with the article that it became, or that was there; null where that is deleted. */
export interface FileWithArticle extends ImportedFile {
  readonly article: Article | null;
}

/** What came of an import: a page of its files, or of what was noted of its annotations. */
export type ImportReport = {
  /** Each in a few words: `12 articles imported`. */
  readonly sums: readonly string[];
  readonly pages: number;
} & (
  | { readonly files: readonly FileWithArticle[] }
  | {
      readonly lines: readonly ImportedLine[];
      /** The first of those into which annotations came, on the first page. */
      readonly articles: readonly Article[];
    }
);

/** The report of an import that is done; pages count from one. */
export async function reportOf(db: Db, found: StoredImport, page: number): Promise<ImportReport> {
  const range = { skip: (page - 1) * PAGE_SIZE, take: PAGE_SIZE };
  return found.kind === 'articles' ? fileReport(db, found, range) : lineReport(db, found, range);
}

type Range = Parameters<typeof listFiles>[2];

async function fileReport(db: Db, { id, projectId }: StoredImport, range: Range): Promise<ImportReport> {
  const counts = await countFiles(db, id);
  const total = counts.done + counts.duplicate + counts.failed + counts.waiting;
  const sums = [
    t('sum.articles', { count: counts.done }),
    ...(counts.duplicate > 0 ? [t('sum.duplicate', { count: counts.duplicate })] : []),
    ...(counts.failed > 0 ? [t('sum.failed', { count: counts.failed })] : []),
  ];
  const files = await withArticles(db, projectId, await listFiles(db, id, range));
  return { sums, pages: Math.ceil(total / PAGE_SIZE), files };
}

async function withArticles(
  db: Db,
  projectId: string,
  files: readonly ImportedFile[],
): Promise<FileWithArticle[]> {
  const ids = files.flatMap(({ articleId }) => articleId ?? []);
  const articles = new Map((await articlesById(db, projectId, ids)).map((article) => [article.id, article]));
  return files.map((file) => ({ ...file, article: articles.get(file.articleId ?? '') ?? null }));
}

/** In the order in which they are told. */
const TOLD = [
  'moved',
  'duplicate',
  'refused',
  'unreadable',
  'note',
  'left',
] as const satisfies readonly ImportOutcome[];

async function lineReport(db: Db, found: StoredImport, range: Range): Promise<ImportReport> {
  const { id, projectId, kind } = found;
  const counts = await countLines(db, id);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const made = await countMadeArticles(db, id);
  const sums = [
    ...(kind === 'copy' ? [] : await sumsOfWork(db, id)),
    ...(made > 0 || kind === 'copy' ? [t('sum.newArticles', { count: made })] : []),
    ...TOLD.flatMap((outcome) => {
      const count = counts.get(outcome) ?? 0;
      return count > 0 ? [t(`sum.${outcome}`, { count })] : [];
    }),
  ];
  const ids = range.skip === 0 ? await articlesOfImport(db, { projectId }, id) : [];
  const articles = await articlesById(db, projectId, ids.slice(0, PAGE_SIZE));
  return { sums, pages: Math.ceil(total / PAGE_SIZE), lines: await listLines(db, id, range), articles };
}

async function sumsOfWork(db: Db, id: string): Promise<string[]> {
  const marks = await countImported(db, id, 'sentence-mark');
  const finished = await countFinished(db, id);
  return [
    t('sum.annotations', { count: await countImported(db, id, 'annotation') }),
    ...(marks > 0 ? [t('sum.marks', { count: marks })] : []),
    ...(finished > 0 ? [t('sum.finished', { count: finished })] : []),
  ];
}

/** How far an import is: files, or documents where it brings in annotations. */
export async function progressOf(
  db: Db,
  { id, kind, done, total }: StoredImport,
): Promise<{ readonly done: number; readonly total: number }> {
  if (kind !== 'articles') return { done, total };
  const counts = await countFiles(db, id);
  const settled = counts.done + counts.duplicate + counts.failed;
  return { done: settled, total: settled + counts.waiting };
}
