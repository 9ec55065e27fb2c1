import { expect, test } from 'vitest';
import { boundedDocuments } from '../../src/formats/bounded-documents.ts';
import type { IncomingDocument, UnreadableRecord } from '../../src/formats/incoming.ts';
import { documentOf, incoming } from '../support/importing.ts';

const LIMITS = { annotations: 5, onSameWords: 2, together: 12, unreadable: 3 };
const TEXT = 'One two three four five six seven eight.';

async function bounded(documents: readonly (IncomingDocument | UnreadableRecord)[]) {
  async function* each() {
    yield* documents;
  }
  const found: (IncomingDocument | UnreadableRecord)[] = [];
  for await (const document of boundedDocuments(each(), LIMITS)) found.push(document);
  return found;
}

const words = (...all: string[]) =>
  documentOf(
    TEXT,
    all.map((one) => incoming(TEXT, one)),
  );
const kept = (found: readonly (IncomingDocument | UnreadableRecord)[]) =>
  found.flatMap((one) =>
    'annotations' in one ? [one.annotations.map(({ anchors }) => anchors[0]?.words)] : [],
  );
const said = (found: readonly (IncomingDocument | UnreadableRecord)[]) =>
  found.flatMap((one) => ('reason' in one ? [one.reason] : []));

test('what people make comes as it is, the same object', async () => {
  const document = words('One', 'One', 'two');
  expect((await bounded([document]))[0]).toBe(document);
});

test('more annotations of the same words than people make are left out, and counted', async () => {
  const found = await bounded([words('One', 'One', 'One', 'two', 'One')]);
  expect(kept(found)).toEqual([['One', 'One', 'two']]);
  expect(said(found)).toEqual(['2 annotations were left out: there can be at most 2 on the same words.']);
});

test('words are told apart by their place, or where that is not said by what stands before them', async () => {
  const at = (prefix: string) => incoming(TEXT, '', { anchors: [{ words: 'two', prefix }] });
  const document = documentOf(TEXT, [
    at('a'),
    at('a'),
    at('b'),
    at('a'),
    incoming(TEXT, '', { anchors: [] }),
  ]);
  const found = await bounded([document]);
  expect(kept(found)[0]).toHaveLength(4);
});

test('more annotations of an article are left out, and counted', async () => {
  const found = await bounded([words('One', 'two', 'three', 'four', 'five', 'six')]);
  expect(kept(found)).toEqual([['One', 'two', 'three', 'four', 'five']]);
  expect(said(found)).toEqual(['1 annotation was left out: one article can have at most 5 from one file.']);
});

test('a file of more annotations, or of more that cannot be read, is refused', async () => {
  const full = words('One', 'two', 'three', 'four', 'five');
  await expect(bounded([full, full])).resolves.toHaveLength(2);
  await expect(bounded([full, full, full])).rejects.toThrow(/more than 12 annotations/);
  const broken = { place: 'line 1', reason: 'It is no JSON.' };
  await expect(bounded([broken, broken, full, broken])).resolves.toHaveLength(4);
  await expect(bounded([broken, broken, broken, broken])).rejects.toThrow(/More than 3 records/);
});
