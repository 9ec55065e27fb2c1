import { readdirSync } from 'node:fs';
import { basename, dirname, relative } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { UnreadableFileError } from '../domain/errors.ts';
import type { IncomingFile } from '../formats/incoming.ts';
import { writeZip } from '../formats/writing/write-zip.ts';
import { readOneInThread } from '../import/reading/read-in-thread.ts';
import { type FileLimits, filesAt, type NamedFile } from './find-files.ts';

/** The files of a command line, parted by what is inside of them. */
export interface SortedInput {
  /** Everything that is not annotations, in order; to be read to its end first. */
  articles(): AsyncGenerator<NamedFile | { readonly address: string }>;
  /** The files of annotations that were met meanwhile. */
  annotations(): AsyncGenerator<IncomingFile>;
}

/** Reads what the command line names, file by file, and parts articles from annotations. */
export function sortInput(paths: readonly string[], limits: FileLimits): SortedInput {
  const annotations: IncomingFile[] = [];
  /** By what the command line names. */
  const standoff = new Map<string, IncomingFile[]>();
  const isStandoff = standoffFinder();
  return {
    async *articles() {
      for (const path of paths) {
        if (/^https?:\/\//i.test(path)) {
          yield { address: path };
          continue;
        }
        for await (const file of filesAt([path], limits)) {
          if ('problem' in file) yield file;
          else if (isStandoff(file.name)) standoff.set(path, [...(standoff.get(path) ?? []), file]);
          else if (await isAnnotations(file)) annotations.push(file);
          else yield file;
        }
      }
    },
    async *annotations() {
      yield* annotations;
      for (const [path, files] of standoff) yield await archiveOf(path, files);
    },
  };
}

/** A file that cannot even be looked at is refused where it is read. */
async function isAnnotations(file: IncomingFile): Promise<boolean> {
  try {
    return await readOneInThread('isAnnotations', file, { size: file.bytes.length });
  } catch (error) {
    if (error instanceof UnreadableFileError) return false;
    throw error;
  }
}

/** What brat keeps beside texts and annotations, and what our own export of it adds. */
const BESIDE_STANDOFF = /^(?:annotation|visual|tools|kb_shortcuts)\.conf$|^articles\.jsonl$/;

/** Tells the files of brat, which keeps a text, its annotations and its settings beside each other. */
function standoffFinder(): (path: string) => boolean {
  const folders = new Map<string, ReadonlySet<string>>();
  return (path) => {
    const name = basename(path);
    const folder = dirname(path);
    const names = folders.get(folder) ?? annNames(folder);
    folders.set(folder, names);
    if (/\.ann$/i.test(name)) return true;
    if (/\.txt$/i.test(name)) return names.has(name.replace(/\.txt$/i, '.ann'));
    return names.size > 0 && BESIDE_STANDOFF.test(name);
  };
}

function annNames(folder: string): ReadonlySet<string> {
  try {
    return new Set(readdirSync(folder).filter((name) => /\.ann$/i.test(name)));
  } catch {
    // Standard input stands in no folder.
    return new Set();
  }
}

/** What belongs together travels as one file, called by what the command line names. */
async function archiveOf(path: string, files: readonly IncomingFile[]): Promise<IncomingFile> {
  const entries = files.map(({ name, bytes }) => ({ name: pathInArchive(path, name), chunks: only(bytes) }));
  return { name: path.replace(/\.ann$/i, ''), bytes: await buffer(writeZip(entries)) };
}

/** The path below the folder that was named; of a file that was named, its name. */
function pathInArchive(path: string, name: string): string {
  return (relative(path, name) || basename(name)).replaceAll('\\', '/');
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
