// Bundles the server into dist/ and the browser's scripts and styles into public/built, the latter under
// names that hold a hash of their content, with a manifest from the name of each source to the name of its
// file.

import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { noticesOf } from './notices.mjs';

const SERVER = 'dist/src';
const BROWSER = 'public/built';

/** Modules that bundled packages try to load and do without. */
const OPTIONAL = ['canvas', 'pg-cloudflare', 'pg-native'];

/** `root` is the folder of package.json. */
export async function bundle(root) {
  const [server, browser] = await Promise.all([bundleServer(root), bundleBrowser(root)]);
  const inputs = [server, browser].flatMap(({ metafile }) => Object.keys(metafile.inputs));
  writeAll(join(root, SERVER), [...server.outputFiles, textFile('LICENSES.txt', noticesOf(root, inputs))]);
  const names = JSON.stringify(manifest(browser.metafile.outputs), null, 2);
  const licence = { path: 'OFL.txt', contents: readFileSync(join(root, 'public/fonts/OFL.txt')) };
  writeAll(join(root, BROWSER), [...browser.outputFiles, licence, textFile('manifest.json', names)]);
}

function bundleServer(root) {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return build({
    absWorkingDir: root,
    // Node starts each thread from a file of its own.
    entryPoints: [
      'src/cli.ts',
      'src/import/reading/reading-thread.ts',
      'src/actions/agreement/study-thread.ts',
    ],
    entryNames: '[name]',
    outdir: SERVER,
    chunkNames: '[name]-[hash]',
    // Packages in CommonJS call it for what Node brings, which ES modules do not have.
    banner: { js: "import { createRequire as $r } from 'node:module'; const require = $r(import.meta.url);" },
    bundle: true,
    splitting: true,
    external: [...Object.keys(dependencies), ...OPTIONAL],
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    sourcemap: true,
    sourcesContent: false,
    legalComments: 'none',
    write: false,
    metafile: true,
    logLevel: 'warning',
  });
}

function bundleBrowser(root) {
  const images = readdirSync(join(root, 'public/img')).map((name) => `public/img/${name}`);
  return build({
    absWorkingDir: root,
    entryPoints: ['src/client/main.ts', 'src/client/sign-in.ts', 'public/css/main.css', ...images],
    outdir: BROWSER,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022'],
    loader: { '.svg': 'copy', '.png': 'copy', '.ico': 'copy', '.woff2': 'file' },
    write: false,
    metafile: true,
    logLevel: 'warning',
  });
}

function manifest(outputs) {
  const sources = Object.entries(outputs).map(([path, { entryPoint, inputs }]) => {
    // A face is no entry point: the style sheet takes it along.
    const face = Object.keys(inputs).find((input) => input.endsWith('.woff2'));
    return [basename(entryPoint ?? face ?? '').replace(/\.ts$/, '.js'), basename(path)];
  });
  return Object.fromEntries(sources.filter(([source]) => source !== ''));
}

function textFile(path, text) {
  return { path, contents: Buffer.from(`${text}\n`) };
}

/** Leaves these files in a folder and no others. Each appears whole, for a server may be reading there. */
function writeAll(folder, files) {
  mkdirSync(folder, { recursive: true });
  for (const { path, contents } of files) {
    const part = join(folder, `.${process.pid}.part`);
    writeFileSync(part, contents);
    renameSync(part, join(folder, basename(path)));
  }
  const current = new Set(files.map(({ path }) => basename(path)));
  for (const name of readdirSync(folder)) {
    if (!current.has(name) && !name.endsWith('.part')) rmSync(join(folder, name), { recursive: true });
  }
}
