import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UnreadableFileError } from '../../../src/domain/errors.ts';
import { bratReader, readBratFiles } from '../../../src/formats/brat/read.ts';
import { namedFiles, toolFiles } from '../../support/tool-files.ts';
import { fileOf, sorted, zipOf } from '../zipped.ts';

const TEXT = 'The 😀 tug Tern left Norvik.\nIt carries coal, and “no one” aboard.';

async function readAnn(...lines: string[]) {
  const files = [fileOf('sea/tug.txt', TEXT), fileOf('sea/tug.ann', lines.join('\n'))];
  const { documents, unreadable } = await sorted(readBratFiles(files));
  return { annotations: documents[0]?.annotations ?? [], unreadable };
}

describe('one annotation', () => {
  test('is in code points, with its words', async () => {
    const { annotations, unreadable } = await readAnn('T1\tShip 10 14\tTern');
    expect(unreadable).toEqual([]);
    expect(annotations).toEqual([
      {
        place: 'sea/tug.ann, T1',
        label: 'Ship',
        anchors: [{ offsets: { start: 10, end: 14, unit: 'code-points' }, words: 'Tern' }],
        attributes: {},
      },
    ]);
  });

  test('in parts has the words of each', async () => {
    const { annotations } = await readAnn('T1\tShip 6 9;20 26\ttug Norvik');
    expect(annotations[0]?.anchors.map(({ words }) => words)).toEqual(['tug', 'Norvik']);
  });

  test('over a line break is one part', async () => {
    const { annotations } = await readAnn('T1\tclaim 15 27;28 43\tleft Norvik. It carries coal');
    expect(annotations[0]?.anchors).toEqual([
      { offsets: { start: 15, end: 43, unit: 'code-points' }, words: 'left Norvik.\nIt carries coal' },
    ]);
  });

  test('whose words stand elsewhere keeps them, so that they can be found', async () => {
    const { annotations } = await readAnn('T1\tShip 0 4\tTern', 'T2\tShip 0 3;5 11\ttug Norvik');
    expect(annotations.map(({ anchors }) => anchors.map(({ words }) => words))).toEqual([
      ['Tern'],
      ['tug', 'Norvik'],
    ]);
  });

  test('without words takes those of the text', async () => {
    const { annotations } = await readAnn('T1\tShip 10 14');
    expect(annotations[0]?.anchors[0]?.words).toBe('Tern');
  });

  test('without our note has every attribute that is ours, and the rest as remarks', async () => {
    const { annotations } = await readAnn(
      'T1\tquote 10 14\tTern',
      'A1\tquote_type T1 mixed',
      'A2\tconfidence T1 High',
      'M1\tNegation T1',
      'A3\tcomparator T1 at_least',
      '#1\tAnnotatorNotes T1\tis it | not?',
      '#2\tUnconfirmed T1\tby hand',
      'N1\tReference T1 Wikidata:Q1\tTern (ship)',
    );
    expect(annotations[0]).toMatchObject({
      attributes: { quote_type: 'mixed', comparator: '≥', note: 'is it | not?' },
      remarks: [
        'confidence: High',
        'Negation',
        'Unconfirmed: by hand',
        'Reference: Wikidata:Q1 (Tern (ship))',
      ],
    });
  });
});

test('events, relations and equivalences are said where they begin', async () => {
  const { annotations, unreadable } = await readAnn(
    'T1\tShip 10 14\tTern',
    'T2\tPlace 20 26\tNorvik',
    'T3\tLeave 15 19\tleft',
    'E1\tLeave:T3 Who:T1 From:T2',
    'R1\tSeen Arg1:E1 Arg2:T2\t',
    '*\tAlias T1 T2',
    'A1\tCertain E1 High',
    '#1\tAnnotatorNotes R1\twhen?',
  );
  expect(unreadable).toEqual([]);
  expect(annotations.map(({ remarks, attributes }) => ({ remarks, attributes }))).toEqual([
    { remarks: ['Alias: “Tern” (T1), “Norvik” (T2)'], attributes: {} },
    { remarks: undefined, attributes: {} },
    {
      remarks: [
        'Event Leave: Who “Tern” (T1), From “Norvik” (T2)',
        'Relation Seen: Arg1 “left” (E1), Arg2 “Norvik” (T2)',
        'Certain: High',
      ],
      attributes: { note: 'when?' },
    },
  ]);
});

