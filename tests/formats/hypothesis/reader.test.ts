import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UnreadableFileError } from '../../../src/domain/errors.ts';
import { hypothesisReader } from '../../../src/formats/hypothesis/reader.ts';
import type { IncomingDocument, UnreadableRecord } from '../../../src/formats/incoming.ts';

/** Our own writing, in the shape that the Hypothesis client exports. */
const exported = readFileSync(join(import.meta.dirname, 'export.json'));
/** What the page's body says, which the positions count. */
const pageText = readFileSync(join(import.meta.dirname, 'page.txt'), 'utf8');
const { annotations: rows } = JSON.parse(exported.toString());

async function readAll(content: unknown): Promise<(IncomingDocument | UnreadableRecord)[]> {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content));
  const found: (IncomingDocument | UnreadableRecord)[] = [];
  for await (const item of hypothesisReader.read({ name: 'export.json', bytes })) found.push(item);
  return found;
}

const row = (given: object = {}) => ({
  id: 'x',
  uri: 'https://lantern.example/quay',
  user: 'acct:ada@hypothes.is',
  target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'nine days' }] }],
  ...given,
});

async function readOne(given: object) {
  const [document] = await readAll([row(given)]);
  return document && 'annotations' in document ? document.annotations[0] : document;
}

describe('an export', () => {
  test('is read whole', async () => {
    const documents = await readAll(exported);
    expect(documents).toMatchObject([
      {
        place: 'source https://lantern.example/quay',
        details: { url: 'https://lantern.example/quay', title: 'Quay reopens after storm' },
      },
      { place: 'source urn:x-pdf:0f343b0931126a20f133d67c2b018a3b', details: { title: 'tides.pdf' } },
    ]);
    const [quay, tides] = documents.map((document) =>
      'annotations' in document ? document.annotations : [],
    );
    expect(quay?.map(({ id, label, annotator, remarks }) => [id, label, annotator, remarks])).toEqual([
      [
        'quay-quote',
        'Quote',
        'Ada Wren',
        ['Who is *Mira Holt*?\n\nAsk the port.', 'tag: port', 'tag: to check'],
      ],
      ['quay-moved', 'statistic', 'bo', undefined],
      ['quay-highlight', 'highlight', 'Ada Wren', undefined],
      ['quay-note', 'page note', 'ada', ["Compare with last year's storm."]],
      ['quay-reply', 'reply', 'Cy', ['She runs the cranes.', 'In reply to annotation quay-quote']],
    ]);
    expect(quay?.map(({ anchors }) => anchors.length)).toEqual([1, 1, 1, 0, 0]);
    expect(quay?.[0]).toMatchObject({
      place: 'annotation 1',
      createdAt: '2026-03-03T08:00:00.123Z',
      updatedAt: '2026-03-03T09:30:15.250Z',
    });
    expect(tides?.[0]).toMatchObject({ place: 'annotation 6', anchors: [{ words: 'tides' }] });
  });

  test('gives positions in UTF-16 with the words around them', async () => {
    const [quay] = await readAll(exported);
    const [quoted, moved] = quay && 'annotations' in quay ? quay.annotations : [];
    const anchor = quoted?.anchors[0];
    expect(anchor?.offsets?.unit).toBe('utf16');
    expect(pageText.slice(anchor?.offsets?.start, anchor?.offsets?.end)).toBe('“We moved 3,900 crates,”');
    expect(anchor).toMatchObject({
      words: '“We moved 3,900 crates,”',
      suffix: ' Mira Holt said, “and lost none.',
    });
    expect(pageText).toContain(`${anchor?.prefix}${anchor?.words}${anchor?.suffix}`);
    // The page has changed since: the position is stale, the words with their context are not.
    const stale = moved?.anchors[0];
    expect(pageText.slice(stale?.offsets?.start, stale?.offsets?.end)).not.toBe('3,900 crates');
    expect(pageText.split(`${stale?.prefix}${stale?.words}${stale?.suffix}`)).toHaveLength(2);
  });

  test('is the same as the answer of the API and as the bare list', async () => {
    const expected = await readAll(exported);
    expect(await readAll({ total: rows.length, rows })).toEqual(expected);
    expect(await readAll(rows)).toEqual(expected);
  });
});

describe('an annotation', () => {
  test.each<[string, object, object]>([
    ['with one tag', { tags: ['claim'] }, { label: 'claim' }],
    ['with tags of its own', { tags: ['port', 'crane'] }, { label: 'port', remarks: ['tag: crane'] }],
    ['with empty tags', { tags: ['', ' '] }, { label: 'highlight' }],
    ['without a tag, with a text', { text: 'Why?' }, { label: 'annotation', remarks: ['Why?'] }],
    ['of an account alone', { user: 'acct:bo@other.example' }, { annotator: 'bo' }],
    [
      'with things of the wrong type',
      { tags: 'claim', text: 5, document: [], references: {} },
      { label: 'highlight' },
    ],
    [
      'that is a reply with words',
      { references: ['a', 'b'] },
      { label: 'reply', anchors: [], remarks: ['In reply to annotation b'] },
    ],
    ['with no target', { target: undefined, text: 'All' }, { label: 'page note', anchors: [] }],
  ])('%s', async (_, given, expected) => {
    expect(await readOne(given)).toMatchObject(expected);
  });

  test.each<[string, object, string]>([
    ['without a page', { uri: undefined }, 'has no “uri”'],
    [
      'placed by a range alone',
      { target: [{ selector: [{ type: 'RangeSelector', startContainer: '/p' }] }] },
      'a range',
    ],
    [
      'placed by a time',
      { target: [{ selector: [{ type: 'MediaTimeSelector', start: 1.5, end: 2 }] }] },
      'MediaTimeSelector',
    ],
  ])('%s is named with the reason', async (_, given, reason) => {
    expect(await readOne(given)).toMatchObject({
      place: 'annotation 1',
      reason: expect.stringContaining(reason),
    });
  });

  test('that is none does not spoil the rest', async () => {
    const found = await readAll([7, row()]);
    expect(found).toMatchObject([
      { place: 'annotation 1', reason: expect.any(String) },
      { annotations: [{ id: 'x' }] },
    ]);
  });

  test('of a page that is no web page has no address to be shown as a link', async () => {
    expect(await readAll([row({ uri: 'javascript:alert(1)' })])).toMatchObject([{ details: {} }]);
  });
});

describe('a file', () => {
  test.each(['{"total":1}', '{}', '5', '{"rows":{}}', '[{"id":'])(
    'that says %s is refused with a sentence',
    async (content) => {
      await expect(readAll(Buffer.from(content))).rejects.toThrow(UnreadableFileError);
    },
  );

  test.each<[string, string | Buffer, boolean]>([
    ['an export', exported, true],
    ['an answer of the API', JSON.stringify({ total: 6, rows }), true],
    ['a bare list', JSON.stringify(rows), true],
    ['a W3C annotation', '{"@context":"http://www.w3.org/ns/anno.jsonld","type":"Annotation"}', false],
    ['a list of something else', '[{"id":1,"text":"x"}]', false],
    ['a web page', '<p>"user":"acct:a@b" "uri":</p>', false],
    ['nothing', '', false],
  ])('that is %s is told by what is inside', (_, content, answer) => {
    expect(hypothesisReader.recognises({ name: 'x', bytes: Buffer.from(content) })).toBe(answer);
  });
});
