import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UnreadableFileError } from '../../../src/domain/errors.ts';
import { doccanoReader } from '../../../src/formats/doccano/reader.ts';
import { jsonl } from '../../../src/formats/jsonl/jsonl.ts';
import { jsonlReader } from '../../../src/formats/jsonl/reader.ts';
import { labelstudioReader } from '../../../src/formats/label-studio/reader.ts';
import { prodigyReader } from '../../../src/formats/prodigy/reader.ts';
import { anyWork } from '../any-work.ts';
import { FLAT, growthOver, manyArticles } from '../flat-memory.ts';
import { detailsOf, incomingOf } from '../incoming-of.ts';
import { quaySource, sourceOf } from '../quay-records.ts';
import { linesOf, onlyDocument, readWhole, recognises, withoutPlace, writeWhole } from '../whole-file.ts';

describe('what was written', () => {
  test('is read back whole, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyWork(), { maxLength: 3 }), async (works) => {
        const file = await writeWhole(jsonl, sourceOf(works));
        const read = works.length === 0 ? [] : await readWhole(jsonlReader, file);
        expect(read).toEqual(
          works.map((work, index) => ({
            place: `line ${index + 1}`,
            articleId: work.article.id,
            text: work.article.text,
            details: detailsOf(work),
            annotations: work.annotations.map((record, at) => ({
              place: `line ${index + 1}, annotation ${at + 1}`,
              ...incomingOf(record, 'utf16'),
            })),
          })),
        );
      }),
      { numRuns: 150 },
    );
  });

  test('is known for ours by what is inside, and by no other reader', async () => {
    const file = await writeWhole(jsonl, quaySource);
    expect(recognises(jsonlReader, file)).toBe(true);
    expect([doccanoReader, prodigyReader, labelstudioReader].map((other) => recognises(other, file))).toEqual(
      [false, false, false],
    );
  });

  test.each([
    ['with a byte order mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['in UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    [
      'with CRLF and blank lines',
      (text: string) => Buffer.from(`\r\n \r\n${text.replace(/\n$/, '\r\n\r\n')}`),
    ],
    ['indented over several lines', (text: string) => Buffer.from(JSON.stringify(JSON.parse(text), null, 2))],
    ['as a list', (text: string) => Buffer.from(`[${text}]`)],
  ])('is read as well %s', async (_, change) => {
    const text = Buffer.from(await writeWhole(jsonl, quaySource)).toString();
    const [plain, changed] = [
      await onlyDocument(jsonlReader, text),
      await onlyDocument(jsonlReader, change(text)),
    ];
    expect(recognises(jsonlReader, change(text))).toBe(true);
    expect(changed.annotations.map(withoutPlace)).toEqual(plain.annotations.map(withoutPlace));
    expect(changed.text).toBe(plain.text);
  });

  test('is read with what doccano made of it: its own labels, comments and number', async () => {
    const [line] = Buffer.from(await writeWhole(jsonl, quaySource))
      .toString()
      .split('\n');
    const record: Record<string, unknown> = JSON.parse(line ?? '');
    const label = [...(record.label as unknown[]), [1, 5, 'claim'], [0, 12, 'quote']];
    const document = await onlyDocument(jsonlReader, linesOf({ ...record, label, Comments: ['Look again'] }));
    expect(document.annotations.slice(4)).toEqual([
      {
        place: 'line 1, label 6',
        label: 'claim',
        anchors: [{ offsets: { start: 1, end: 5, unit: 'utf16' } }],
        attributes: {},
      },
      {
        place: 'line 1, label 7',
        label: 'quote',
        anchors: [{ offsets: { start: 0, end: 12, unit: 'utf16' } }],
        attributes: {},
      },
      {
        place: 'line 1, comment 1',
        label: 'comment',
        anchors: [],
        attributes: {},
        remarks: ['Look again'],
      },
    ]);
  });
});

