import { describe, expect, test } from 'vitest';
import { findAnnotationReader } from '../../../src/formats/annotation-readers.ts';
import { recogitoReader } from '../../../src/formats/recogito/reader.ts';
import { fileOf, sorted } from '../zipped.ts';

async function read(name: string, words: string) {
  const file = fileOf(name, words);
  expect(findAnnotationReader(file)).toBe(recogitoReader);
  return sorted(recogitoReader.read(file));
}

test('a table of Recogito 2 has words, places and files', async () => {
  const table = `UUID,FILE,QUOTE_TRANSCRIPTION,ANCHOR,TYPE,URI,VOCAB_LABEL,LAT,LNG,TAGS,COMMENTS
a-1,tug.txt,Norvik,char-offset:20,PLACE,https://places.example/1,Norvik port,60.1,5.3,,is it?
a-2,tug.txt,Tern,char-offset:10,EVENT,,,,,claim|ship,
a-3,map.png,,,PLACE,,,,,,
`;
  const { documents, unreadable } = await read('annotations.csv', table);
  expect(documents).toEqual([
    {
      place: 'source tug.txt',
      articleId: undefined,
      details: { title: 'tug' },
      annotations: [
        {
          id: 'a-1',
          place: 'line 2',
          label: 'PLACE',
          anchors: [{ offsets: { start: 20, end: 26, unit: 'any' }, words: 'Norvik' }],
          attributes: {},
          remarks: [
            'is it?',
            'uri: https://places.example/1',
            'vocab_label: Norvik port',
            'lat: 60.1',
            'lng: 5.3',
          ],
        },
        {
          id: 'a-2',
          place: 'line 3',
          label: 'claim',
          anchors: [{ offsets: { start: 10, end: 14, unit: 'any' }, words: 'Tern' }],
          attributes: {},
          remarks: ['tag: ship', 'tag: EVENT'],
        },
      ],
    },
  ]);
  expect(unreadable).toEqual([{ place: 'line 4', reason: 'The row has no words and no offsets.' }]);
});

describe('annotations of the text annotators', () => {
  const one = {
    id: 'x',
    bodies: [
      { purpose: 'commenting', value: 'check' },
      { purpose: 'tagging', value: 'quote' },
    ],
    target: {
      annotation: 'x',
      selector: [{ quote: 'the tug', start: 4, end: 11 }],
      creator: { id: 'kit' },
      created: '2026-01-02T03:04:05Z',
    },
  };

  test.each([
    ['in a list', JSON.stringify([one])],
    ['alone', JSON.stringify(one, null, 2)],
    ['in lines', `${JSON.stringify(one)}\n`],
    [
      'of older versions, with one selector',
      JSON.stringify([{ ...one, target: { ...one.target, selector: one.target.selector[0] } }]),
    ],
  ])('%s', async (_, words) => {
    const { documents, unreadable } = await read('a.json', words);
    expect(unreadable).toEqual([]);
    expect(documents).toMatchObject([
      {
        details: {},
        annotations: [
          {
            id: 'x',
            label: 'quote',
            anchors: [{ words: 'the tug', offsets: { start: 4, end: 11, unit: 'utf16' } }],
            remarks: ['check'],
            annotator: 'kit',
            createdAt: '2026-01-02T03:04:05.000Z',
          },
        ],
      },
    ]);
    expect(documents[0]?.text).toBeUndefined();
  });
});
