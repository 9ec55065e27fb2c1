import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it. Node's own way to do that never ends below a folder that takes none, as `/proc`
 * does. Throws what the file system says.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const above = dirname(path);
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST' && (await stat(path)).isDirectory()) return;
    if (code !== 'ENOENT' || above === path) throw error;
    const isAbove = await stat(above).then(
      () => true,
      () => false,
    );
    if (isAbove) throw error;
    await makeFolder(above);
    await mkdir(path).catch(ifMadeByOthers(path));
  }
}

function ifMadeByOthers(path: string) {
  return async (error: unknown) => {
    const found = await stat(path).catch(() => null);
    if (!found?.isDirectory()) throw error;
  };
}
