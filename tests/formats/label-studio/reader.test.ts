import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { doccanoReader } from '../../../src/formats/doccano/reader.ts';
import type { IncomingAnnotation, UnreadableRecord } from '../../../src/formats/incoming.ts';
import { jsonlReader } from '../../../src/formats/jsonl/reader.ts';
import { labelstudio } from '../../../src/formats/label-studio/labelstudio.ts';
import { labelstudioReader } from '../../../src/formats/label-studio/reader.ts';
import { prodigyReader } from '../../../src/formats/prodigy/reader.ts';
import { anyWork } from '../any-work.ts';
import { detailsOf, incomingOf } from '../incoming-of.ts';
import { quaySource, sourceOf } from '../quay-records.ts';
import { linesOf, onlyDocument, readWhole, recognises, withoutPlace, writeWhole } from '../whole-file.ts';

const byId = (annotations: readonly IncomingAnnotation[]) =>
  annotations.map(withoutPlace).sort((a, b) => (a.id ?? '').localeCompare(b.id ?? ''));

describe('what was written', () => {
  test('is read back whole, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyWork(), { maxLength: 3 }), async (works) => {
        const read = await readWhole(labelstudioReader, await writeWhole(labelstudio, sourceOf(works)));
        expect(
          read.map((one) => ('reason' in one ? one : { ...one, annotations: byId(one.annotations) })),
        ).toEqual(
          works.map((work, index) => ({
            place: `task ${index + 1}`,
            articleId: work.article.id,
            text: work.article.text,
            details: detailsOf(work),
            annotations: work.annotations.map((record) => incomingOf(record, 'code-points')),
          })),
        );
      }),
      { numRuns: 150 },
    );
  });

  test('is known for Label Studio’s by what is inside, and by no other reader', async () => {
    const file = await writeWhole(labelstudio, quaySource);
    expect(recognises(labelstudioReader, file)).toBe(true);
    expect([doccanoReader, prodigyReader, jsonlReader].map((other) => recognises(other, file))).toEqual([
      false,
      false,
      false,
    ]);
  });
});

const text = 'Gulls 😀 took a third of the catch, Mira Holt said.';

const region = (id: string, start: number, end: number, labels: readonly string[], given: object = {}) => ({
  id,
  from_name: 'ner',
  to_name: 'text',
  type: 'labels',
  value: { start, end, text: [...text].slice(start, end).join(''), labels },
  ...given,
});

const task = (result: readonly unknown[], annotation: object = {}, given: object = {}) => ({
  data: { text },
  annotations: [{ result, ...annotation }],
  ...given,
});

const read = async (...tasks: readonly unknown[]) => {
  const documents = await readWhole(labelstudioReader, JSON.stringify(tasks));
  return documents.flatMap((one): (IncomingAnnotation | UnreadableRecord)[] =>
    'reason' in one ? [one] : [...one.annotations],
  );
};

const gulls = { offsets: { start: 0, end: 5, unit: 'any' }, words: 'Gulls' };
const holt = { offsets: { start: 35, end: 44, unit: 'any' }, words: 'Mira Holt' };

