import { describe, expect, test } from 'vitest';
import { UnreadableFileError } from '../../../src/domain/errors.ts';
import { w3cReader } from '../../../src/formats/w3c/reader.ts';
import { readAll, readDocuments } from './files.ts';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const page = 'https://lantern.example/quay';
const quote = { type: 'TextQuoteSelector', exact: 'nine days', prefix: 'after ', suffix: '.' };
const position = { type: 'TextPositionSelector', start: 12, end: 21 };

function annotation(given: object = {}) {
  return {
    '@context': CONTEXT,
    id: 'https://notes.example/1',
    type: 'Annotation',
    target: { source: page, selector: quote },
    ...given,
  };
}

/** The only annotation of a file that holds this one. */
async function readOne(given: object) {
  const documents = await readDocuments(annotation(given));
  const found = documents.flatMap(({ annotations }) => annotations);
  expect(found).toHaveLength(1);
  // One was found: the line above says so.
  return found[0] as (typeof found)[0];
}

const anchorsFor = async (target: unknown) => (await readOne({ target })).anchors;
const selected = (selector: unknown) => anchorsFor({ source: page, selector });

describe('a file', () => {
  const one = annotation({ id: 'urn:x:1' });
  const two = annotation({ id: 'urn:x:2' });
  const three = annotation({ id: 'urn:x:3' });
  const pageOf = (items: unknown, more: object = {}) => ({ type: 'AnnotationPage', items, ...more });
  const collectionOf = (more: object) => ({ '@context': CONTEXT, type: 'AnnotationCollection', ...more });

  test.each<[string, unknown, string[]]>([
    ['a single annotation', one, ['urn:x:1']],
    ['a list', [one, two], ['urn:x:1', 'urn:x:2']],
    ['a page', pageOf([one, two]), ['urn:x:1', 'urn:x:2']],
    ['a page of one', pageOf(one), ['urn:x:1']],
    ['a page in RDF words', { '@type': 'oa:AnnotationPage', 'as:items': { '@list': [one] } }, ['urn:x:1']],
    ['a collection', collectionOf({ first: pageOf([one]) }), ['urn:x:1']],
    [
      'nested pages',
      collectionOf({ first: pageOf([one], { next: pageOf([two], { next: pageOf([three]) }) }) }),
      ['urn:x:1', 'urn:x:2', 'urn:x:3'],
    ],
    [
      'pages in any order that name the next',
      collectionOf({
        first: pageOf([one], { id: 'urn:p1', next: 'urn:p2' }),
        '@included': [pageOf([three], { id: 'urn:p3' }), pageOf([two], { id: 'urn:p2', next: 'urn:p3' })],
      }),
      ['urn:x:1', 'urn:x:2', 'urn:x:3'],
    ],
    ['a collection of items', collectionOf({ items: [one, two] }), ['urn:x:1', 'urn:x:2']],
    ['a graph', { '@graph': [{ id: 'urn:p', type: 'Person' }, one, two] }, ['urn:x:1', 'urn:x:2']],
    [
      'a graph of a page and its items',
      { '@graph': [three, one, pageOf(['urn:x:1', { id: 'urn:x:3' }]), two] },
      ['urn:x:1', 'urn:x:3', 'urn:x:2'],
    ],
    ['an empty collection', collectionOf({ total: 0 }), []],
    ['an empty list', [], []],
  ])('that is %s', async (_, content, ids) => {
    const documents = await readDocuments(content);
    expect(documents.flatMap(({ annotations }) => annotations.map(({ id }) => id))).toEqual(ids);
  });

  test('whose next page is elsewhere says so and keeps the rest', async () => {
    const found = await readAll(collectionOf({ first: pageOf([one], { next: 'https://notes.example/p2' }) }));
    expect(found).toMatchObject([
      { annotations: [{ id: 'urn:x:1' }] },
      { place: 'annotation 2', reason: expect.stringContaining('https://notes.example/p2') },
    ]);
  });

  test('keeps what can be read of it', async () => {
    const found = await readAll([5, null, {}, { type: 'Annotation' }, one]);
    expect(found.map((item) => ('reason' in item ? item.place : item.annotations[0]?.id))).toEqual([
      'annotation 1',
      'annotation 2',
      'annotation 3',
      'annotation 4',
      'urn:x:1',
    ]);
  });

  test('gives one document for each source, in its order', async () => {
    const at = (source: string, id: string) => annotation({ id, target: { source, selector: quote } });
    const documents = await readDocuments([
      at('https://b.example/', '1'),
      at('https://a.example/', '2'),
      at('https://b.example/', '3'),
    ]);
    expect(documents).toMatchObject([
      {
        place: 'source https://b.example/',
        details: { url: 'https://b.example/' },
        annotations: [{ id: '1' }, { id: '3' }],
      },
      { place: 'source https://a.example/', annotations: [{ id: '2', place: 'annotation 2' }] },
    ]);
  });

  test('of flattened JSON-LD is put together', async () => {
    const nodes = [
      {
        '@id': 'urn:x:1',
        '@type': 'oa:Annotation',
        'oa:hasTarget': { '@id': '_:t' },
        'oa:hasBody': { '@id': '_:b' },
        'dcterms:creator': { '@id': '_:c' },
      },
      {
        '@id': '_:t',
        'oa:hasSource': { '@id': page },
        'oa:hasSelector': [{ '@id': '_:s' }, { '@id': '_:p' }],
      },
      { '@id': '_:s', '@type': 'oa:TextQuoteSelector', 'oa:exact': { '@value': 'nine days' } },
      {
        '@id': '_:p',
        '@type': ['oa:TextPositionSelector'],
        'oa:start': { '@value': '12' },
        'oa:end': { '@value': 21 },
      },
      {
        '@id': '_:b',
        '@type': 'oa:TextualBody',
        'oa:hasPurpose': { '@id': 'oa:tagging' },
        'rdf:value': 'quote',
      },
      { '@id': '_:c', '@type': 'foaf:Person', 'foaf:name': 'Ada' },
    ];
    expect(await readDocuments({ '@graph': nodes })).toEqual([
      {
        place: `source ${page}`,
        details: { url: page },
        annotations: [
          {
            id: 'urn:x:1',
            place: 'annotation 1',
            label: 'quote',
            annotator: 'Ada',
            anchors: [{ words: 'nine days', offsets: { start: 12, end: 21, unit: 'any' } }],
            attributes: {},
          },
        ],
      },
    ]);
  });

  test.each<[string, string]>([
    ['{"@context":', 'not valid JSON'],
    ['', 'not valid JSON'],
    ['"words"', 'single JSON value'],
    ['null', 'single JSON value'],
  ])('of %j is refused with a sentence', async (content, reason) => {
    const reading = readAll(Buffer.from(content));
    await expect(reading).rejects.toThrow(UnreadableFileError);
    await expect(readAll(Buffer.from(content))).rejects.toThrow(reason);
  });

  test('in another encoding than JSON allows is refused', async () => {
    await expect(readAll(Buffer.from([0x5b, 0x22, 0xe9, 0x22, 0x5d]))).rejects.toThrow('UTF-8');
  });

  test('with a byte order mark, or in UTF-16, is read', async () => {
    const text = `\ufeff${JSON.stringify(one)}`;
    expect(await readDocuments(Buffer.from(text))).toHaveLength(1);
    expect(await readDocuments(Buffer.from(text, 'utf16le'))).toHaveLength(1);
  });

  test('so deep that it can only be hostile does no harm', async () => {
    const nest = (open: string, close: string, inside: string) =>
      Buffer.from(`${open.repeat(200_000)}${inside}${close.repeat(200_000)}`);
    const inside = JSON.stringify(one);
    expect(await readDocuments(nest('[', ']', inside))).toHaveLength(1);
    expect(await readDocuments(nest('{"items":[],"next":', '}', inside))).toHaveLength(1);
    expect(await readDocuments(nest('{"@graph":[', ']}', inside))).toHaveLength(1);
    const deepBody = nest('{"items":[', ']}', '"x"');
    const deepTarget = nest('{"source":"x","type":"XPathSelector","refinedBy":', '}', '{}');
    const written = `{"type":"Annotation","body":${deepBody},"target":{"source":"${page}","selector":${deepTarget}}}`;
    expect(await readAll(Buffer.from(written))).toMatchObject([{ reason: expect.any(String) }]);
  });

  test('whose nodes name each other in a circle ends', async () => {
    const nodes = [
      { id: 'urn:p1', type: 'AnnotationPage', items: ['urn:x:1'], next: 'urn:p2' },
      { id: 'urn:p2', type: 'AnnotationPage', items: [], next: 'urn:p1' },
      { id: 'urn:x:1', type: 'Annotation', target: { source: page, selector: 'urn:s' } },
      { id: 'urn:s', type: 'XPathSelector', refinedBy: 'urn:s' },
    ];
    expect(await readAll({ '@graph': nodes })).toMatchObject([
      { reason: expect.stringContaining('nested too deeply') },
    ]);
  });

  test.each(['target', 'body', 'selector'])(
    'whose nodes multiply by naming each other as %s is refused',
    async (key) => {
      const many = Array.from({ length: 200 }, () => 'urn:n');
      const node = { id: 'urn:n', items: many, refinedBy: many, source: page, type: 'XPathSelector' };
      const target = key === 'selector' ? { source: page, selector: many } : page;
      const nodes = [{ id: 'urn:x:1', type: 'Annotation', target, [key]: many }, node];
      await expect(readAll({ '@graph': nodes })).rejects.toThrow('in circles');
    },
  );
});

