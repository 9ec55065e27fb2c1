import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../src/store/package-root.ts';
import type { Row } from './bench.ts';
import { environment } from './desk-process.ts';
import { generateArticle } from './generate-article.ts';
import { duration, median, rounded } from './result.ts';

const ARTICLES = 1000;
const ROUNDS = 3;
const AIM = 5000;

/** The command line imports files into a new database. */
export const importArticles: Row = {
  name: 'import',
  async measure(bench) {
    bench.say(`writing ${ARTICLES} files`);
    const files = await writeFiles(await bench.folder('articles'));
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      bench.say('importing them');
      times.push(await timeImport(files, await bench.folder(`data-${round}`)));
    }
    const time = median(times);
    return [
      {
        work: 'import 1,000 articles of 5,000 characters by command line',
        aim: '≤ 5 s',
        figure: duration(time),
        met: time <= AIM,
        numbers: rounded({ median: time, worst: Math.max(...times), rounds: ROUNDS }),
      },
    ];
  },
};

async function writeFiles(folder: string): Promise<string[]> {
  const files: string[] = [];
  for (let seed = 1; seed <= ARTICLES; seed++) {
    const { title, text } = generateArticle({ length: 5000, annotations: 0, seed });
    const file = join(folder, `article-${seed}.txt`);
    await writeFile(file, `# ${title}\n\n${text}\n`);
    files.push(file);
  }
  return files;
}

async function timeImport(files: readonly string[], dataFolder: string): Promise<number> {
  const start = performance.now();
  const child = spawn(
    process.execPath,
    [join(packageRoot(), 'bin/onrecord.mjs'), 'import', '--json', ...files],
    {
      env: environment(dataFolder, '0'),
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let lines = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    for (const byte of chunk) lines += Number(byte === 10);
  });
  const [code] = await once(child, 'close');
  if (code !== 0 || lines !== files.length)
    throw new Error(`import ended with ${code} after ${lines} articles`);
  return performance.now() - start;
}
