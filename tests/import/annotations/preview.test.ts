import { expect, test } from 'vitest';
import type { AnnotationReader, IncomingDocument, UnreadableRecord } from '../../../src/formats/incoming.ts';
import { PreviewTally } from '../../../src/import/annotations/preview.ts';
import { previewFiles } from '../../../src/import/annotations/preview-files.ts';
import { fileOf } from '../../support/import-files.ts';
import { documentOf, incoming } from '../../support/importing.ts';

const text = 'The quay is late.  It is very late. Crates: 40.';

function readerOf(found: readonly (IncomingDocument | UnreadableRecord)[]): AnnotationReader {
  return {
    key: 'made',
    name: 'Made by hand',
    recognises: () => true,
    async *read() {
      yield* found;
    },
  };
}

test('says what a file holds, with a guess for each label', async () => {
  const offsets = { start: 9, end: 16, unit: 'any' as const };
  const reader = readerOf([
    documentOf(text, [
      incoming(text, 'The quay', { label: 'Claims', annotator: 'Ada' }),
      incoming(text, 'late.  It', { label: 'Claims', annotator: ' Ada ' }),
      incoming(text, '', { label: 'Claims', anchors: [{ offsets }] }),
      incoming(text, 'Crates', { label: 'Claims', annotator: 'Bob' }),
    ]),
    ...Array.from({ length: 7 }, (_, at) => ({ place: `line ${at}`, reason: 'It is no JSON.' })),
    documentOf(text, [
      incoming(text, 'quay', { label: 'boat' }),
      incoming(text, '', { label: 'Mood', anchors: [] }),
      incoming(text, '', { label: 'Mood', anchors: [{ words: 'x'.repeat(200) }] }),
    ]),
  ]);
  const tally = new PreviewTally();
  await tally.add(reader, fileOf('made', ''));
  expect(tally.preview()).toEqual({
    documents: 2,
    annotations: 7,
    marks: 0,
    withoutText: expect.any(Number),
    annotators: ['Ada', 'Bob'],
    unreadable: { count: 7, first: expect.objectContaining({ length: 5 }) },
    labels: [
      { label: 'Claims', count: 4, examples: ['The quay', 'late. It', 'is late'], guess: 'claim' },
      { label: 'boat', count: 1, examples: ['quay'], guess: 'leave' },
      { label: 'Mood', count: 2, examples: [`${'x'.repeat(79)}…`], guess: 'leave' },
    ],
  });
});

test('says what files hold together, and which of them hold nothing', async () => {
  const line = (words: string, label: string) =>
    JSON.stringify({ text: `${words} and so on`, label: [[0, words.length, label]] });
  const files = [
    fileOf('a.jsonl', `${line('One', 'QUOTE')}\n${line('Two', 'CITY')}\n{"text": `),
    fileOf('story.txt', 'The quay is late.'),
    fileOf('b.jsonl', `${line('Three', 'QUOTE')}\n${line('Three', 'QUOTE')}`),
  ];
  const { preview, refused } = await previewFiles(files);
  expect(refused.map(({ file }) => file.name)).toEqual(['story.txt']);
  expect(preview).toMatchObject({ documents: 4, annotations: 4, unreadable: { count: 2 } });
  expect(preview.unreadable.first.map(({ place }) => place)).toEqual([
    'a.jsonl, line 3',
    'story.txt, the file',
  ]);
  expect(preview.labels).toEqual([
    { label: 'QUOTE', count: 3, examples: ['One', 'Three'], guess: 'quote' },
    { label: 'CITY', count: 1, examples: ['Two'], guess: 'leave' },
  ]);
});

test('says how a table that is no UTF-8 was read, with a line to judge it by', async () => {
  const table =
    'tag,text,title\nclaim,"Der Zug fährt über die Brücke, sagte die Bürgermeisterin",Züge für alle\n';
  const latin = { name: 'old.csv', bytes: Buffer.from(table, 'latin1') };
  const { preview } = await previewFiles([latin, fileOf('new.csv', table)]);
  expect(preview.annotations).toBe(2);
  expect(preview.readings).toEqual([
    { file: 'old.csv', encoding: 'windows-1252', line: expect.stringContaining('fährt über') },
  ]);
});
