import { describe, expect, test } from 'vitest';
import { findAnnotationReader } from '../../../src/formats/annotation-readers.ts';
import { isArticleTable, readArticleTable } from '../../../src/formats/article-table/read.ts';
import { fileOf, sorted } from '../zipped.ts';

const TEXT = 'The tug Tern left. It cost 40 million.';

/** Label, words at the offsets, and what else is said, of everything that any reader finds. */
async function read(content: unknown, name = 'file.json') {
  const file = fileOf(name, typeof content === 'string' ? content : JSON.stringify(content));
  const reader = findAnnotationReader(file);
  expect(isArticleTable(file)).toBe(false);
  if (!reader) return { key: undefined, marks: [], unreadable: [], texts: [] };
  const { documents, unreadable } = await sorted(reader.read(file));
  const marks = documents.flatMap(({ annotations, text = '' }) =>
    annotations.map(({ label, anchors: [anchor] }) => {
      const { start = 0, end = 0 } = anchor?.offsets ?? {};
      return [label, anchor ? [...text].slice(start, end).join('') : null];
    }),
  );
  return { key: reader.key, marks, unreadable, texts: documents.map(({ text }) => text), documents };
}

describe('texts with spans are annotations, whatever the keys are called', () => {
  const both = [
    ['ship', 'tug Tern'],
    ['statistic', '40 million'],
  ];
  test.each([
    [
      'spaCy’s document',
      [
        {
          text: TEXT,
          ents: [
            { start: 4, end: 12, label: 'ship' },
            { start: 27, end: 37, label: 'statistic' },
          ],
          sents: [{ start: 0, end: 18 }],
          tokens: [{ id: 0, start: 0, end: 3, tag: 'DT' }],
        },
      ],
    ],
    [
      'spaCy’s groups of spans',
      [
        {
          text: TEXT,
          spans: {
            sc: [
              { start: 4, end: 12, label: 'ship' },
              { start: 27, end: 37, label: 'statistic' },
            ],
          },
        },
      ],
    ],
    [
      'spaCy’s training data',
      [
        [
          TEXT,
          {
            entities: [
              [4, 12, 'ship'],
              [27, 37, 'statistic'],
            ],
          },
        ],
      ],
    ],
    [
      'training data beside its classes',
      {
        classes: ['ship'],
        annotations: [
          [
            TEXT,
            {
              entities: [
                [4, 12, 'ship'],
                [27, 37, 'statistic'],
              ],
            },
          ],
        ],
      },
    ],
    [
      'PubAnnotation',
      {
        text: TEXT,
        denotations: [
          { id: 'T1', span: { begin: 4, end: 12 }, obj: 'ship' },
          { id: 'T2', span: { begin: 27, end: 37 }, obj: 'statistic' },
        ],
      },
    ],
    [
      'objects under entities',
      [
        {
          text: TEXT,
          entities: [
            { start: 4, end: 12, label: 'ship' },
            { start: 27, end: 37, type: 'statistic' },
          ],
        },
      ],
    ],
    [
      'triples under spans',
      [
        {
          content: TEXT,
          spans: [
            [4, 12, 'ship'],
            [27, 37, 'statistic'],
          ],
        },
      ],
    ],
    [
      'objects under annotations of examples',
      {
        examples: [
          {
            content: TEXT,
            annotations: [
              { start: 4, end: 12, tag_name: 'ship' },
              { start: '27', end: '37', tag_name: 'statistic' },
            ],
          },
        ],
      },
    ],
    [
      'objects under a key of one’s own, with a text under another',
      [
        {
          story: TEXT,
          title: 'Tug',
          highlights: [
            { begin: 4, end: 12, category: 'ship' },
            { begin: 27, end: 37, category: 'statistic' },
          ],
        },
      ],
    ],
    [
      'doccano with objects beside an empty list',
      [
        {
          text: TEXT,
          label: [],
          annotations: [
            { start: 4, end: 12, label: 'ship' },
            { start: 27, end: 37, label: 'statistic' },
          ],
        },
      ],
    ],
    [
      'doccano with its text under data',
      [
        {
          id: 1,
          data: TEXT,
          label: [
            [4, 12, 'ship'],
            [27, 37, 'statistic'],
          ],
        },
      ],
    ],
    [
      'doccano with its text under a name of its own',
      [
        {
          id: 1,
          story: TEXT,
          label: [
            [4, 12, 'ship'],
            [27, 37, 'statistic'],
          ],
        },
      ],
    ],
    [
      'doccano’s relations with their text under data',
      [
        {
          data: TEXT,
          entities: [
            { id: 1, label: 'ship', start_offset: 4, end_offset: 12 },
            { id: 2, label: 'statistic', start_offset: 27, end_offset: 37 },
          ],
          relations: [],
        },
      ],
    ],
  ])('%s', async (_, content) => {
    const { marks, unreadable, texts } = await read(content);
    expect(unreadable).toEqual([]);
    expect(texts).toEqual([TEXT]);
    expect(marks).toEqual(both);
  });

  test('as lines too', async () => {
    const line = JSON.stringify({ text: TEXT, ents: [{ start: 4, end: 12, label: 'ship' }] });
    expect((await read(`${line}\n${line}\n`)).marks).toEqual([both[0], both[0]]);
  });

  test('DataTurks, whose ends are the last characters, has their words', async () => {
    const points = [{ start: 4, end: 11, text: 'tug Tern' }];
    const { documents } = await read({
      content: TEXT,
      annotation: [{ label: ['ship', 'vessel'], points }],
      extras: null,
    });
    expect(documents?.[0]?.annotations).toMatchObject([
      { label: 'ship', anchors: [{ offsets: { start: 4, end: 11, unit: 'any' }, words: 'tug Tern' }] },
      { label: 'vessel', anchors: [{ words: 'tug Tern' }] },
    ]);
  });

  test('spaCy 2, whose words have tags', async () => {
    const tokens = ['O', 'B-ship', 'L-ship', 'O'].map((ner, id) => ({
      id,
      ner,
      orth: ['The', 'tug', 'Tern', 'left'][id],
      space: ' ',
    }));
    const { marks, texts } = await read([{ id: 0, paragraphs: [{ raw: TEXT, sentences: [{ tokens }] }] }]);
    expect(texts).toEqual([TEXT]);
    expect(marks).toEqual([both[0]]);
    const without = await read([{ id: 0, paragraphs: [{ sentences: [{ tokens }] }] }]);
    expect(without.texts).toEqual(['The tug Tern left ']);
    expect(without.marks).toEqual([both[0]]);
  });

  test('Python counts code points, others what fits', async () => {
    const unitOf = async (content: unknown) =>
      (await read(content)).documents?.[0]?.annotations[0]?.anchors[0]?.offsets?.unit;
    expect(await unitOf([{ text: TEXT, ents: [{ start: 4, end: 12, label: 'ship' }] }])).toBe('code-points');
    expect(await unitOf([{ text: TEXT, spans: [[4, 12, 'ship']] }])).toBe('any');
  });

  test('relations, attributes, classes and broken spans are told', async () => {
    const denotations = [
      { id: 'T1', span: { begin: 4, end: 12 }, obj: 'ship' },
      { id: 'T2', span: { begin: 27, end: 37 }, obj: 'statistic' },
      { id: 'T3', span: {}, obj: 'ship' },
    ];
    const { documents, unreadable } = await read({
      text: TEXT,
      denotations,
      relations: [{ subj: 'T1', pred: 'cost', obj: 'T2' }],
      attributes: [{ subj: 'T2', pred: 'sure', obj: 'no' }],
      cats: { news: 1, sport: 0.1 },
    });
    expect(documents?.[0]?.annotations.map(({ label, remarks }) => [label, remarks])).toEqual([
      ['ship', ['cost → statistic']],
      ['statistic', ['cost ← ship', 'sure: no']],
      ['news', undefined],
    ]);
    expect(unreadable).toEqual([{ place: 'line 1, span 3', reason: expect.any(String) }]);
  });
});

