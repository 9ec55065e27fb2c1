import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/store/package-root.ts';

/** Files of our own writing, in the shapes and with the traps of other tools' files. */
const OWN = join(packageRoot(), 'tests/fixtures/interop');
/** What other tools did write. It is not ours to publish, so a public clone does without. */
const REAL = join(packageRoot(), '../shared/interop');

export interface ToolFile<Expected> {
  readonly name: string;
  readonly path: string;
  readonly expected: Expected;
}

/** The files of a tool and what is expected of each: those of our own, and the real ones where they are here. */
export function toolFiles<Expected>(
  tool: string,
  own: Readonly<Record<string, Expected>>,
  real: Readonly<Record<string, Expected>> = {},
): ToolFile<Expected>[] {
  const isHere = existsSync(REAL);
  if (!isHere && Object.keys(real).length > 0) tell(`Left out: real files of ${tool}, which are not here`);
  return [...rowsOf(join(OWN, tool), own, ''), ...(isHere ? rowsOf(join(REAL, tool), real, 'real: ') : [])];
}

const told = new Set<string>();

function tell(line: string): void {
  if (!told.has(line)) console.log(line);
  told.add(line);
}

function rowsOf<Expected>(folder: string, files: Readonly<Record<string, Expected>>, prefix: string) {
  return Object.entries(files).map(([name, expected]) => ({
    name: `${prefix}${name}`,
    path: join(folder, name),
    expected,
  }));
}

/** The same of files of which nothing in particular is expected. */
export function namedFiles(tool: string, own: readonly string[], real: readonly string[] = []) {
  const named = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, undefined]));
  return toolFiles(tool, named(own), named(real));
}
