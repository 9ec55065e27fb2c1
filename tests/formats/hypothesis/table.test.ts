import { describe, expect, test } from 'vitest';
import { findAnnotationReader } from '../../../src/formats/annotation-readers.ts';
import { hypothesisReader } from '../../../src/formats/hypothesis/reader.ts';
import { fileOf, sorted } from '../zipped.ts';

async function read(name: string, words: string) {
  const file = fileOf(name, words);
  expect(findAnnotationReader(file)).toBe(hypothesisReader);
  return sorted(hypothesisReader.read(file));
}

describe('a table', () => {
  test('of the client has an annotation for each row', async () => {
    const table = `Created at,Author,Page,URL,Group,Type,Quote,Comment,Tags
2026-03-01T08:00:00.000Z,kim,,https://paper.example/a,Public,Annotation,the bridge is safe,is it?,"claim, bridge"
2026-03-01 08:05:00,lou,,https://paper.example/a,Public,Highlight,14 weeks,,
2026-03-01T08:06:00.000Z,lou,,https://paper.example/b,Public,Page note,,long,
2026-03-01T08:07:00.000Z,kim,,https://paper.example/a,Public,Reply,the bridge is safe,no,
,,,,,,words,,
`;
    const { documents, unreadable } = await read('annotations.csv', table);
    expect(
      documents.map(({ details, annotations }) => [
        details.url,
        annotations.map(({ label, anchors, remarks, annotator }) => [
          label,
          anchors[0]?.words,
          remarks,
          annotator,
        ]),
      ]),
    ).toEqual([
      [
        'https://paper.example/a',
        [
          ['claim', 'the bridge is safe', ['is it?', 'tag: bridge'], 'kim'],
          ['highlight', '14 weeks', undefined, 'lou'],
          ['reply', undefined, ['no'], 'kim'],
        ],
      ],
      ['https://paper.example/b', [['page note', undefined, ['long'], 'lou']]],
    ]);
    expect(documents[0]?.annotations.map(({ createdAt }) => createdAt)).toEqual([
      '2026-03-01T08:00:00.000Z',
      '2026-03-01T08:05:00.000Z',
      '2026-03-01T08:07:00.000Z',
    ]);
    expect(unreadable).toHaveLength(1);
  });

  test('of a script around the API', async () => {
    const { documents } = await read(
      'a.csv',
      'id,uri,title,user,created,exact,text,tags\nx,https://paper.example/a,Bridge,acct:kim@hypothes.is,2026-03-01T08:00:00Z,safe,why,quote\n',
    );
    expect(documents).toMatchObject([
      {
        details: { url: 'https://paper.example/a', title: 'Bridge' },
        annotations: [{ id: 'x', label: 'quote', annotator: 'kim', anchors: [{ words: 'safe' }] }],
      },
    ]);
  });
});

test('one annotation of the API by itself', async () => {
  const one = {
    id: 'h',
    user: 'acct:kim@hypothes.is',
    uri: 'https://paper.example/a',
    text: '',
    tags: ['claim'],
    target: [{ source: 'https://paper.example/a', selector: [{ type: 'TextQuoteSelector', exact: 'safe' }] }],
  };
  for (const words of [JSON.stringify(one), JSON.stringify(one, null, 2), JSON.stringify([one])]) {
    const { documents, unreadable } = await read('a.json', words);
    expect(unreadable).toEqual([]);
    expect(documents).toMatchObject([{ annotations: [{ label: 'claim', anchors: [{ words: 'safe' }] }] }]);
  }
});
