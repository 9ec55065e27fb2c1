import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { doccanoReader } from '../../../src/formats/doccano/reader.ts';
import { jsonlReader } from '../../../src/formats/jsonl/reader.ts';
import { labelstudioReader } from '../../../src/formats/label-studio/reader.ts';
import { prodigyReader } from '../../../src/formats/prodigy/reader.ts';
import { namedFiles, toolFiles } from '../../support/tool-files.ts';
import { linesOf, onlyDocument, readWhole, recognises } from '../whole-file.ts';

const text = 'Mira Holt said the quay lost none.';
const annotation = (place: string, start: number, end: number, label: string) => ({
  place: `line 1, ${place}`,
  label,
  anchors: [{ offsets: { start, end, unit: 'any' } }],
  attributes: {},
});

describe('each shape is read, in the unit that only the words can tell', () => {
  test.each([
    ['label', { label: [[0, 9, 'speaker']] }, annotation('label 1', 0, 9, 'speaker')],
    ['labels', { labels: [[0, 9, 'speaker']] }, annotation('label 1', 0, 9, 'speaker')],
    ['entities as triples', { entities: [[0, 9, 'speaker']] }, annotation('entity 1', 0, 9, 'speaker')],
    [
      'entities',
      { entities: [{ id: 7, label: 'speaker', start_offset: 0, end_offset: 9 }], relations: [] },
      annotation('entity 1', 0, 9, 'speaker'),
    ],
    [
      'the first versions',
      { annotations: [{ label: 2, start_offset: 0, end_offset: 9, user: 1 }], meta: {} },
      { ...annotation('annotation 1', 0, 9, '2'), annotator: 'doccano user 1' },
    ],
  ])('%s', async (_, labels, expected) => {
    const file = linesOf({ id: 3, text, ...labels });
    expect(recognises(doccanoReader, file)).toBe(true);
    const others = [jsonlReader, prodigyReader, labelstudioReader].map((other) => recognises(other, file));
    expect(others).toEqual([false, false, false]);
    expect(await onlyDocument(doccanoReader, file)).toEqual({
      place: 'line 1',
      text,
      details: {},
      annotations: [expected],
    });
  });

  test('overlaps, repetitions and labels of the whole text', async () => {
    const label = [[0, 9, 'speaker'], [5, 14, 'quote'], [5, 14, 'quote'], 'news'];
    const { annotations } = await onlyDocument(doccanoReader, linesOf({ text, label, cats: ['harbour'] }));
    expect(annotations).toEqual([
      annotation('label 1', 0, 9, 'speaker'),
      annotation('label 2', 5, 14, 'quote'),
      annotation('label 3', 5, 14, 'quote'),
      { place: 'line 1, label 4', label: 'news', anchors: [], attributes: {} },
      { place: 'line 1, category 1', label: 'harbour', anchors: [], attributes: {} },
    ]);
  });

  test('one label alone', async () => {
    const { annotations } = await onlyDocument(doccanoReader, linesOf({ text, label: 'news' }));
    expect(annotations.map(({ label, anchors }) => [label, anchors])).toEqual([['news', []]]);
  });
});

describe('relations become remarks at both ends', () => {
  const relate = (within: string) => ({
    text: within,
    entities: [
      { id: 1, label: 'speaker', start_offset: 0, end_offset: 4 },
      { id: 2, label: 'quote', start_offset: 10, end_offset: 14 },
    ],
    relations: [
      { id: 1, from_id: 1, to_id: 2, type: 'says' },
      { id: 2, from_id: 1, to_id: 9, type: 'lost' },
      'broken',
    ],
  });

  test.each([
    ['Mira said none.', 'says → quote “none”', 'says ← speaker “Mira”'],
    ['😀ra said none.', 'says → quote (10–14)', 'says ← speaker (0–4)'],
  ])('of “%s”', async (within, from, to) => {
    const { annotations } = await onlyDocument(doccanoReader, linesOf(relate(within)));
    expect(annotations.map(({ remarks }) => remarks)).toEqual([[from], [to]]);
  });

  test('of which thousands do not repeat all of a long mark', async () => {
    const within = 'Mira said '.repeat(10_000);
    const entities = [
      { id: 1, label: 'speaker', start_offset: 0, end_offset: 4 },
      { id: 2, label: 'quote', start_offset: 0, end_offset: within.length },
    ];
    const relations = Array.from({ length: 2000 }, () => ({ from_id: 1, to_id: 2, type: 'says' }));
    const { annotations } = await onlyDocument(doccanoReader, linesOf({ text: within, entities, relations }));
    expect(annotations[0]?.remarks?.join('').length).toBeLessThan(200_000);
  });
});