describe('a target', () => {
  const words = { words: 'nine days', prefix: 'after ', suffix: '.' };
  const offsets = { start: 12, end: 21, unit: 'any' };

  test.each<[string, unknown, unknown]>([
    ['an address', page, []],
    ['an object with an id', { id: page, type: 'Text' }, []],
    ['a source alone', { source: page }, []],
    ['characters of an address', `${page}#char=12,21`, [{ offsets }]],
    [
      'a text fragment',
      `${page}#:~:text=after-,nine%20days,-.`,
      [{ words: 'nine days', prefix: 'after', suffix: '.' }],
    ],
    ['words', { source: page, selector: quote }, [words]],
    ['words in a list', [{ source: page, selector: [quote] }], [words]],
    ['words of a source with details', { source: { id: page, type: 'Text' }, selector: quote }, [words]],
    ['words and a position', { source: page, selector: [quote, position] }, [{ ...words, offsets }]],
    ['a position first', { source: page, selector: [position, quote] }, [{ ...words, offsets }]],
    [
      'several parts',
      [
        { source: page, selector: quote },
        { source: page, selector: position },
      ],
      [words, { offsets }],
    ],
    [
      'a list of parts',
      {
        type: 'List',
        items: [
          { source: page, selector: quote },
          { source: page, selector: position },
        ],
      },
      [words, { offsets }],
    ],
  ])('that is %s', async (_, target, anchors) => {
    expect(await anchorsFor(target)).toEqual(anchors);
  });

  test.each<[string, unknown, unknown]>([
    ['a quotation inside of an XPath', { type: 'XPathSelector', value: '/p', refinedBy: quote }, [words]],
    [
      'a fragment of characters',
      { type: 'FragmentSelector', value: 'char=12,21', conformsTo: 'http://tools.ietf.org/rfc/rfc5147' },
      [{ offsets }],
    ],
    [
      'bytes',
      { type: 'DataPositionSelector', start: 12, end: 21 },
      [{ offsets: { ...offsets, unit: 'bytes' } }],
    ],
    [
      'a position inside of a quotation',
      { ...quote, exact: '😀 nine days', refinedBy: { ...position, start: 2, end: 6 } },
      [{ words: 'nine', prefix: '😀 ', suffix: ' days' }],
    ],
    [
      'a position inside of a position',
      { ...position, refinedBy: { ...position, start: 2, end: 4 } },
      [{ offsets: { ...offsets, start: 14, end: 16 } }],
    ],
    ['a quotation inside of a quotation', { ...quote, exact: 'long words', refinedBy: quote }, [words]],
    [
      'a range of positions',
      {
        type: 'RangeSelector',
        startSelector: { ...position, end: 13 },
        endSelector: { ...position, start: 21, end: 22 },
      },
      [{ offsets }],
    ],
    ['an XPath beside a quotation', [{ type: 'XPathSelector', value: '/p' }, quote], [words]],
    ['an unknown selector beside a position', [{ type: 'example:MoonSelector' }, position], [{ offsets }]],
  ])('selected by %s', async (_, selector, anchors) => {
    expect(await selected(selector)).toEqual(anchors);
  });

  test.each<[string, unknown, string]>([
    ['an XPath', { type: 'XPathSelector', value: '/p' }, 'an XPath'],
    [
      'a position inside of an XPath',
      { type: 'XPathSelector', value: '/p', refinedBy: position },
      'a position inside an element',
    ],
    [
      'a range of XPaths',
      {
        type: 'RangeSelector',
        startSelector: { type: 'XPathSelector' },
        endSelector: { type: 'XPathSelector' },
      },
      'a range',
    ],
    ['a shape', { type: 'SvgSelector', value: '<svg/>' }, 'a shape'],
    [
      'half a position',
      { type: 'TextPositionSelector', start: 3 },
      'a position that is not in whole numbers',
    ],
    [
      'a negative position',
      { type: 'TextPositionSelector', start: -3, end: 4 },
      'a position that is not in whole numbers',
    ],
    ['an empty quotation', { type: 'TextQuoteSelector', exact: '' }, 'a quotation without words'],
    ['a region', { type: 'FragmentSelector', value: 'xywh=1,2,3,4' }, 'the fragment “xywh=1,2,3,4”'],
    ['a selector elsewhere', 'https://notes.example/selector', 'a selector that is not in the file'],
    ['an unknown selector', { type: 'example:MoonSelector' }, 'a selector of the type “MoonSelector”'],
  ])('selected by %s alone cannot be placed, and the reason is told', async (_, selector, reason) => {
    const [found] = await readAll(annotation({ target: { source: page, selector } }));
    expect(found).toMatchObject({
      place: 'annotation 1',
      reason: expect.stringContaining(`Its place is given as ${reason}`),
    });
  });

  test('of which one part cannot be placed keeps the other and says so', async () => {
    const target = [
      { source: page, selector: quote },
      { source: page, selector: { type: 'SvgSelector', value: '' } },
    ];
    expect(await readOne({ target })).toMatchObject({
      anchors: [words],
      remarks: ['One part was left out. Its place is given as a shape on an image.'],
    });
  });

  test('in two articles is an annotation in each', async () => {
    const documents = await readDocuments(annotation({ target: [page, 'https://b.example/'] }));
    expect(documents.map(({ annotations }) => annotations.map(({ id }) => id))).toEqual([
      ['https://notes.example/1'],
      ['https://notes.example/1 in https://b.example/'],
    ]);
  });

  test('tells what the file says of its source', async () => {
    const source = { id: page, 'dc:title': 'Quay reopens', language: 'en', 'dc:date': '2026-03-02' };
    const [document] = await readDocuments(annotation({ target: { source, selector: quote } }));
    expect(document?.details).toEqual({
      url: page,
      title: 'Quay reopens',
      language: 'en',
      published: '2026-03-02',
    });
  });

  test('that is no web page has no address to be shown as a link', async () => {
    const [document] = await readDocuments(annotation({ target: 'javascript:alert(1)' }));
    expect(document?.details).toEqual({});
  });
});

