import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { buildProgram, dataFolder, onrecord, outcomeOf } from '../support/program.ts';

beforeAll(buildProgram);

function analyze(args: readonly string[], input = '') {
  const program = onrecord(['analyze', ...args], {});
  program.stdin.end(input);
  return outcomeOf(program);
}

test('prints front matter, headings and numbered sentences', async () => {
  const file = join(await dataFolder(), 'ferry.md');
  await writeFile(
    file,
    '---\ntitle: Late again\n---\n\nThe ferry was\r\nlate. Nobody came.\n\n## Later\n\nIt came at noon.\n',
  );
  const { code, output, errors } = await analyze([file]);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  expect(output).toBe(
    'title: Late again\n\n1  The ferry was late.\n2  Nobody came.\n\n## Later\n\n3  It came at noon.\n',
  );
});

test('names what it cannot read, and goes on', async () => {
  const folder = await dataFolder();
  const [good, bad] = [join(folder, 'good.txt'), join(folder, 'bad.txt')];
  await writeFile(good, 'It was late.');
  await writeFile(bad, '\x89PNG\r\n\x1A\n');
  const some = await analyze([bad, join(folder, 'missing.txt'), good]);
  expect(some.code).toBe(3);
  expect(some.errors.trimEnd().split('\n')).toHaveLength(2);
  expect(some.output).toContain('1  It was late.');
  expect((await analyze([bad])).code).toBe(1);
});

test('answers lines of JSON in their order, with offsets in the text as it was given', async () => {
  const first = '🚢 “We lost 80 percent of the boats,” Mira Holt said.\r\nIt was late.';
  const documents = [
    { id: 'a', text: first },
    { id: 7, text: '' },
  ];
  const input = `\uFEFF${documents.map((document) => JSON.stringify(document)).join('\n\n')}`;
  const { code, output, errors } = await analyze(['--jsonl'], input);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  const [answer, empty] = output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(empty).toEqual({ id: 7, sentences: [], suggestions: [] });
  expect(answer.id).toBe('a');
  const words = answer.sentences.map(({ start, end }: { start: number; end: number }) =>
    first.slice(start, end),
  );
  expect(words.at(-1)).toBe('It was late.');
  for (const { claim_score: score } of answer.sentences) expect(score).toBeGreaterThanOrEqual(0);
  const quote = answer.suggestions.find(({ tag }: { tag: string }) => tag === 'quote');
  expect(quote).toMatchObject({
    speaker: { text: 'Mira Holt' },
    cue: { text: 'said' },
  });
  const statistic = answer.suggestions.find(({ tag }: { tag: string }) => tag === 'statistic');
  expect(statistic).toMatchObject({ value: 80, value_max: null, unit: 'percent' });
  for (const { parts } of answer.suggestions) {
    for (const [start, end] of parts) expect(first.slice(start, end).trim()).not.toBe('');
  }
});

test('says which lines are none, and answers the others', async () => {
  const input = '{"id":1,"text":"It was late."}\n{"id":2}\nnonsense\n{"id":3,"text":"It came."}\n';
  const { code, output, errors } = await analyze(['--jsonl'], input);
  expect(code).toBe(3);
  expect(
    output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).id),
  ).toEqual([1, 3]);
  expect(errors.match(/line \d+/g)).toEqual(['line 2', 'line 3']);
});
