import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { IncomingFile } from '../formats/incoming.ts';

/** A file that was named, or found in a folder that was; or why there is none. */
export type NamedFile = IncomingFile | { readonly name: string; readonly problem: string };

/** Most bytes of a file that is read whole. */
export interface FileLimits {
  readonly maxBytes: number;
}

/**
 * Reads the files of a command line, one after another: files as they are named, those of folders in the
 * order of their names, `-` for standard input. Hidden files and links in folders are passed over.
 */
export async function* filesAt(paths: readonly string[], limits: FileLimits): AsyncGenerator<NamedFile> {
  for (const path of paths) yield* path === '-' ? standardInput() : filesUnder(path, limits);
}

async function* standardInput(): AsyncGenerator<NamedFile> {
  yield { name: '-', bytes: await buffer(process.stdin) };
}

async function* filesUnder(path: string, limits: FileLimits): AsyncGenerator<NamedFile> {
  try {
    if ((await stat(path)).isDirectory()) yield* filesIn(path, limits);
    else yield await fileAt(path, limits);
  } catch (error) {
    yield { name: path, problem: problemOf(error) };
  }
}

async function* filesIn(folder: string, limits: FileLimits): AsyncGenerator<NamedFile> {
  let isEmpty = true;
  for (const path of await pathsIn(folder)) {
    isEmpty = false;
    yield await fileAt(path, limits).catch((error: unknown) => ({ name: path, problem: problemOf(error) }));
  }
  if (isEmpty) yield { name: folder, problem: 'There are no files in this folder.' };
}

/** How many files the paths of a command line stand for; what cannot be looked into counts as one. */
export async function countFiles(paths: readonly string[]): Promise<number> {
  const counts = await Promise.all(
    paths.map(async (path) => {
      const isFolder = await stat(path).then(
        (found) => found.isDirectory(),
        () => false,
      );
      return isFolder ? (await pathsIn(path).catch(() => [])).length : 1;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The files below a folder, its own before those of the folders in it. */
async function pathsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const shown = entries
    .filter(({ name }) => !name.startsWith('.'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const files = shown.filter((entry) => entry.isFile()).map(({ name }) => join(folder, name));
  const folders = shown.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
  return [...files, ...(await Promise.all(folders.map(pathsIn))).flat()];
}

async function fileAt(path: string, { maxBytes }: FileLimits): Promise<NamedFile> {
  const { size } = await stat(path);
  if (size > maxBytes) {
    const most = maxBytes.toLocaleString('en');
    return { name: path, problem: `This file is too large: the limit is ${most} bytes.` };
  }
  return { name: path, bytes: await readFile(path) };
}

const PROBLEMS: Readonly<Record<string, string | undefined>> = {
  ENOENT: 'There is no such file.',
  EACCES: 'You do not have permission to read this file.',
  EPERM: 'You do not have permission to read this file.',
};

/** What the file system refuses, in a sentence; anything else is thrown on. */
export function problemOf(error: unknown): string {
  if (!isFileError(error)) throw error;
  return PROBLEMS[error.code ?? ''] ?? error.message;
}

/** The bytes of a file, or of standard input for `-`. Throws an error that names the file where it cannot be read. */
export async function readInput(path: string): Promise<Buffer> {
  if (path === '-') return await buffer(process.stdin);
  try {
    return await readFile(path);
  } catch (error) {
    throw new Error(`${path}: ${problemOf(error)}`, { cause: error });
  }
}

/** Whether the file system refused something. */
export function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