describe('regions', () => {
  test('become an annotation for each label', async () => {
    expect(
      await read(task([region('r1', 0, 5, ['bird', 'thief']), region('r2', 35, 44, ['person'])])),
    ).toEqual([
      { id: 'r1', place: 'task 1, region 1', label: 'bird', anchors: [gulls], attributes: {} },
      { place: 'task 1, region 1', label: 'thief', anchors: [gulls], attributes: {} },
      { id: 'r2', place: 'task 1, region 2', label: 'person', anchors: [holt], attributes: {} },
    ]);
  });

  test('may lack labels, words or offsets', async () => {
    const bare = { ...region('r1', 0, 5, []), value: { start: 0, end: 5 } };
    const far = {
      ...region('r2', 0, 5, ['bird']),
      value: { start: 1.5, end: 'x', text: 'Gulls', labels: ['bird'] },
    };
    expect(await read(task([bare, far, 'broken']))).toEqual([
      {
        id: 'r1',
        place: 'task 1, region 1',
        label: 'ner',
        anchors: [{ offsets: gulls.offsets }],
        attributes: {},
      },
      { id: 'r2', place: 'task 1, region 2', label: 'bird', anchors: [{ words: 'Gulls' }], attributes: {} },
      { place: 'task 1, result 3', reason: 'This result is a single JSON value.' },
    ]);
  });

  test('have attributes where the names are ours, and remarks where they are not', async () => {
    const about = (name: string, type: string, value: object) => ({
      ...region('r1', 0, 5, []),
      from_name: name,
      type,
      value: { start: 0, end: 5, text: 'Gulls', ...value },
    });
    const result = [
      about('note', 'textarea', { text: ['One.', 'Two.'] }),
      region('r1', 0, 5, ['claim'], { meta: { text: ['seen twice'] } }),
      about('confidence', 'choices', { choices: ['sure'] }),
      about('check_worthiness', 'choices', { choices: ['enormous'] }),
      about('value', 'number', { number: 3.5 }),
      about('mood', 'choices', { choices: ['glad', 'grim'] }),
      about('stars', 'rating', { rating: 4 }),
      about('place', 'taxonomy', { taxonomy: [['Coast', 'Quay'], ['Sea']] }),
    ];
    expect(await read(task(result))).toEqual([
      {
        id: 'r1',
        place: 'task 1, region 1',
        label: 'claim',
        anchors: [gulls],
        attributes: { note: 'One.\nTwo.', confidence: 'sure', value: '3.5' },
        remarks: [
          'check_worthiness: enormous',
          'mood: glad; grim',
          'stars: 4',
          'place: Coast / Quay; Sea',
          'seen twice',
        ],
      },
    ]);
  });
});

describe('what is said of the whole text', () => {
  const whole = (id: string | undefined, name: string, type: string, value: object) => ({
    id,
    from_name: name,
    to_name: 'text',
    type,
    value,
  });
  const about = (label: string, remark: string, number: number) => ({
    place: `task 1, region ${number}`,
    label,
    anchors: [],
    attributes: {},
    remarks: [remark],
  });

  test('has no place in it', async () => {
    const result = [
      whole('c1', 'mood', 'choices', { choices: ['glad', 'grim'] }),
      whole(undefined, 'comment', 'textarea', { text: ['Look', 'again'] }),
      whole('c3', 'stars', 'rating', { rating: 4 }),
    ];
    expect(await read(task(result))).toEqual([
      about('glad', 'mood: glad', 1),
      about('grim', 'mood: grim', 1),
      about('comment', 'Look\nagain', 2),
      about('stars', '4', 3),
    ]);
  });
});

