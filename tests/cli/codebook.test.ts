import { writeFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { buildProgram, dataFolder, onrecord, outcomeOf } from '../support/program.ts';

beforeAll(buildProgram);

test('a codebook is shown, changed in a file, checked and used from then on', async () => {
  const settings = { DATA_DIR: await dataFolder() };
  const run = (...args: string[]) => outcomeOf(onrecord(['codebook', ...args], settings));
  expect((await run('show')).output).toContain('Claim (claim, key C)');
  const file = `${settings.DATA_DIR}/codebook.json`;
  const written = (await run('show', '--json')).output;
  await writeFile(file, written);
  expect(await run('use', file)).toMatchObject({ code: 0, output: 'version 1 says the same already\n' });
  await writeFile(file, written.replace('"name": "Quote"', '"name": "Citation"'));
  expect(await run('check', file)).toEqual({ code: 0, output: `${file} is a codebook.\n`, errors: '' });
  expect(await run('use', file)).toMatchObject({ code: 0, output: 'version 2 is in use in desk\n' });
  const shown = (await run('show')).output;
  expect(shown).toContain('Version 2');
  expect(shown).toContain('Citation (quote, key Q)');
});

test('a file that is no codebook is refused with the places that are wrong', async () => {
  const settings = { DATA_DIR: await dataFolder() };
  const file = `${settings.DATA_DIR}/wrong.json`;
  await writeFile(file, JSON.stringify({ tags: [{ key: 'claim', letter: 'CC' }] }));
  for (const deed of ['check', 'use']) {
    const { code, output, errors } = await outcomeOf(onrecord(['codebook', deed, file], settings));
    expect([code, output]).toEqual([1, '']);
    expect(errors).toMatch(/^tags\[0\]\.letter: /m);
  }
});

test.each([
  [[], 2, /say "show"/],
  [['use'], 2, /say "show"/],
  [['check', '/nowhere.json'], 1, /^onrecord: \/nowhere\.json: There is no such file\.\n$/],
  [['show', '--project', 'nowhere'], 2, /no project "nowhere"/],
] as const)('codebook %j ends with %d', async (args, code, said) => {
  const outcome = await outcomeOf(onrecord(['codebook', ...args], { DATA_DIR: await dataFolder() }));
  expect(outcome.code).toBe(code);
  expect(outcome.errors).toMatch(said);
});
