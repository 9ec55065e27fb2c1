import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExportSource } from '../../../src/formats/record.ts';
import { packageRoot } from '../../../src/store/package-root.ts';
import { quayArticle, quayRecords, quaySource, recordOf, sourceOf, spanOf } from '../quay-records.ts';
import { readDocuments, writeWhole } from './files.ts';

const path = join(packageRoot(), '..', 'shared', 'interop', 'w3c');
const isThere = existsSync(path);
// Through a link the validators would not know that they are the program that was started, and do nothing.
const interop = isThere ? realpathSync(path) : path;
if (!isThere) console.log("left out: the W3C's own schemas and context, which are not here");

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

/** The one function of the library that is called here; it comes without types. */
interface JsonLd {
  toRDF(document: unknown, options: object): Promise<unknown>;
}
const jsonld: JsonLd = createRequire(import.meta.url)('jsonld');

interface Collection {
  readonly first?: Page;
  readonly '@reverse'?: { readonly partOf: readonly Page[] };
}
interface Page {
  readonly items: readonly object[];
}

describe.skipIf(!isThere)("the W3C's schemas and context", () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'on-record-w3c-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function validate(script: string, files: readonly string[]): string {
    const run = spawnSync('node', [join(interop, script), ...files], {
      cwd: packageRoot(),
      encoding: 'utf8',
    });
    return run.status === 0 ? '' : `${run.stdout}${run.stderr}`;
  }

  function expectValid(files: readonly string[]): void {
    expect(validate('validate-model.mjs', files)).toBe('');
    expect(validate('check-no-dropped-terms.mjs', files)).toBe('');
  }

  /** Writes the collection, each of its pages and each annotation as a file of its own. */
  async function filesOf(name: string, source: ExportSource, pageLength?: number): Promise<string[]> {
    const bytes = await writeWhole(source, pageLength);
    // Our own writing: the other tests say what is in it.
    const collection = JSON.parse(bytes.toString()) as Collection;
    const pages = [
      ...(collection.first ? [collection.first] : []),
      ...(collection['@reverse']?.partOf ?? []),
    ];
    const parts = [...pages, ...pages.flatMap(({ items }) => items)];
    const contents = [bytes.toString(), ...parts.map((part) => inContext(part))];
    return contents.map((content, index) => {
      const file = join(folder, `${name}-${index}.jsonld`);
      writeFileSync(file, content);
      return file;
    });
  }

  const inContext = (part: object) =>
    JSON.stringify({ '@context': 'http://www.w3.org/ns/anno.jsonld', ...part });

  test('accept the collection, its pages and every annotation', async () => {
    const files = await filesOf('rich', rich);
    expect(files).toHaveLength(1 + 1 + 7);
    expectValid(files);
  });

  test('accept several pages, and each of them', async () => {
    const files = await filesOf('pages', rich, 2);
    expect(files).toHaveLength(1 + 4 + 7);
    expectValid(files);
  });

  test('accept an empty project', async () => {
    expectValid(await filesOf('empty', sourceOf([])));
  });

  test('would not accept just anything', () => {
    const wrong = join(folder, 'wrong.jsonld');
    const body = { ...JSON.parse(inContext({ id: 'urn:x:1', type: 'Annotation', target: 'urn:x:2' })) };
    writeFileSync(wrong, JSON.stringify({ ...body, id: 5, speaker: 'Mira Holt' }));
    expect(validate('validate-model.mjs', [wrong])).toContain('FAIL');
    expect(validate('check-no-dropped-terms.mjs', [wrong])).toContain('FAIL');
  });

  test('as linked data every page and annotation is found, and every attribute', async () => {
    const context = JSON.parse(readFileSync(join(interop, 'anno.jsonld'), 'utf8'));
    const documentLoader = async (url: string) => ({ documentUrl: url, document: context });
    const collection = JSON.parse((await writeWhole(rich, 2)).toString());
    const options = { documentLoader, safe: true, format: 'application/n-quads' };
    const triples = String(await jsonld.toRDF(collection, options)).split('\n');
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

  test.each([
    ['our-export-example.jsonld', ['quote']],
    ['our-export-example-extended-context.jsonld', ['quote']],
    ['our-export-page-example.jsonld', ['quote']],
    ['our-export-collection-example.jsonld', ['quote']],
  ])('%s, in another shape than ours, is read', async (file, labels) => {
    const documents = await readDocuments(readFileSync(join(interop, file)));
    const annotations = documents.flatMap((document) => document.annotations);
    expect(annotations.map(({ label }) => label)).toEqual(labels);
    const text = readFileSync(join(interop, 'our-export-example.txt'), 'utf8');
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
