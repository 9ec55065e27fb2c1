// Bundles the browser's scripts and styles into public/built under names that hold a hash of their content, and
// writes a manifest from the name of each source to the name of its file.

import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { build } from 'esbuild';
import { root } from './build.mjs';

const built = join(root, 'public/built');

export async function bundle() {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: entryPoints(),
    outdir: built,
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
  const files = outputsByName(metafile);
  mkdirSync(built, { recursive: true });
  removeOthers(Object.values(files));
  writeFileSync(join(built, 'manifest.json'), `${JSON.stringify(files, null, 2)}\n`);
}

function entryPoints() {
  const images = existsSync(join(root, 'public/img')) ? readdirSync(join(root, 'public/img')) : [];
  const scriptsAndStyles = ['src/client/main.ts', 'public/css/main.css'];
  return [...scriptsAndStyles, ...images.map((name) => `public/img/${name}`)].filter((path) =>
    existsSync(join(root, path)),
  );
}
