import { existsSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { findAnnotationReader } from '../formats/annotation-readers.ts';
import type { IncomingFile } from '../formats/incoming.ts';
import { writeZip } from '../formats/zip/write.ts';
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
  const standoff: IncomingFile[] = [];
  return {
    async *articles() {
      for (const path of paths) {
        if (/^https?:\/\//i.test(path)) yield { address: path };
        else {
          for await (const file of filesAt([path], limits)) {
            if ('problem' in file) yield file;
            else if (isStandoff(file)) standoff.push(file);
            else if (findAnnotationReader(file)) annotations.push(file);
            else yield file;
          }
        }
      }
    },
    async *annotations() {
      yield* annotations;
      if (standoff.length > 0) yield await archiveOf(standoff);
    },
  };
}

/** brat keeps a text and its annotations beside each other. */
function isStandoff({ name }: IncomingFile): boolean {
  if (/\.ann$/i.test(name)) return true;
  return /\.txt$/i.test(name) && existsSync(name.replace(/\.txt$/i, '.ann'));
}

/** What belongs together travels as one file. */
async function archiveOf(files: readonly IncomingFile[]): Promise<IncomingFile> {
  const name = files.length === 2 ? `${files[0]?.name}.zip` : `${files.length} files of brat.zip`;
  const entries = files.map(({ name, bytes }) => ({ name: pathInArchive(name), chunks: only(bytes) }));
  return { name, bytes: await buffer(writeZip(entries)) };
}

/** A path from wherever as one below a folder. */
function pathInArchive(name: string): string {
  const steps = name.split(/[\\/]+/).filter((step) => !['', '.', '..'].includes(step));
  return steps.join('/').replace(/^[a-z]:/i, '');
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
