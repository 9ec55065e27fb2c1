import { describe, expect, test } from 'vitest';
import { findAnnotationReader } from '../../../src/formats/annotation-readers.ts';
import { argillaReader } from '../../../src/formats/argilla/reader.ts';
import { fileOf, sorted } from '../zipped.ts';

const TEXT = 'The 😀 tug left.';
const span = { start: 6, end: 9, label: 'ship' };

async function read(record: unknown) {
  const file = fileOf('a.json', JSON.stringify([record]));
  expect(findAnnotationReader(file)).toBe(argillaReader);
  const { documents, unreadable } = await sorted(argillaReader.read(file));
  return { document: documents[0], unreadable };
}

const found = (annotator: string | undefined, more = {}) => ({
  label: 'ship',
  anchors: [{ offsets: { start: 6, end: 9, unit: 'code-points' } }],
  annotator,
  ...more,
});

describe('records of Argilla', () => {
  test.each([
    [
      'nested',
      {
        id: '1',
        fields: { text: TEXT },
        metadata: { title: 'Tug' },
        suggestions: { ents: { value: [span], agent: 'm' } },
        responses: {
          ents: [
            { value: [span], user_id: 'kit', status: 'submitted' },
            { value: [span], user_id: 'lou', status: 'discarded' },
          ],
        },
        status: 'completed',
      },
    ],
    [
      'flat',
      {
        id: '1',
        status: 'completed',
        text: TEXT,
        title: 'Tug',
        'ents.responses': [[span], [span]],
        'ents.responses.users': ['kit', 'lou'],
        'ents.responses.status': ['submitted', 'discarded'],
        'ents.suggestion': [span],
      },
    ],
    [
      'of Argilla 1',
      {
        text: TEXT,
        title: 'Tug',
        ents: [{ user_id: 'kit', value: [span], status: 'submitted' }],
        'ents-suggestion': [span],
      },
    ],
  ])('%s have what people answered', async (_, record) => {
    const { document, unreadable } = await read(record);
    expect(unreadable).toEqual([]);
    expect(document).toMatchObject({ text: TEXT, details: { title: 'Tug' } });
    expect(document?.annotations).toMatchObject([found('kit')]);
    expect(document?.annotations).toHaveLength(1);
    expect(document?.annotations[0]?.origin).toBeUndefined();
  });

  test('that nobody answered have what a model suggested', async () => {
    const { document } = await read({
      fields: { text: TEXT },
      responses: {},
      suggestions: { ents: { value: [span], agent: 'model-1' } },
    });
    expect(document?.annotations).toMatchObject([found('model-1', { origin: 'suggestion' })]);
  });

  test('say what is about the whole text', async () => {
    const { document } = await read({
      fields: { text: TEXT },
      responses: { topic: [{ value: 'sea', user_id: 'kit' }], rating: [{ value: 4, user_id: 'kit' }] },
    });
    expect(document?.annotations.map(({ label, anchors, remarks }) => [label, anchors, remarks])).toEqual([
      ['topic', [], ['topic: sea']],
      ['rating', [], ['rating: 4']],
    ]);
  });

  test('without a text say so', async () => {
    expect(
      (await read({ fields: { image: 'https://lantern.example/a.png' }, responses: {} })).unreadable,
    ).toHaveLength(1);
  });
});