test.each([
  ['T1 Ship 10 14 Tern', 'not a line of brat'],
  ['T1\tShip 14 10\tTern', 'T1 has no words'],
  ['T1\tShip 10 10\t', 'T1 has no words'],
  ['T1\tShip 10 10', 'T1 has no words'],
  ['T1\tShip 10 14;12 16\tTern', 'The words of T1'],
  ['T1\tShip ten 14\tTern', 'not a line of brat'],
  ['T1\tShip 6 9;20 26\ttug', 'The words of T1'],
  ['T1\tShip 6000 9000', 'The words of T1'],
  ['A1\tSure T9', 'not in the file'],
  ['R1\tLoop Arg1:R1 Arg2:R1', 'not in the file'],
  ['E1\tLeave', 'not a line of brat'],
  ['what is this?', 'not a line of brat'],
  ['{"a": 1}', 'not a line of brat'],
])('%j is named, and costs nothing else', async (line, reason) => {
  const { annotations, unreadable } = await readAnn(
    'T7\tShip 10 14\tTern',
    '',
    line,
    'T8\tShip 10 14\tTern\r',
  );
  expect(annotations.map(({ place }) => place)).toEqual(['sea/tug.ann, T7', 'sea/tug.ann, T8']);
  expect(unreadable).toEqual([{ place: 'sea/tug.ann, line 3', reason: expect.stringContaining(reason) }]);
});

describe('fragments', () => {
  test.each([
    ['in any order', 'T1\tShip 20 26;6 9\tNorvik tug', ['tug', 'Norvik']],
    ['over one another', 'T1\tShip 6 14;10 19\ttug Tern Tern left', ['tug Tern left']],
    ['some without width', 'T1\tShip 6 9;12 12;20 26\ttug Norvik', ['tug', 'Norvik']],
    [
      'with a return in their words',
      'T1\tclaim 15 43\tleft Norvik.\r It carries coal',
      ['left Norvik.\nIt carries coal'],
    ],
  ])('%s', async (_, line, words) => {
    const { annotations, unreadable } = await readAnn(line);
    expect(unreadable).toEqual([]);
    expect(annotations[0]?.anchors.map((anchor) => anchor.words)).toEqual(words);
  });
});

test('what is about an annotation without words says so, or stands at its other end', async () => {
  const { annotations, unreadable } = await readAnn(
    'T1\tShip 10 14\tTern',
    'T2\tNull 6 6\t',
    'R1\tMissing Arg1:T2 Arg2:T1',
    'A1\tUnsure T2',
  );
  expect(annotations.map(({ remarks }) => remarks)).toEqual([
    ['Relation Missing: Arg1 T2, Arg2 “Tern” (T1)'],
  ]);
  expect(unreadable).toEqual([
    { place: 'sea/tug.ann, line 2', reason: 'T2 has no words: it ends where it begins, or before.' },
    { place: 'sea/tug.ann, line 4', reason: 'Skipped: it is about T2, which has no words.' },
  ]);
});

describe('whatever the offsets count, the words decide', () => {
  const lined = 'Née 😀\r\nThe tug left.\r\nThe tug sank.';
  test.each([
    ['both characters of a line end', lined, 11, 14],
    ['a line end as one', lined, 10, 13],
    ['UTF-16', lined, 12, 15],
    ['bytes', lined, 15, 18],
    ['a byte order mark in the file', `\ufeff${lined}`, 12, 15],
    ['no byte order mark in spite of one', `\ufeff${lined}`, 11, 14],
    ['a byte order mark and UTF-16', `\ufeff${lined}`, 13, 16],
    ['a byte order mark that was taken out since', lined.replace('😀', ':)'), 13, 16],
  ])('%s', async (_, text, start, end) => {
    const lines = [`T1\tShip ${start} ${end}\ttug`, `T2\tShip ${start + 2} ${start + 3}\tg`];
    const files = [fileOf('tug.txt', text), fileOf('tug.ann', `\ufeff${lines.join('\r\n')}`)];
    const { documents, unreadable } = await sorted(readBratFiles(files));
    expect(unreadable).toEqual([]);
    const [document] = documents;
    const counted = [...(document?.text ?? '')];
    const spans = document?.annotations.map(({ anchors: [anchor] }) => anchor?.offsets);
    expect(spans?.map((at) => counted.slice(at?.start, at?.end).join(''))).toEqual(['tug', 'g']);
    expect(counted.slice(spans?.[0]?.start, (spans?.[0]?.start ?? 0) + 8).join('')).toBe('tug left');
  });
});

test('a second line of the same name is refused', async () => {
  const { unreadable } = await readAnn('T1\tShip 10 14\tTern', 'T1\tShip 6 9\ttug');
  expect(unreadable).toEqual([
    { place: 'sea/tug.ann, line 2', reason: 'T1 already has a line; this one was skipped.' },
  ]);
});

