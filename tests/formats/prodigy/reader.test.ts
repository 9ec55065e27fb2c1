import { expect, test } from 'vitest';
import { doccanoReader } from '../../../src/formats/doccano/reader.ts';
import { jsonlReader } from '../../../src/formats/jsonl/reader.ts';
import { labelstudioReader } from '../../../src/formats/label-studio/reader.ts';
import { prodigyReader } from '../../../src/formats/prodigy/reader.ts';
import { linesOf, onlyDocument, readWhole, recognises } from '../whole-file.ts';

const text = '😀 Mira Holt said the quay lost none.';

const task = (given: object) => ({
  text,
  _input_hash: -1703123,
  _task_hash: 980213,
  answer: 'accept',
  spans: [],
  ...given,
});

const span = (place: string, start: number, end: number, label: string, words?: string) => ({
  place: `line 1, span ${place}`,
  label,
  anchors: [{ offsets: { start, end, unit: 'code-points' }, ...(words && { words }) }],
  attributes: {},
});

test('spans count code points; those of spancat may overlap', async () => {
  const spans = [
    { start: 2, end: 11, label: 'speaker', token_start: 1, token_end: 2, text: 'Mira Holt' },
    { start: 7, end: 16, label: 'quote', source: 'en_core_web_sm', input_hash: 1 },
  ];
  const document = await onlyDocument(prodigyReader, linesOf(task({ spans })));
  expect(document).toEqual({
    place: 'line 1',
    text,
    details: {},
    annotations: [span('1', 2, 11, 'speaker', 'Mira Holt'), span('2', 7, 16, 'quote')],
  });
});

test('token_end is the last token of the span', async () => {
  const tokens = [
    { text: '😀', start: 0, end: 1, id: 0 },
    { text: 'Mira', start: 2, end: 6, id: 1 },
    { text: 'Holt', start: 7, end: 11, id: 2 },
  ];
  const spans = [{ token_start: 1, token_end: 2, label: 'speaker' }];
  const { annotations } = await onlyDocument(prodigyReader, linesOf(task({ spans, tokens })));
  expect(annotations).toEqual([span('1', 2, 11, 'speaker')]);
});

test('details, annotator and time', async () => {
  const spans = [{ start: 2, end: 6, label: 'speaker' }];
  const meta = { title: 'Quay', source: 'The Lantern', url: 'https://lantern.example/q', score: 0.5 };
  const made = { _annotator_id: 'desk-ada', _session_id: 'desk', _timestamp: 1_772_438_400 };
  const document = await onlyDocument(prodigyReader, linesOf(task({ spans, meta, ...made })));
  expect(document.details).toEqual({
    title: 'Quay',
    publication: 'The Lantern',
    url: 'https://lantern.example/q',
  });
  expect(document.annotations).toEqual([
    { ...span('1', 2, 6, 'speaker'), annotator: 'desk-ada', createdAt: '2026-03-02T08:00:00.000Z' },
  ]);
  const older = await onlyDocument(
    prodigyReader,
    linesOf(task({ spans, _session_id: 'desk-ben', _timestamp: 1e300 })),
  );
  expect(older.annotations).toEqual([{ ...span('1', 2, 6, 'speaker'), annotator: 'desk-ben' }]);
});

test('choices are labels of the whole text', async () => {
  const options = [
    { id: 1, text: 'News' },
    { id: 'op', text: 'Opinion' },
  ];
  const { annotations } = await onlyDocument(
    prodigyReader,
    linesOf(task({ label: 'HARBOUR', options, accept: [1, 'op', 'new'] })),
  );
  expect(annotations.map(({ place, label, anchors }) => [place, label, anchors])).toEqual([
    ['line 1, choice 1', 'HARBOUR', []],
    ['line 1, choice 2', 'News', []],
    ['line 1, choice 3', 'Opinion', []],
    ['line 1, choice 4', 'new', []],
  ]);
});

test('relations become remarks at both ends', async () => {
  const speaker = { start: 2, end: 6, label: 'speaker', token_start: 1, token_end: 1 };
  const quote = { start: 17, end: 25, label: 'quote', token_start: 4, token_end: 5 };
  const relations = [{ head: 1, child: 5, label: 'says', head_span: speaker, child_span: quote }];
  const { annotations } = await onlyDocument(
    prodigyReader,
    linesOf(task({ spans: [speaker, quote], relations })),
  );
  expect(annotations.map(({ remarks }) => remarks)).toEqual([['says → quote'], ['says ← speaker']]);
});

test('only what was accepted is taken; all else is named with its reason', async () => {
  const spans = [{ start: 2, end: 6, label: 'speaker' }, { label: 'quote' }, 5];
  const file = linesOf(
    task({ answer: 'reject', spans }),
    task({ answer: 'ignore' }),
    task({ answer: 'later' }),
    { ...task({ spans }), text: undefined, image: 'quay.png' },
    task({ spans }),
  );
  expect(await readWhole(prodigyReader, file)).toEqual([
    { place: 'line 1', reason: 'This task was rejected in Prodigy, so it was not imported.' },
    { place: 'line 2', reason: 'This task was ignored in Prodigy, so it was not imported.' },
    { place: 'line 3', reason: 'This task was not accepted in Prodigy: “later”.' },
    {
      place: 'line 4',
      reason: 'This task has no “text”, so its spans cannot be placed.',
    },
    {
      place: 'line 5',
      text,
      details: {},
      annotations: [{ ...span('1', 2, 6, 'speaker'), place: 'line 5, span 1' }],
    },
    { place: 'line 5, span 2', reason: 'This span has no “start” and “end”.' },
    { place: 'line 5, span 3', reason: 'This span is a single JSON value.' },
  ]);
});

test.each([
  ['a task', task({})],
  ['a task that was not annotated yet', { text, _input_hash: 1, _task_hash: 2 }],
  ['a task by its answer', { text, answer: 'reject', spans: [] }],
  ['a task to be loaded', { text, spans: [{ start: 0, end: 1, label: 'a' }] }],
])('%s is known for Prodigy’s, by no other reader', (_, value) => {
  const file = linesOf(value);
  expect(recognises(prodigyReader, file)).toBe(true);
  expect([doccanoReader, jsonlReader, labelstudioReader].map((other) => recognises(other, file))).toEqual([
    false,
    false,
    false,
  ]);
});

test('articles are not taken for tasks', () => {
  expect(recognises(prodigyReader, linesOf({ text, title: 'Quay' }))).toBe(false);
});
