import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { labelstudioReader } from '../../../src/formats/label-studio/reader.ts';
import { namedFiles, toolFiles } from '../../support/tool-files.ts';
import { onlyDocument, readWhole, recognises } from '../whole-file.ts';

/** Each label with the words at its offsets, and whether the file has the same words. */
async function marksIn(file: Buffer) {
  expect(recognises(labelstudioReader, file)).toBe(true);
  const { text = '', annotations } = await onlyDocument(labelstudioReader, file);
  return annotations.flatMap(({ label, anchors }) =>
    anchors.map(({ offsets, words }) => {
      const found = text.slice(offsets?.start, offsets?.end);
      return [label, found, found === words];
    }),
  );
}

// A text with curly quotes, and a page of HTML with a region over two blocks.
test.each(
  toolFiles(
    'label-studio',
    {
      'text-curly-quotes.json': [
        ['Person', 'Mira', true],
        ['Words', 'But I won’t sail with a cold engine', true],
      ],
      'hypertext.json': [
        ['Date', 'Ines: Look, Mr. Vane', true],
        ['Person', 'Jonas', true],
        ['Person', 'The Pilot', true],
        ['Date', 'welcome.\n\nInes: Look, Mr. Vane, I trust you.', true],
      ],
    },
    {
      'text-alice-curly-quotes.json': [
        ['Person', 'Alice', true],
        ['Words', 'But I don’t want to go among mad people', true],
      ],
      'hypertext-pulpfiction.json': [
        ['Date', 'Vincent: Look, Mr. Wolfe', true],
        ['Person', 'Jules', true],
        ['Person', 'The Wolf', true],
        ['Date', 'appreciated.\n\nVincent: Look, Mr. Wolfe, I respect you.', true],
      ],
    },
  ),
)('words stand where they are marked: $name', async ({ path, expected }) => {
  expect(await marksIn(readFileSync(path))).toEqual(expected);
});

const positive = [['positive', 'annotator@example.com']];

test.each(
  toolFiles<unknown[]>(
    'label-studio',
    {
      'choices-colliding-keys.json': [positive],
      'choices-one-task-without.json': [positive, []],
      'choices-with-history.json': [[['Positive', 'ines@skarvik.example']]],
      'choices-without-text.json': ['task 1'],
    },
    {
      'csv/csv_test_colliding_keys.json': [positive],
      'csv/csv_test_colliding_keys_mixed.json': [positive, []],
      'csv/csv_test_history.json': [[['Positive', 'sergei@heartex.test']]],
      'csv/csv_test2.json': ['task 1'],
    },
  ),
)('choices about whole texts: $name', async ({ path, expected }) => {
  const file = readFileSync(path);
  expect(recognises(labelstudioReader, file)).toBe(true);
  const read = await readWhole(labelstudioReader, file);
  const found = read.map((one) =>
    'reason' in one ? one.place : one.annotations.map(({ label, annotator }) => [label, annotator]),
  );
  expect(found).toEqual(expected);
});

test.each(
  namedFiles(
    'label-studio',
    ['offset-cases.json', 'labels.config.xml', 'table.csv'],
    ['offset-issue-cases.json', 'text-alice.config.xml'],
  ),
)('$name is none of its files', ({ path }) => {
  expect(recognises(labelstudioReader, readFileSync(path))).toBe(false);
});

test.each(
  toolFiles(
    'label-studio',
    { 'json-min-astral.tsv': 'timetable' },
    { 'issue-1347-astral.tsv': 'annotation' },
  ),
)('$name is a table of tasks', async ({ path, expected }) => {
  expect(recognises(labelstudioReader, readFileSync(path))).toBe(true);
  const document = await onlyDocument(labelstudioReader, readFileSync(path));
  expect(document.annotations).toMatchObject([{ label: 'Annotation', anchors: [{ words: expected }] }]);
});

const cases = z.array(
  z.looseObject({
    text: z.string().optional(),
    exact: z.string().optional(),
    utf16: z.array(z.number()).optional(),
    codepoint: z.array(z.number()).optional(),
  }),
);

test.each(namedFiles('label-studio', ['offset-cases.json'], ['offset-issue-cases.json']))(
  'cases of its issues keep text, offsets and words, whatever the offsets count: $name',
  async ({ path }) => {
    let seen = 0;
    for (const { text, exact, utf16, codepoint } of cases.parse(JSON.parse(readFileSync(path, 'utf8')))) {
      for (const [start, end] of [utf16, codepoint].filter((offsets) => offsets !== undefined)) {
        const value = { start, end, text: exact, labels: ['Annotation'] };
        const result = [{ id: 'r', from_name: 'label', to_name: 'text', type: 'labels', value }];
        const document = await onlyDocument(
          labelstudioReader,
          JSON.stringify([{ data: { text }, annotations: [{ result }] }]),
        );
        expect(document.text).toBe(text);
        expect(document.annotations[0]?.anchors).toEqual([
          { offsets: { start, end, unit: 'any' }, words: exact },
        ]);
        seen++;
      }
    }
    expect(seen).toBeGreaterThan(1);
  },
);

test.each(
  toolFiles(
    'label-studio',
    { 'json-min-astral.tsv': { start: 12, end: 21, words: 'timetable' } },
    { 'issue-1347-astral.tsv': { start: 13, end: 23, words: 'annotation' } },
  ),
)('an astral text, as JSON-MIN writes it: $name', async ({ path, expected: { words, ...offsets } }) => {
  const [, row = ''] = readFileSync(path, 'utf8').split('\n');
  const [, text = '', , label = ''] = row.split('\t');
  const regions: unknown = JSON.parse(label.slice(1, -1).replaceAll('""', '"'));
  const { annotations } = await onlyDocument(labelstudioReader, JSON.stringify([{ text, label: regions }]));
  expect(annotations).toMatchObject([
    { label: 'Annotation', anchors: [{ offsets: { ...offsets, unit: 'any' }, words }] },
  ]);
});