test('comments, details and metadata', async () => {
  const record = {
    text,
    label: [],
    title: 'Quay',
    meta: { source: 'https://lantern.example/q', author: 'Ada' },
  };
  const file = linesOf({ ...record, Comments: [{ id: 1, comment: 'Check this' }, '  '] });
  const document = await onlyDocument(doccanoReader, file);
  expect(document.details).toEqual({ title: 'Quay', url: 'https://lantern.example/q', byline: 'Ada' });
  expect(document.annotations).toEqual([
    { place: 'line 1, comment 1', label: 'comment', anchors: [], attributes: {}, remarks: ['Check this'] },
  ]);
});

test('what cannot be read is named, and the rest is kept', async () => {
  const file = `${linesOf({ label: [[0, 1, 'a']] }, { text, label: [[0, 4, 'a'], [0, 'b'], [-1, 2, 'c'], null] })}{"te\n${linesOf({ text, label: [] })}`;
  const read = await readWhole(doccanoReader, file);
  expect(read.map((one) => ('reason' in one ? one.place : one.annotations.length))).toEqual([
    'line 1',
    1,
    'line 2, label 2',
    'line 2, label 3',
    'line 2, label 4',
    'line 3',
    0,
  ]);
  expect(read[0]).toHaveProperty('reason', expect.stringContaining('has no “text”'));
});

test.each([
  ['a list of articles', linesOf({ title: 'Quay', text, url: 'https://lantern.example/q' })],
  ['a table', 'text,label\n"a","b"\n'],
  ['JSON-MIN', linesOf({ text, label: [{ start: 0, end: 4, text: 'Mira', labels: ['speaker'] }] })],
  ['other JSON', '{"label":[{"a":1}]}'],
])('%s is not taken for doccano’s', (_, file) => {
  expect(recognises(doccanoReader, file)).toBe(false);
});

/** Words that a label stands on, since these texts count the same in every unit; or the reason. */
async function readFile(path: string) {
  const file = readFileSync(path);
  expect(recognises(doccanoReader, file)).toBe(true);
  return (await readWhole(doccanoReader, file)).map((one) => {
    if ('reason' in one) return one.place;
    return one.annotations.map(({ label, anchors: [anchor] }) => {
      const { start, end } = anchor?.offsets ?? { start: 0, end: 0 };
      return `${label} ${one.text?.slice(start, end)}`;
    });
  });
}

const ferries = ['ORG Tern Ferries', 'DATE 14 March 1998', 'PERSON Mira Holt', 'PERSON Jonas Berg'];
const google = ['ORG Google', 'DATE September 4, 1998', 'PERSON Larry Page', 'PERSON Sergey Brin'];
const classes = [['negative '], ['positive '], ['positive ']];

test.each(
  toolFiles<unknown[]>(
    'doccano',
    {
      'sequence-incomplete.jsonl': [['LOC q'], [], 'line 3'],
      'sequence-overlapping.jsonl': [['LOC q', 'LOC q']],
      'relations.jsonl': [ferries],
      'relations-over-lines.jsonl': [ferries],
      'sequence-labels.jsonl': [['ORG Skarvik', 'MISC Danish'], ['PERSON Ines Okafor'], ['PERSON Okafor']],
      'classification.jsonl': classes,
    },
    {
      'import/seq-example.jsonl': [['LOC e'], [], 'line 3'],
      'import/seq-overlapping.jsonl': [['LOC e', 'LOC e']],
      'import/relation-example.jsonl': [google],
      'export/relation_extraction-example.jsonl': [google],
      'export/sequence_labeling-example.jsonl': [
        ['ORG EU', 'MISC German'],
        ['PERSON Peter Blackburn'],
        ['PERSON Obama'],
      ],
      'export/text_classification-example.jsonl': classes,
    },
  ),
)('$name', async ({ path, expected }) => {
  expect(await readFile(path)).toEqual(expected);
});

test.each(
  namedFiles(
    'doccano',
    ['sequence.conll', 'classification.csv', 'utf16.csv'],
    ['import/seq-example.conll', 'import/cls-example.csv', 'import/utf16.csv', 'COMMIT', 'LICENSE'],
  ),
)('$name is none of its JSON', ({ path }) => {
  expect(recognises(doccanoReader, readFileSync(path))).toBe(false);
});
