import { InvalidInputError, NotFoundError } from '../../domain/errors.ts';
import type { Member } from '../../domain/permission.ts';
import type { Db, Tx } from '../../store/client.ts';
import { attachSource, findSource, keepSource } from '../../store/sources.ts';
import type { ReadFile } from './read-file.ts';
import { type ImportBatch, type Imported, importArticles } from './store.ts';

/** An article that was read, with what it was read from. */
export type SourcedArticle = Pick<ReadFile, 'article' | 'source'>;

/**
 * Stores articles, each with its source, all of them or none; see `importArticles`. An article that was there already
 * keeps the source that it has. Throws InvalidInputError (field `text`) where a source that was kept is gone.
 */
export async function importFiles(
  db: Db,
  member: Member,
  files: readonly SourcedArticle[],
  { step, andThen }: ImportBatch = {},
): Promise<Imported[]> {
  const articles = files.map(({ article }) => article);
  return importArticles(db, member, articles, {
    ...(step && { step }),
    andThen: async (tx, imported) => {
      for (const [at, each] of imported.entries())
        await keepWith(tx, member, each, files[at]?.source ?? null);
      await andThen?.(tx, imported);
    },
  });
}

/** Stores one article with its source; otherwise as `importFiles`. */
export async function importFile(db: Db, member: Member, file: SourcedArticle): Promise<Imported> {
  const [imported] = await importFiles(db, member, [file]);
  if (!imported) throw new NotFoundError('article');
  return imported;
}

async function keepWith(
  tx: Tx,
  member: Member,
  { article: { id: articleId }, duplicate }: Imported,
  source: ReadFile['source'],
): Promise<void> {
  if (source === null) return;
  if (typeof source === 'string') {
    if (!(await attachSource(tx, member, source, articleId))) throw sourceIsGone();
  } else if (!(duplicate && (await findSource(tx, member.projectId, articleId)))) {
    await keepSource(tx, member, source, articleId);
  }
}

function sourceIsGone(): InvalidInputError {
  return new InvalidInputError({
    text: 'What this text was read from is kept for a day only, and is gone: fetch or upload it again, or import the text as it stands.',
  });
}
