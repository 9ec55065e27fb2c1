import { describe, expect, test } from 'vitest';
import { findAnnotationReader } from '../../../src/formats/annotation-readers.ts';
import { labelstudioReader } from '../../../src/formats/label-studio/reader.ts';
import { fileOf, sorted } from '../zipped.ts';

const TEXT = 'The tug Tern left. It cost 40 million.';

async function read(name: string, words: string) {
  const file = fileOf(name, words);
  expect(findAnnotationReader(file)).toBe(labelstudioReader);
  return sorted(labelstudioReader.read(file));
}

const task = (data: object, words?: string) => {
  const value = { start: 27, end: 37, labels: ['statistic'], ...(words && { text: words }) };
  return JSON.stringify([
    {
      id: 1,
      data,
      annotations: [{ result: [{ id: 'r', from_name: 'label', to_name: 'text', type: 'labels', value }] }],
    },
  ]);
};

describe('the text of a task', () => {
  test.each([
    ['stands under a name of the project’s own', { story: TEXT, source_file: 'a.txt' }],
    ['is not the address beside it', { text: 'https://files.example/report.txt', story: TEXT }],
    ['is not the short field that comes first', { body: 'short', story: TEXT }],
  ])('%s', async (_, data) => {
    for (const words of [undefined, '40 million']) {
      const { documents, unreadable } = await read('a.json', task(data, words));
      expect(unreadable).toEqual([]);
      expect(documents).toMatchObject([{ text: TEXT, annotations: [{ label: 'statistic' }] }]);
    }
  });

  test.each([
    ['https://files.example/in/report.txt', { title: 'report', url: 'https://files.example/in/report.txt' }],
    ['/data/upload/1/report.txt', { title: 'report' }],
    ['s3://bucket/report.txt?x=1', { title: 'report' }],
    ['C:\\desk\\report.txt', { title: 'report' }],
  ])('that is only an address, %s, is not the article', async (address, details) => {
    const { documents } = await read('a.json', task({ text: address }, '40 million'));
    expect(documents).toMatchObject([
      {
        details,
        whyNoText: expect.stringContaining(address),
        annotations: [{ anchors: [{ words: '40 million' }] }],
      },
    ]);
    expect(documents[0]).not.toHaveProperty('text');
  });
});

test('CSV holds the same as JSON-MIN', async () => {
  const label = JSON.stringify([
    { start: 27, end: 37, text: '40 million', labels: ['statistic'] },
  ]).replaceAll('"', '""');
  const rows = `annotation_id,annotator,created_at,id,label,lead_time,text,updated_at
3,kit@lantern.example,2026-03-01T08:00:00Z,1,"${label}",4.1,${TEXT},2026-03-01T08:00:00Z
4,kit@lantern.example,2026-03-01T08:00:00Z,2,,,Nothing here.,2026-03-01T08:00:00Z
`;
  for (const words of [rows, `\ufeff${rows}`]) {
    const { documents, unreadable } = await read('a.csv', words);
    expect(unreadable).toEqual([]);
    expect(documents).toMatchObject([
      {
        text: TEXT,
        annotations: [
          { label: 'statistic', anchors: [{ words: '40 million' }], annotator: 'kit@lantern.example' },
        ],
      },
      { text: 'Nothing here.', annotations: [] },
    ]);
  }
});
