import { parseArgs } from 'node:util';
import { removeArticle } from '../actions/edit-article.ts';
import { loadAnnotation, loadArticle } from '../actions/load.ts';
import { removeAnnotation } from '../actions/remove-annotation.ts';
import { AppError, NotFoundError } from '../domain/errors.ts';
import type { Db } from '../store/client.ts';
import { type Command, UsageError } from './command.ts';
import { atProject, withDatabase } from './with-database.ts';
import { exitCodeFor } from './write-out.ts';

export const command: Command = {
  usage: `ID…

Deletes annotations, and articles with their annotations. Undo in the browser brings each of them back.`,
  async run(args, surroundings) {
    const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
    if (positionals.length === 0) throw new UsageError('name what to delete');
    return withDatabase(surroundings, async (database) => {
      const { person } = await atProject(database, undefined);
      let refused = 0;
      for (const id of positionals) {
        try {
          surroundings.output.write(`Deleted ${await remove(database.db, person.id, id)}\n`);
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          refused += 1;
          surroundings.errors.write(`onrecord: ${id}: ${error.message}\n`);
        }
      }
      return exitCodeFor(positionals.length - refused, refused);
    });
  },
};

/** What was deleted, in words. */
async function remove(db: Db, accountId: string, id: string): Promise<string> {
  const article = await loadArticle(db, accountId, id).catch((error: unknown) => {
    if (error instanceof NotFoundError) return null;
    throw error;
  });
  if (article) {
    await removeArticle(db, article, article.article.version);
    return `article ${id}: ${article.article.title}`;
  }
  const annotation = await loadAnnotation(db, accountId, id);
  await removeAnnotation(db, annotation, annotation.annotation.version);
  return `${annotation.annotation.tag} ${id}: “${annotation.annotation.text}”`;
}
