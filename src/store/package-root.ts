import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of our package.json, from the sources (src/store) and from the build (dist/src/store) alike. */
export function packageRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}
