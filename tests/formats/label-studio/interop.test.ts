import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { labelstudioReader } from '../../../src/formats/label-studio/reader.ts';
import { packageRoot } from '../../../src/store/package-root.ts';
import { onlyDocument, readWhole, recognises } from '../whole-file.ts';

const folder = join(packageRoot(), '../shared/interop/label-studio');
if (!existsSync(folder)) console.log(`left out: real files of Label Studio, as ${folder} is not there`);

const open = (name: string) => readFileSync(join(folder, name));

/** Each label with the words at its offsets, and whether the file has the same words. */
async function marksIn(name: string) {
  expect(recognises(labelstudioReader, open(name))).toBe(true);
  const { text = '', annotations } = await onlyDocument(labelstudioReader, open(name));
  return annotations.flatMap(({ label, anchors }) =>
    anchors.map(({ offsets, words }) => {
      const found = text.slice(offsets?.start, offsets?.end);
      return [label, found, found === words];
    }),
  );
}

describe.skipIf(!existsSync(folder))('real files', () => {
  test('a text with curly quotes', async () => {
    expect(await marksIn('text-alice-curly-quotes.json')).toEqual([
      ['Person', 'Alice', true],
      ['Words', 'But I don’t want to go among mad people', true],
    ]);
  });

  test('a page of HTML, with a region over two blocks', async () => {
    expect(await marksIn('hypertext-pulpfiction.json')).toEqual([
      ['Date', 'Vincent: Look, Mr. Wolfe', true],
      ['Person', 'Jules', true],
      ['Person', 'The Wolf', true],
      ['Date', 'appreciated.\n\nVincent: Look, Mr. Wolfe, I respect you.', true],
    ]);
  });

  test.each([
    ['csv/csv_test_colliding_keys.json', [[['positive', 'annotator@example.com']]]],
    ['csv/csv_test_colliding_keys_mixed.json', [[['positive', 'annotator@example.com']], []]],
    ['csv/csv_test_history.json', [[['Positive', 'sergei@heartex.test']]]],
    ['csv/csv_test2.json', ['task 1']],
  ])('choices about whole texts: %s', async (name, expected) => {
    expect(recognises(labelstudioReader, open(name))).toBe(true);
    const read = await readWhole(labelstudioReader, open(name));
    const found = read.map((one) =>
      'reason' in one ? one.place : one.annotations.map(({ label, annotator }) => [label, annotator]),
    );
    expect(found).toEqual(expected);
  });

  test.each([
    'issue-1347-astral.tsv',
    'offset-issue-cases.json',
    'text-alice.config.xml',
    'csv/csv_test2_result.csv',
  ])('%s is none of its JSON', (name) => {
    expect(recognises(labelstudioReader, open(name))).toBe(false);
  });

  test('cases of its issues keep text, offsets and words, whatever the offsets count', async () => {
    const cases = z
      .array(
        z.looseObject({
          text: z.string().optional(),
          exact: z.string().optional(),
          utf16: z.array(z.number()).optional(),
          codepoint: z.array(z.number()).optional(),
        }),
      )
      .parse(JSON.parse(open('offset-issue-cases.json').toString()));
    let seen = 0;
    for (const { text, exact, utf16, codepoint } of cases) {
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
  });

  test('the export of an astral text, as JSON-MIN writes it', async () => {
    const [, row = ''] = open('issue-1347-astral.tsv').toString().split('\n');
    const [, text = '', , label = ''] = row.split('\t');
    const regions: unknown = JSON.parse(label.slice(1, -1).replaceAll('""', '"'));
    const { annotations } = await onlyDocument(labelstudioReader, JSON.stringify([{ text, label: regions }]));
    expect(annotations).toMatchObject([
      {
        label: 'Annotation',
        anchors: [{ offsets: { start: 13, end: 23, unit: 'any' }, words: 'annotation' }],
      },
    ]);
  });
});
