import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ExportSource } from '../../../src/formats/record.ts';
import { namedFiles } from '../../support/tool-files.ts';
import { quayArticle, quayRecords, quaySource, recordOf, sourceOf, spanOf } from '../quay-records.ts';
import { readDocuments, writeWhole } from './files.ts';
import { schemaFailures, triplesOf } from './validate.ts';

const nasty = '"\\\n\u2028\u0001 שלום 👩‍👩‍👧 e\u0301';
const typed = {
  ...quayArticle,
  id: 'b0',
  url: 'https://münchen.example/a b#c|d',
  title: nasty,
  byline: null,
};
const unpublished = {
  ...quayArticle,
  id: 'b1',
  url: null,
  publication: null,
  published: null,
  language: null,
};

/** Between them every attribute, an article without an address, an odd address, and words of all kinds. */
const rich: ExportSource = sourceOf([
  { article: quayArticle, annotations: quayRecords },
  {
    article: typed,
    annotations: [
      recordOf(typed, [spanOf('😀', typed.text)], {
        id: 'c1',
        speaker: nasty,
        note: nasty,
        annotator: nasty,
      }),
    ],
  },
  {
    article: unpublished,
    annotations: [
      recordOf(unpublished, [spanOf('Quay', unpublished.text)], { id: 'c2', annotator: '' }),
      recordOf(unpublished, [spanOf('Quay reopens', unpublished.text)], {
        id: 'c3',
        confidence: 'unsure',
        checkWorthiness: 'high',
      }),
    ],
  },
]);

interface Collection {
  readonly first?: Page;
  readonly '@reverse'?: { readonly partOf: readonly Page[] };
}
interface Page {
  readonly items: readonly object[];
}

const inContext = (part: object) => ({ '@context': 'http://www.w3.org/ns/anno.jsonld', ...part });

/** The collection, each of its pages and each annotation as a document of its own. */
async function documentsOf(source: ExportSource, pageLength?: number): Promise<object[]> {
  const bytes = await writeWhole(source, pageLength);
  // Our own writing: the other tests say what is in it.
  const collection = JSON.parse(bytes.toString()) as Collection;
  const pages = [...(collection.first ? [collection.first] : []), ...(collection['@reverse']?.partOf ?? [])];
  const parts = [...pages, ...pages.flatMap(({ items }) => items)];
  return [collection, ...parts.map(inContext)];
}

async function expectValid(documents: readonly object[]): Promise<void> {
  for (const document of documents) {
    expect(schemaFailures(document)).toEqual([]);
    await expect(triplesOf(document)).resolves.not.toEqual([]);
  }
}

describe("the W3C's schemas and context", () => {
  test('accept the collection, its pages and every annotation', async () => {
    const documents = await documentsOf(rich);
    expect(documents).toHaveLength(1 + 1 + 7);
    await expectValid(documents);
  });

  test('accept several pages, and each of them', async () => {
    const documents = await documentsOf(rich, 2);
    expect(documents).toHaveLength(1 + 4 + 7);
    await expectValid(documents);
  });

  test('accept an empty project', async () => {
    await expectValid(await documentsOf(sourceOf([])));
  });

  test('would not accept just anything', async () => {
    const body = inContext({ id: 'urn:x:1', type: 'Annotation', target: 'urn:x:2' });
    const wrong = { ...body, id: 5, speaker: 'Mira Holt' };
    expect(schemaFailures(wrong)).not.toEqual([]);
    await expect(triplesOf(wrong)).rejects.toThrow();
    await expect(triplesOf({ ...body, speaker: 'Mira Holt' })).rejects.toThrow();
  });

  test('as linked data every page and annotation is found, and every attribute', async () => {
    const triples = await triplesOf(JSON.parse((await writeWhole(rich, 2)).toString()));
    const count = (...terms: string[]) =>
      triples.filter((triple) => terms.every((term) => triple.includes(term))).length;
    expect(count('#type>', '<http://www.w3.org/ns/oa#Annotation>')).toBe(7);
    expect(count('activitystreams#items>')).toBe(4);
    expect(count('activitystreams#partOf>')).toBe(4);
    for (const field of [
      'speaker',
      'cue',
      'quote_type',
      'value',
      'value_max',
      'comparator',
      'unit',
      'subject',
    ]) {
      expect(count('rdf-schema#label>', `"${field}"`)).toBeGreaterThan(0);
    }
    for (const field of ['check_worthiness', 'confidence', 'origin']) {
      expect(count('rdf-schema#label>', `"${field}"`)).toBeGreaterThan(0);
    }
    expect(count('oa#hasPurpose>', 'oa#commenting>')).toBe(2);
    expect(count('purl.org/dc/terms/created>', 'dateTime>')).toBe(7);
    expect(count('oa#start>')).toBe(8);
  });

  test.each(
    namedFiles('w3c', ['annotation.jsonld', 'extended-context.jsonld', 'page.jsonld', 'collection.jsonld']),
  )('$name, in another shape than ours, is read', async ({ path }) => {
    const documents = await readDocuments(readFileSync(path));
    const annotations = documents.flatMap((document) => document.annotations);
    expect(annotations.map(({ label }) => label)).toEqual(['quote']);
    const text = readFileSync(join(dirname(path), 'text.txt'), 'utf8');
    for (const { anchors, annotator } of annotations) {
      expect(anchors[0]?.words).toBe([...text].slice(0, 30).join(''));
      expect(annotator).toBe('ada');
    }
  });
});

test('every attribute is in what the validators see', async () => {
  const written = (await writeWhole(quaySource)).toString();
  for (const field of [
    'speaker',
    'cue',
    'quote_type',
    'value',
    'value_max',
    'comparator',
    'unit',
    'subject',
  ]) {
    expect(written).toContain(`"label":"${field}"`);
  }
});
