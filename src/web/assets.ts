import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** The built files of the browser: where they lie, and the address of each by the name of its source. */
export interface Assets {
  readonly folder: string;
  /**
   * `url('main.css')` is `/built/main-4XK2QV7A.css`: it holds a hash of the content, so browsers may keep it
   * for good.
   */
  url(name: string): string;
}

const manifestSchema = z.record(z.string(), z.string());

/** Reads the manifest that the build has left in `folder`. */
export async function readAssets(folder: string): Promise<Assets> {
  const manifest = manifestSchema.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
  return { folder, url: (name) => assetUrl(manifest, name) };
}

function assetUrl(manifest: Readonly<Record<string, string>>, name: string): string {
  const file = manifest[name];
  if (file === undefined) throw new RangeError(`no built file for ${name}`);
  return `/built/${file}`;
}