describe('a body', () => {
  const tag = (value: string, purpose: unknown = 'tagging') => ({ type: 'TextualBody', purpose, value });
  const comment = { type: 'TextualBody', purpose: 'commenting', value: 'Check this.\nTwice.' };

  test.each<[string, object, string, string[] | undefined]>([
    ['no body', {}, 'annotation', undefined],
    ['no body but a motivation', { motivation: 'highlighting' }, 'highlighting', undefined],
    ['two motivations', { motivation: ['oa:questioning', 'linking'] }, 'questioning', undefined],
    ['a text', { bodyValue: 'Check this.' }, 'annotation', ['Check this.']],
    ['a text as body', { body: 'Check this.' }, 'annotation', ['Check this.']],
    ['an address as body', { body: 'https://b.example/x' }, 'annotation', ['https://b.example/x']],
    ['a comment', { motivation: 'commenting', body: comment }, 'commenting', ['Check this.\nTwice.']],
    ['a tag', { body: tag('Quote') }, 'Quote', undefined],
    ['a class', { body: [tag('claim', ['oa:classifying'])] }, 'claim', undefined],
    ['a text by the motivation', { motivation: 'tagging', bodyValue: 'claim' }, 'claim', undefined],
    ['a tag without a purpose', { motivation: 'tagging', body: { value: 'claim' } }, 'claim', undefined],
    ['a comment and a tag', { body: [comment, tag('claim')] }, 'claim', ['Check this.\nTwice.']],
    [
      'several tags',
      { body: [tag('harbour'), tag('#Quotes'), tag('claim')] },
      '#Quotes',
      ['tag: harbour', 'tag: claim'],
    ],
    ['tags of which none is ours', { body: [tag('harbour'), tag('crates')] }, 'harbour', ['tag: crates']],
    [
      'a tag that is a thing',
      { body: { type: 'SpecificResource', purpose: 'tagging', source: 'https://tags.example/terms#claim' } },
      'claim',
      undefined,
    ],
    [
      'a tag that is a thing with a name',
      { body: { purpose: 'classifying', source: { id: 'https://tags.example/q42', label: 'Statistic' } } },
      'Statistic',
      undefined,
    ],
    [
      'a link',
      { body: { type: 'SpecificResource', purpose: 'linking', source: 'https://b.example/x' } },
      'annotation',
      ['https://b.example/x'],
    ],
    [
      'a choice',
      { body: { type: 'Choice', items: [tag('claim'), comment] } },
      'claim',
      ['Check this.\nTwice.'],
    ],
    [
      'HTML',
      {
        body: {
          ...comment,
          format: 'text/html',
          value: '<p>Is 3 &lt; 4?<br>Yes &amp; no.</p><script>x</script>',
        },
      },
      'annotation',
      ['Is 3 < 4?\nYes & no.\nx'],
    ],
    ['a named text', { body: { ...comment, label: 'mood', value: 'wary' } }, 'annotation', ['mood: wary']],
  ])('that is %s', async (_, given, label, remarks) => {
    const found = await readOne(given);
    expect([found.label, found.remarks]).toEqual([label, remarks]);
  });

  test('with the name of an attribute is one', async () => {
    const body = [
      tag('quote'),
      { type: 'TextualBody', purpose: 'describing', label: 'speaker', value: 'Mira Holt' },
    ];
    expect((await readOne({ body })).attributes).toEqual({ speaker: 'Mira Holt' });
  });
});