describe('relations', () => {
  const [first, second, third] = [
    region('r1', 0, 5, ['quote']),
    region('r2', 8, 12, ['quote']),
    region('r3', 35, 44, ['person']),
  ];
  const link = (from: string, to: string, given: object = {}) => ({
    from_id: from,
    to_id: to,
    type: 'relation',
    direction: 'right',
    ...given,
  });
  const said = async (...links: readonly unknown[]) => {
    const found = await read(task([first, second, third, ...links]));
    return found.map((one) => ('reason' in one ? one : [one.id, one.anchors.length, ...(one.remarks ?? [])]));
  };
  const continues = { labels: ['continues'] };

  test('named “continues” tie the parts of one annotation together', async () => {
    expect(await said(link('r2', 'r1', continues))).toEqual([
      ['r2', 2],
      ['r3', 1],
    ]);
  });

  test('that go round in circles lose nothing', async () => {
    expect(await said(link('r1', 'r2', continues), link('r2', 'r1', continues))).toEqual([
      ['r1', 2],
      ['r3', 1],
    ]);
    expect(await said(link('r1', 'r1', continues))).toEqual([
      ['r1', 1],
      ['r2', 1],
      ['r3', 1],
    ]);
  });

  test('of which thousands do not repeat all of a long region', async () => {
    const long = region('r9', 0, 44, ['quote']);
    const words = 'Mira said '.repeat(10_000);
    const links = Array.from({ length: 2000 }, () => link('r1', 'r9'));
    const found = await read(task([first, { ...long, value: { ...long.value, text: words } }, ...links]));
    const [one] = found;
    expect(one && 'remarks' in one && one.remarks?.join('').length).toBeLessThan(200_000);
  });

  test('of other names, or between other labels, are said at both ends', async () => {
    expect(
      await said(
        link('r3', 'r1', { labels: ['says'] }),
        link('r2', 'r3', { ...continues, direction: 'left' }),
        link('r1', 'r2', { direction: 'bi' }),
        link('r1', 'gone'),
      ),
    ).toEqual([
      ['r1', 1, 'says ← person “Mira Holt”', 'linked ↔ quote “took”'],
      ['r2', 1, 'continues ← person “Mira Holt”', 'linked ↔ quote “Gulls”'],
      ['r3', 1, 'says → quote “Gulls”', 'continues → quote “took”'],
    ]);
  });

  test('a region inside of another says so', async () => {
    const found = await read(task([first, { ...third, parentID: 'r1' }]));
    expect(found).toMatchObject([{ id: 'r1' }, { id: 'r3', remarks: ['inside quote “Gulls”'] }]);
  });
});

describe('who did it and when', () => {
  const times = { created_at: '2026-03-03T08:00:00.5Z', updated_at: '2026-03-03T09:00:00Z' };

  test.each([
    [{ id: 3, email: 'ada@lantern.example', first_name: 'Ada', last_name: 'Wren' }, 'Ada Wren'],
    [{ id: 3, email: 'ada@lantern.example', first_name: '', last_name: '' }, 'ada@lantern.example'],
    [{ id: 3 }, 'Label Studio user 3'],
    [3, 'Label Studio user 3'],
    ['ada@lantern.example', 'ada@lantern.example'],
    [null, undefined],
  ])('completed_by %j is %s', async (completed_by, annotator) => {
    const [found] = await read(
      task([region('r1', 0, 5, ['bird'], { origin: 'prediction-changed' })], { completed_by, ...times }),
    );
    expect(found).toEqual({
      id: 'r1',
      place: 'task 1, region 1',
      label: 'bird',
      anchors: [gulls],
      attributes: {},
      ...(annotator && { annotator }),
      origin: 'suggestion-edited',
      createdAt: '2026-03-03T08:00:00.500Z',
      updatedAt: '2026-03-03T09:00:00.000Z',
    });
  });

  test('predictions are read only where nobody annotated', async () => {
    const predictions = [{ result: [region('p1', 0, 5, ['bird'])], model_version: 'gull-1', score: 0.9 }];
    expect(await read({ data: { text }, annotations: [], predictions })).toMatchObject([
      { id: 'p1', annotator: 'gull-1', origin: 'suggestion' },
    ]);
    expect(await read(task([region('r1', 0, 5, ['bird'])], {}, { predictions }))).toMatchObject([
      { id: 'r1' },
    ]);
  });

  test('several annotations, old completions, and one that was skipped', async () => {
    const result = [region('r1', 0, 5, ['bird'])];
    const completions = [{ result }, { result, was_cancelled: true }, { result: 'broken' }, 7];
    expect(await read({ data: { text }, completions })).toEqual([
      expect.objectContaining({ id: 'r1', place: 'task 1, annotation 1, region 1' }),
      {
        place: 'task 1, annotation 2',
        reason: 'This annotation was skipped in Label Studio, so it was not imported.',
      },
      { place: 'task 1, annotation 4', reason: 'This annotation is a single JSON value.' },
    ]);
  });
});

