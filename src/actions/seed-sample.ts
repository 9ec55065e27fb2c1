import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Article, MAX_ARTICLE_LENGTH } from '../domain/article.ts';
import { type ReadArticle, readArticle } from '../import/articles/read.ts';
import { importArticle } from '../import/articles/store.ts';
import { findArticleByHash } from '../store/articles.ts';
import type { Db } from '../store/client.ts';
import { ensureLocalPerson } from '../store/members.ts';
import { packageRoot } from '../store/package-root.ts';

/** Makes a desk that nobody has used yet ready for its first person, with an article to try things on. */
export async function prepareDesk(db: Db): Promise<void> {
  const { projects, isNew } = await ensureLocalPerson(db);
  const [project] = projects;
  if (!isNew || !project) return;
  await importArticle(db, project.member, await readSample());
}

/** The sample article of a project, where it is there and not deleted. */
export async function findSample(db: Db, projectId: string): Promise<Article | null> {
  const article = await findArticleByHash(db, projectId, (await readSample()).textHash);
  return article?.deletedAt ? null : article;
}

let sample: Promise<ReadArticle> | undefined;

function readSample(): Promise<ReadArticle> {
  sample ??= readFile(join(packageRoot(), 'src', 'sample-article.txt'), 'utf8').then((content) =>
    readArticle({ content, given: {} }, MAX_ARTICLE_LENGTH),
  );
  return sample;
}