describe('who and when', () => {
  test.each<[unknown, string | undefined]>([
    [{ id: 'https://notes.example/users/7', type: 'Person', name: 'Ada Wren', nickname: 'ada' }, 'Ada Wren'],
    [{ type: 'Person', nickname: 'ada' }, 'ada'],
    ['https://notes.example/users/ada', 'ada'],
    [[{ name: 'Ada' }, { name: 'Bo' }], 'Ada'],
    ['_:b1', undefined],
    [undefined, undefined],
  ])('the creator %j is %s', async (creator, annotator) => {
    expect((await readOne({ creator })).annotator).toBe(annotator);
  });

  test.each<[string, string | undefined]>([
    ['2026-03-03T08:00:00Z', '2026-03-03T08:00:00.000Z'],
    ['2026-03-03T08:00:00.1234567+01:30', '2026-03-03T06:30:00.123Z'],
    ['2026-03-03T08:00:00-0500', '2026-03-03T13:00:00.000Z'],
    ['2026-03-03T08:00', '2026-03-03T08:00:00.000Z'],
    ['2026-03-03', '2026-03-03T00:00:00.000Z'],
    ['2026-13-03', undefined],
    ['last week', undefined],
  ])('the time %s is %s', async (created, createdAt) => {
    const found = await readOne({ created });
    expect(found.createdAt).toBe(createdAt);
    expect(found.remarks).toEqual(createdAt === undefined ? [`created: ${created}`] : undefined);
  });
});