describe('tasks', () => {
  test('have their text where the regions’ words are', async () => {
    const data = { id: 7, url: 'https://lantern.example/q', headline: 'Gulls', story: text };
    const file = JSON.stringify([{ ...task([region('r1', 0, 7, ['bird'])]), data }]);
    const document = await onlyDocument(labelstudioReader, file);
    expect(document.text).toBe(text);
    expect(document.details).toEqual({ url: 'https://lantern.example/q', title: 'Gulls' });
  });

  test.each([
    ['images', { data: { image: '/quay.png' } }, 'task 1'],
    ['a chat', { data: { dialogue: [{ author: 'A', text: 'Hello' }] } }, 'task 1'],
    ['nothing', { id: 1 }, 'task 1'],
    ['a value', 7, 'task 1'],
  ])('of %s are named', async (_, value, place) => {
    expect(await read(value)).toEqual([
      { place, reason: expect.stringMatching(/^This (is not a Label Studio )?task.+\.$/) },
    ]);
  });

  test('may come line by line, or one alone', async () => {
    const one = task([region('r1', 0, 5, ['bird'])]);
    for (const file of [linesOf(one, one), JSON.stringify(one, null, 2)]) {
      expect(recognises(labelstudioReader, file)).toBe(true);
      expect((await readWhole(labelstudioReader, file))[0]).toMatchObject({
        text,
        annotations: [{ id: 'r1' }],
      });
    }
  });

  test.each([
    ['as the browser counts them', 'One.\n\nGulls'],
    ['as they stand there', 'One.\r\n\r\nGulls'],
  ])('count CR LF %s', async (_, counted) => {
    const start = counted.indexOf('Gulls');
    const value = { start, end: start + 5, text: 'Gulls', labels: ['bird'] };
    const data = { text: 'One.\r\n\r\nGulls' };
    const file = JSON.stringify([{ ...task([{ ...region('r1', 0, 5, []), value }]), data }]);
    expect((await onlyDocument(labelstudioReader, file)).text).toBe(counted);
  });
});

describe('JSON-MIN', () => {
  const beside = {
    id: 4,
    annotator: 3,
    annotation_id: 9,
    lead_time: 2.5,
    created_at: '2026-03-03T08:00:00Z',
  };

  test('has its regions by control, which belong together by their place', async () => {
    const label = [
      { start: 0, end: 5, text: 'Gulls', labels: ['claim'] },
      { start: 35, end: 44, text: 'Mira Holt', labels: ['person'] },
    ];
    const record = {
      text,
      title: 'Quay',
      label,
      note: [{ start: 0, end: 5, text: ['Seen twice'] }],
      confidence: [{ start: 0, end: 5, text: 'Gulls', choices: ['sure'] }],
      ...beside,
    };
    const file = JSON.stringify([record]);
    expect([recognises(labelstudioReader, file), recognises(doccanoReader, file)]).toEqual([true, false]);
    const made = { annotator: 'Label Studio user 3', createdAt: '2026-03-03T08:00:00.000Z' };
    expect(await onlyDocument(labelstudioReader, file)).toEqual({
      place: 'task 1',
      text,
      details: { title: 'Quay' },
      annotations: [
        {
          id: '0-5',
          place: 'task 1, region 1',
          label: 'claim',
          anchors: [gulls],
          attributes: { note: 'Seen twice', confidence: 'sure' },
          ...made,
        },
        { id: '35-44', place: 'task 1, region 2', label: 'person', anchors: [holt], attributes: {}, ...made },
      ],
    });
  });

  test('may have no region at all', async () => {
    const file = JSON.stringify([{ text, ...beside }]);
    expect(recognises(labelstudioReader, file)).toBe(true);
    expect((await onlyDocument(labelstudioReader, file)).annotations).toEqual([]);
  });
});
