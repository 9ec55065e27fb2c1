import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MAX_ARTICLE_LENGTH } from '../domain/article.ts';
import { readArticle } from '../import/articles/read.ts';
import { importArticle } from '../import/articles/store.ts';
import type { Db } from '../store/client.ts';
import { ensureLocalPerson } from '../store/members.ts';
import { packageRoot } from '../store/package-root.ts';

/** Makes a desk that nobody has used yet ready for its first person, with an article to try things on. */
export async function prepareDesk(db: Db): Promise<void> {
  const { projects, isNew } = await ensureLocalPerson(db);
  const [project] = projects;
  if (!isNew || !project) return;
  const content = await readFile(join(packageRoot(), 'src', 'sample-article.txt'), 'utf8');
  await importArticle(db, project.member, readArticle({ content, given: {} }, MAX_ARTICLE_LENGTH));
}
