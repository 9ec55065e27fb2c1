import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Column, columns } from '../../../src/formats/csv/columns.ts';
import { quayArticle, quayRecords } from '../quay-records.ts';
import { readBack, writeWhole } from './read-back.ts';

const dictionary = readFileSync(new URL('../../../docs/data-dictionary.md', import.meta.url), 'utf8');
const table = dictionary
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.slice(2, -2).split(' | '));

/** The row of the dictionary that a column must have, but for its example. */
function describeColumn({ name, description, datatype, required, values }: Column): string[] {
  const choices = values ? ` One of ${values.map((value) => `\`${value}\``).join(', ')}.` : '';
  return [`\`${name}\``, description + choices, datatype + (required ? '' : ', may be empty')];
}

describe('the data dictionary', () => {
  test('has every column in order, as the writer has it', () => {
    expect(table.map((row) => row.slice(0, 3))).toEqual(columns.map(describeColumn));
  });

  test('gives examples that the writer writes', async () => {
    const rows = await readBack([quayRecords], { raw: true });
    for (const [index, { name }] of columns.entries()) {
      const cells = rows.map((row) => `\`${row[name]?.replaceAll('\n', '⏎')}\``);
      expect(cells).toContain(table[index]?.[3]);
    }
  });
});

const python = spawnSync('python3', ['--version']).status === 0;

describe('the Python in the data dictionary', () => {
  test.skipIf(!python)(
    'finds the words by code points, guarded and raw (left out without python3)',
    async () => {
      const program = /### Python alone\n\n```python\n([\s\S]*?)```/.exec(dictionary)?.[1] ?? '';
      const folder = mkdtempSync(join(tmpdir(), 'on-record-csv-'));
      try {
        writeFileSync(join(folder, 'article.txt'), quayArticle.text);
        for (const raw of [true, false]) {
          writeFileSync(join(folder, 'annotations.csv'), await writeWhole([quayRecords], { raw }));
          const options = {
            cwd: folder,
            encoding: 'utf8',
            env: { ...process.env, PYTHONUTF8: '1' },
          } as const;
          const { stdout, stderr } = spawnSync('python3', ['-c', program], options);
          expect(stderr).toBe('');
          const asWritten = quayRecords.map(({ text }) => raw || !text.startsWith('='));
          const lines = quayRecords.map(
            ({ tag, text }, index) => `${asWritten[index] ? 'True' : 'False'} ${tag} ${text}`,
          );
          expect(stdout.trimEnd().split(/\r?\n/)).toEqual(lines);
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});
