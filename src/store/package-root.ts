import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The folder of our package.json, from the sources (src/store) and from the build (dist/src/store) alike. */
export function packageRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

/** The version of this program. */
export async function packageVersion(): Promise<string> {
  const written = await readFile(join(packageRoot(), 'package.json'), 'utf8');
  // npm refuses a package without a version.
  return (JSON.parse(written) as { readonly version: string }).version;
}
