import type { Member } from '../domain/permission.ts';
import type { Db } from '../store/client.ts';
import { attachSource, keepSource } from '../store/sources.ts';
import { type ImportBatch, type Imported, importArticles } from './import-article.ts';
import type { ReadFile } from './read-article-file.ts';

/** Stores articles that were read from files, each with its source, all of them or none; see `importArticles`. */
export async function importFiles(
  db: Db,
  member: Member,
  files: readonly ReadFile[],
  { step, andThen }: ImportBatch = {},
): Promise<Imported[]> {
  const articles = files.map(({ article }) => article);
  return importArticles(db, member, articles, {
    ...(step && { step }),
    andThen: async (tx, imported) => {
      for (const [at, { article, duplicate }] of imported.entries()) {
        const source = files[at]?.source;
        if (!source || duplicate) continue;
        if (typeof source === 'string') await attachSource(tx, member, source, article.id);
        else await keepSource(tx, member, source, article.id);
      }
      await andThen?.(tx, imported);
    },
  });
}
