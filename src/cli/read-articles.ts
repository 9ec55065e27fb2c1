import { AppError } from '../domain/errors.ts';
import { fetchArticle } from '../import/articles/fetch.ts';
import { readArticle } from '../import/articles/read.ts';
import { readUnpacked, unpackFile } from '../import/articles/read-file.ts';
import type { FileArticle } from '../import/articles/store.ts';
import type { NamedFile } from './find-files.ts';
import type { CommandImport } from './import-task.ts';

/** A file of the command line, or an address of the web. */
export type NamedInput = NamedFile | { readonly address: string };

/** The articles that a file or an address holds, one after another. */
export async function* readArticles(
  { database, member, config, surroundings, encoding }: CommandImport,
  input: NamedInput,
): AsyncGenerator<FileArticle> {
  const { maxArticleLength: limit, allowLoopback } = config;
  const name = 'address' in input ? input.address : input.name;
  try {
    if ('problem' in input) yield input;
    else if ('address' in input) {
      const options = { limit, allowLoopback, signal: surroundings.stop };
      const { found, sourceId } = await fetchArticle(database.db, member, name, options);
      yield { name, article: { ...readArticle({ content: found, given: {} }, limit), source: sourceId } };
    } else {
      const { stop: signal } = surroundings;
      for await (const unpacked of unpackFile({ ...input, encoding }, signal)) {
        const file = 'file' in unpacked ? { ...unpacked, file: { ...unpacked.file, encoding } } : unpacked;
        yield await readUnpacked(database.db, member.projectId, file, { limit, signal });
      }
    }
  } catch (error) {
    if (surroundings.stop.aborted) return;
    if (!(error instanceof AppError)) throw error;
    yield { name, problem: error.message };
  }
}
