// Bundles the browser's scripts and styles into public/built under names that hold a hash of their content, and
// writes a manifest from the name of each source to the name of its file.

import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

const folder = 'public/built';

/** `root` is the folder of package.json. */
export async function bundle(root) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: entryPoints(root),
    outdir: folder,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022'],
    loader: { '.svg': 'copy', '.png': 'copy', '.ico': 'copy', '.woff2': 'copy' },
    metafile: true,
    logLevel: 'warning',
  });
  mkdirSync(join(root, folder), { recursive: true });
  removeFilesOfEarlierBuilds(join(root, folder), metafile.outputs);
  writeFileSync(
    join(root, folder, 'manifest.json'),
    `${JSON.stringify(manifest(metafile.outputs), null, 2)}\n`,
  );
}

function entryPoints(root) {
  const images = filesIn(join(root, 'public/img')).map((name) => `public/img/${name}`);
  return ['src/client/main.ts', 'public/css/main.css', ...images].filter((path) =>
    existsSync(join(root, path)),
  );
}

function manifest(outputs) {
  const entries = Object.entries(outputs).filter(([, output]) => output.entryPoint !== undefined);
  return Object.fromEntries(
    entries.map(([path, output]) => [basename(output.entryPoint).replace(/\.ts$/, '.js'), basename(path)]),
  );
}

function removeFilesOfEarlierBuilds(place, outputs) {
  const current = new Set(Object.keys(outputs).map((path) => basename(path)));
  for (const name of filesIn(place)) {
    if (!current.has(name)) rmSync(join(place, name));
  }
}

function filesIn(path) {
  return existsSync(path) ? readdirSync(path) : [];
}