describe('a line that somebody changed', () => {
  const annotation = (fields: object) =>
    linesOf({ on_record: 1, text: 'Gulls left.', annotations: [fields] });

  test('keeps what was added to an annotation', async () => {
    const { annotations } = await onlyDocument(
      jsonlReader,
      annotation({
        tag: 'claim',
        parts: [{ text: 'Gulls' }],
        verdict: { by: 'Ada', sure: true },
        score: null,
      }),
    );
    expect(annotations).toEqual([
      {
        place: 'line 1, annotation 1',
        label: 'claim',
        anchors: [{ words: 'Gulls' }],
        attributes: {},
        remarks: ['verdict: by: Ada, sure: true'],
      },
    ]);
  });

  test('may have one unit of offsets alone', async () => {
    const { annotations } = await onlyDocument(
      jsonlReader,
      annotation({ tag: 'claim', parts: [{ start: 0, end: 5 }] }),
    );
    expect(annotations[0]?.anchors).toEqual([{ offsets: { start: 0, end: 5, unit: 'code-points' } }]);
  });

  test('may lack its text, and an annotation its tag', async () => {
    const read = await readWhole(
      jsonlReader,
      linesOf({ on_record: 1, id: 'a', annotations: [{ parts: [] }, 7] }),
    );
    expect(read).toEqual([
      { place: 'line 1', articleId: 'a', details: {}, annotations: [] },
      { place: 'line 1, annotation 1', reason: 'This annotation has no “tag”.' },
      { place: 'line 1, annotation 2', reason: 'This annotation has no “tag”.' },
    ]);
  });

  test('does not end the file where it is broken', async () => {
    const good = JSON.stringify({ on_record: 1, text: 'One.' });
    const read = await readWhole(
      jsonlReader,
      Buffer.concat([
        Buffer.from(`${good}\n{"on_record":1,"te\n12\n`),
        Buffer.from([0x22, 0xff, 0x22, 0x0a]),
        Buffer.from(good),
      ]),
    );
    expect(read.map((one) => ('reason' in one ? one : one.place))).toEqual([
      'line 1',
      { place: 'line 2', reason: expect.stringMatching(/^This is not valid JSON: .+\.$/) },
      { place: 'line 3', reason: 'This is a single JSON value, not an article.' },
      { place: 'line 4', reason: 'This is not in UTF-8, as JSON must be. Save the file as UTF-8.' },
      'line 5',
    ]);
  });
});

describe('hostile files', () => {
  test.each([
    ['empty', ''],
    ['white space', ' \n\t '],
    ['words', 'Gulls left.'],
  ])('that are no JSON are refused: %s', async (_, content) => {
    await expect(readWhole(jsonlReader, content)).rejects.toThrow(UnreadableFileError);
    expect(recognises(jsonlReader, content)).toBe(false);
  });

  test('nest as deep as they like', async () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    const line = `{"on_record":1,"text":"a","annotations":[{"tag":"claim","parts":[],"more":${deep}}]}`;
    const { annotations } = await onlyDocument(jsonlReader, line);
    expect(annotations[0]?.remarks?.[0]).toMatch(/^more: .{0,20}…/);
  });

  test('name keys that objects have', async () => {
    const line =
      '{"on_record":1,"text":"a","__proto__":{"x":1},"annotations":[{"tag":"claim","__proto__":{"note":"n"}}]}';
    const { annotations } = await onlyDocument(jsonlReader, line);
    expect(annotations[0]?.attributes).toEqual({});
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  test('break off inside of a list', async () => {
    const read = await readWhole(jsonlReader, '[{"on_record":1,"text":"a"},{"on_record":1,"text":"b');
    expect(read.map(({ place }) => place)).toEqual(['record 1', 'record 2']);
    expect(read[1]).toHaveProperty('reason');
  });
});

test('20,000 annotations are read in flat memory', async () => {
  const bytes = await writeWhole(jsonl, manyArticles(100, 200));
  const { growth, count } = await growthOver(jsonlReader.read({ name: 'file', bytes }), 20);
  expect(count).toBe(100);
  expect(growth).toBeLessThan(FLAT);
});
