import Sqlite from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import type { AnnotationContent } from '../src/domain/annotation.ts';
import type { AnnotationState } from '../src/domain/history.ts';
import type { Member } from '../src/domain/permission.ts';
import { SHARED } from '../src/domain/sight.ts';
import { countTags } from '../src/domain/tag.ts';
import { type ReadArticle, readArticle } from '../src/import/articles/read.ts';
import { importArticles } from '../src/import/articles/store.ts';
import { toColumns } from '../src/store/annotation-rows.ts';
import { type Db, openDatabase } from '../src/store/client.ts';
import { sqlitePath } from '../src/store/database-url.ts';
import { ensureLocalPerson } from '../src/store/members.ts';
import { migrate } from '../src/store/migrate.ts';
import { hullOf, type Span, touching } from '../src/text/span.ts';
import { type GeneratedArticle, generateArticle, type Wishes } from './generate-article.ts';

/** The articles of a filled database, by id, in the order of the wishes. */
export interface Filled {
  readonly ids: readonly string[];
  readonly articles: readonly GeneratedArticle[];
}

const BATCH = 100;
const MAX_UNITS = 2_000_000;

/**
 * Fills the migrated SQLite database at `url` with generated articles for its one person. Articles go in as
 * the desk imports them; their annotations, with their history unless `history` is false, by plain SQL:
 * 100,000 in a few seconds. What is written is what the desk itself would have written;
 * tests/bench/generator.test.ts compares.
 */
export async function fillDatabase(url: string, wishes: readonly Wishes[], history = true): Promise<Filled> {
  const { db, close } = await openDatabase(url);
  try {
    const member = await localMember(db);
    const ids: string[] = [];
    const articles: GeneratedArticle[] = [];
    for (let at = 0; at < wishes.length; at += BATCH) {
      const batch = wishes.slice(at, at + BATCH).map((wish) => withStructure(generateArticle(wish)));
      const imported = await importArticles(
        db,
        member,
        batch.map(({ read }) => read),
      );
      const rows = batch.map((each, index) => ({ ...each, id: imported[index]?.article.id ?? '' }));
      insertAnnotations(sqlitePath(url), member, rows, history);
      ids.push(...rows.map(({ id }) => id));
      articles.push(...rows.map(({ article }) => article));
    }
    return { ids, articles };
  } finally {
    await close();
  }
}

/**
 * Makes a database in `folder` and fills it; see `fillDatabase`. The desk finds it there as its `DATA_DIR`.
 */
export async function fillDataFolder(
  folder: string,
  wishes: readonly Wishes[],
  history = true,
): Promise<Filled> {
  const url = `file:${folder}/on-record.db`;
  await migrate(url, { backupsDir: `${folder}/backups` });
  return fillDatabase(url, wishes, history);
}

async function localMember(db: Db): Promise<Member> {
  const [project] = (await ensureLocalPerson(db)).projects;
  if (!project) throw new Error('the local person has no project');
  return project.member;
}

interface Prepared {
  readonly article: GeneratedArticle;
  readonly read: ReadArticle;
}

function withStructure(article: GeneratedArticle): Prepared {
  const read = readArticle({ content: article.text, given: { title: article.title } }, MAX_UNITS);
  if (read.text !== article.text) throw new Error('a generated text is not stored as it was generated');
  return { article, read };
}

function insertAnnotations(
  path: string,
  member: Member,
  rows: readonly (Prepared & { readonly id: string })[],
  history: boolean,
): void {
  const connection = new Sqlite(path);
  // Its loss would cost nothing but another run.
  connection.pragma('synchronous = OFF');
  const [annotation, event, counts] = [ANNOTATION, EVENT, COUNTS].map((sql) => connection.prepare(sql));
  connection.transaction(() => {
    for (const { id, article, read } of rows) {
      for (const content of article.annotations) {
        const row = rowOf(member, id, content);
        annotation?.run(row);
        if (history) event?.run(eventOf(row, { ...content, annotatorId: member.annotatorId }));
      }
      counts?.run({ id, at: now(), ...countsOf(article.annotations, read.structure.sentences) });
    }
  })();
  connection.close();
}

const COLUMNS = [
  'id',
  'projectId',
  'articleId',
  'annotatorId',
  'lane',
  'tag',
  'start',
  'end',
  'parts',
  'text',
  'speaker',
  'cue',
  'quoteType',
  'value',
  'valueMax',
  'comparator',
  'unit',
  'subject',
  'checkWorthiness',
  'confidence',
  'note',
  'origin',
  'searchText',
  'createdAt',
  'updatedAt',
];

const ANNOTATION = `INSERT INTO "Annotation" (${COLUMNS.map((name) => `"${name}"`).join(', ')})
  VALUES (${COLUMNS.map((name) => `@${name}`).join(', ')})`;

const EVENT = `INSERT INTO "Event"
  ("id", "projectId", "articleId", "annotatorId", "lane", "step", "action", "subject", "subjectId", "after", "state", "createdAt")
  VALUES (@id, @projectId, @articleId, @annotatorId, 'shared', @step, 'create', 'annotation', @subjectId, @after, 'done', @createdAt)`;

const COUNTS = `UPDATE "Coding" SET "counts" = @counts, "annotationCount" = @annotations, "state" = 'begun',
  "codedCount" = @coded, "longestHull" = @longest, "updatedAt" = @at WHERE "articleId" = @id AND "lane" = 'shared'`;

function rowOf(member: Member, articleId: string, content: AnnotationContent) {
  const columns = toColumns({ ...content, annotatorId: member.annotatorId });
  const at = now();
  return {
    ...columns,
    parts: JSON.stringify(columns.parts),
    id: uuidv7(),
    projectId: member.projectId,
    articleId,
    lane: SHARED,
    createdAt: at,
    updatedAt: at,
  };
}

function eventOf(row: ReturnType<typeof rowOf>, after: AnnotationState) {
  const { id, projectId, articleId, annotatorId, createdAt } = row;
  const subject = { subjectId: id, after: JSON.stringify(after) };
  return { id: uuidv7(), projectId, articleId, annotatorId, createdAt, step: uuidv7(), ...subject };
}

function countsOf(annotations: readonly AnnotationContent[], sentences: readonly Span[]) {
  const coded = new Set<number>();
  let longest = 0;
  for (const { parts } of annotations) {
    const hull = hullOf(parts);
    longest = Math.max(longest, hull.end - hull.start);
    for (const part of parts) {
      const [from, to] = touching(sentences, part);
      for (let sentence = from; sentence < to; sentence++) coded.add(sentence);
    }
  }
  const counts = JSON.stringify(countTags(annotations));
  return { counts, annotations: annotations.length, coded: coded.size, longest };
}

/** As Prisma's adapter writes a time. */
const now = () => new Date().toISOString().replace('Z', '+00:00');