describe('files', () => {
  test('without their other half, or in another encoding, are reported', async () => {
    const files = [
      fileOf('a.ann', 'T1\tShip 0 1\tT'),
      fileOf('README.txt', 'words'),
      fileOf('c.a1', 'T1\tShip 0 1\tT'),
      { name: 'd.txt', bytes: Buffer.from([0xe9, 0x20]) },
      fileOf('d.ann', ''),
      fileOf('annotation.conf', '[entities]'),
    ];
    const { documents, unreadable } = await sorted(readBratFiles(files));
    expect(documents).toEqual([]);
    expect(unreadable.map(({ place }) => place)).toEqual(['README.txt', 'a.ann', 'c.a1', 'd.txt']);
  });

  test('are found whatever the case of their endings', async () => {
    const zip = await zipOf({ 'TUG.TXT': TEXT, 'Tug.ANN': 'T1\tShip 10 14\tTern' });
    expect(bratReader.recognises(zip)).toBe(true);
    const { documents, unreadable } = await sorted(bratReader.read(zip));
    expect(unreadable).toEqual([]);
    expect(documents).toMatchObject([{ details: { title: 'Tug' }, annotations: [{ label: 'Ship' }] }]);
  });

  test('of an .ann alone ask for its text', async () => {
    const file = fileOf('tug.ann', 'T1\tShip 0 1\tT');
    expect(bratReader.recognises(file)).toBe(true);
    expect((await sorted(bratReader.read(file))).unreadable).toEqual([
      {
        place: 'tug.ann',
        reason: 'Its text is missing. Put tug.txt in the same zip archive or folder and import both.',
      },
    ]);
  });

  test('in a zip are found in any folder', async () => {
    const zip = await zipOf({ 'x/y/tug.txt': TEXT, 'x/y/tug.ann': 'T1\tShip 10 14\tTern' });
    expect(bratReader.recognises(zip)).toBe(true);
    const { documents } = await sorted(bratReader.read(zip));
    expect(documents).toMatchObject([
      { place: 'x/y/tug.ann', text: TEXT, details: { title: 'tug' }, annotations: [{ label: 'Ship' }] },
    ]);
  });

  test('of other kinds are not ours', async () => {
    expect(bratReader.recognises(await zipOf({ 'a.txt': 'words' }))).toBe(false);
    expect(bratReader.recognises(fileOf('a.ann', '%PDF-1.4'))).toBe(false);
    expect(bratReader.recognises(fileOf('a.json', '[]'))).toBe(false);
    expect(bratReader.recognises(fileOf('a.zip', 'PK\u0003\u0004 and then nothing that is a zip'))).toBe(
      false,
    );
  });

  test('of a zip that is none, or has no .ann, are refused with a sentence', async () => {
    await expect(sorted(bratReader.read(fileOf('a.zip', 'no zip')))).rejects.toThrow(UnreadableFileError);
    await expect(sorted(bratReader.read(await zipOf({ 'a.txt': 'words' })))).rejects.toThrow('no .ann file');
  });

  test('whose list of articles is damaged lose no annotation', async () => {
    const list = '{"file":"tug","id":7,"title":"The tug"}\nnot JSON\n{"file":3}\n';
    const files = [
      fileOf('tug.txt', TEXT),
      fileOf('tug.ann', 'T1\tShip 10 14\tTern'),
      fileOf('articles.jsonl', list),
    ];
    const { documents, unreadable } = await sorted(readBratFiles(files));
    expect(unreadable).toEqual([]);
    expect(documents).toMatchObject([{ details: { title: 'The tug' }, annotations: [{ label: 'Ship' }] }]);
    expect(documents[0]).not.toHaveProperty('articleId');
  });
});

const filesIn = (folder: string) =>
  readdirSync(folder).map((name) => ({ name: `sea/${name}`, bytes: readFileSync(join(folder, name)) }));

test.each(namedFiles('brat', ['harbour'], ['news']))(
  '$name is read whole: every T line an annotation whose words stand there, every other line in it',
  async ({ path }) => {
    const files = filesIn(path);
    const { documents, unreadable } = await sorted(readBratFiles(files));
    expect(unreadable).toEqual([]);
    const lines = files
      .filter(({ name }) => name.endsWith('.ann'))
      .flatMap(({ bytes }) => bytes.toString().trimEnd().split('\n'))
      .filter((line) => line !== '');
    const annotations = documents.flatMap((document) => document.annotations);
    expect(annotations).toHaveLength(lines.filter((line) => line.startsWith('T')).length);
    const said = annotations.flatMap(({ remarks = [], attributes }) => [
      ...remarks,
      ...Object.values(attributes),
    ]);
    expect(said).toHaveLength(lines.filter((line) => !line.startsWith('T')).length);
    for (const { text = '', annotations } of documents) {
      for (const { anchors } of annotations) {
        const cut = anchors.map(({ offsets }) => [...text].slice(offsets?.start, offsets?.end).join(''));
        expect(cut).toEqual(anchors.map(({ words }) => words));
      }
    }
  },
);

const part = (start: number, end: number, words: string) => ({
  offsets: { start, end, unit: 'code-points' },
  words,
});

test.each(
  toolFiles(
    'brat',
    { discontinuous: [part(0, 4, 'East'), part(14, 21, 'Skarvik')] },
    { spec: [part(0, 5, 'North'), part(16, 23, 'America')] },
  ),
)('$name has an annotation in parts', async ({ path, expected }) => {
  const { documents } = await sorted(readBratFiles(filesIn(path)));
  expect(documents[0]?.annotations[0]?.anchors).toEqual(expected);
});