describe('a file is recognised', () => {
  const recognises = (content: string | Buffer) =>
    w3cReader.recognises({
      name: 'x.json',
      bytes: typeof content === 'string' ? Buffer.from(content) : content,
    });

  test.each<[string, boolean]>([
    [JSON.stringify(annotation()), true],
    [JSON.stringify([annotation()], null, 2), true],
    [`\ufeff\n ${JSON.stringify(annotation())}`, true],
    ['{"type":"AnnotationPage","items":[]}', true],
    ['{"@type" : [ "oa:Annotation" ]}', true],
    ['{"@context":"http:\\/\\/www.w3.org\\/ns\\/anno.jsonld","type":"Annotation"}', true],
    [`{"pad":"${'x'.repeat(70_000)}","@context":"${CONTEXT}"}`, true],
    [JSON.stringify({ text: `About "${CONTEXT}" and "type":"Annotation"`, label: [] }), false],
    ['{"export_date":"2026-03-03","annotations":[{"user":"acct:a@b","uri":"https://x.example"}]}', false],
    ['title,text\r\n', false],
    ['<p>"type":"Annotation"</p>', false],
    ['', false],
  ])('%.60s: %s', (content, answer) => {
    expect(recognises(content)).toBe(answer);
  });

  test('in UTF-16', () => {
    expect(recognises(Buffer.from(`\ufeff${JSON.stringify({ type: 'Annotation' })}`, 'utf16le'))).toBe(true);
  });
});