test('numbers that are none are read as nothing, and words that look like them stay', async () => {
  const line =
    '{"text": "NaN, said \\"Infinity\\": NaN", "label": [[0, 3, "sign"]], "score": NaN, "low": -Infinity, "a":[NaN,1]}';
  const { marks, texts, unreadable } = await read(line, 'a.jsonl');
  expect({ marks, texts, unreadable }).toEqual({
    marks: [['sign', 'NaN']],
    texts: ['NaN, said "Infinity": NaN'],
    unreadable: [],
  });
  expect((await read('{"text": "a", "label": [[0, 1, "b"]], "score": nan}')).key).toBeUndefined();
});

describe('no mark is lost in a table of articles', () => {
  test.each([
    ['a list of labels of doccano', [{ text: 'claim', suffixKey: 'c', backgroundColor: '#ff0000' }]],
    ['marks under any name', [{ text: TEXT, my_highlights: [{ start: 4, end: 12, label: 'ship' }] }]],
    ['marks one object down', [{ text: TEXT, work: { ann: [[4, 12, 'ship']] } }]],
  ])('%s is none', (_, content) => {
    expect(isArticleTable(fileOf('a.json', JSON.stringify(content)))).toBe(false);
  });

  test('a record with marks behind articles without is named', async () => {
    const plain = { title: 'Tug', text: TEXT };
    const file = fileOf(
      'a.json',
      JSON.stringify([plain, plain, plain, { ...plain, notes: [[4, 12, 'ship']] }]),
    );
    expect(isArticleTable(file)).toBe(true);
    const found: unknown[] = [];
    for await (const one of readArticleTable(file)) found.push(one);
    expect(found[3]).toEqual({
      place: 'record 4',
      reason: expect.stringContaining('Import the file as annotations'),
    });
  });
});
