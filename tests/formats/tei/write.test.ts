import { readFileSync } from 'node:fs';
import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnnotationRecord, ArticleRecords } from '../../../src/domain/record.ts';
import { tei } from '../../../src/formats/tei/tei.ts';
import { xmlText } from '../../../src/formats/writing/xml-text.ts';
import { anyWork, wordsInBlocks } from '../any-work.ts';
import { FLAT, growthOver, manyArticles } from '../flat-memory.ts';
import { quayArticle, quaySource, recordOf, sourceOf, spanOf } from '../quay-records.ts';
import { wholeText } from '../whole-file.ts';

/** What the tests use of an element: the package's own types name those of browsers, which are not here. */
interface Element {
  readonly tagName: string;
  readonly textContent: string | null;
  getElementsByTagName(name: string): ArrayLike<Element>;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
}

/** The document element; anything that is not well-formed throws. */
function parse(xml: string): Element {
  const problems: string[] = [];
  const errorHandler = (level: string, message: string) => problems.push(`${level}: ${message}`);
  const root: Element | null = new DOMParser({ errorHandler }).parseFromString(
    xml,
    'application/xml',
  ).documentElement;
  if (problems.length > 0 || !root) throw new Error(problems.join('\n'));
  return root;
}

const write = (...work: ArticleRecords[]) => wholeText(tei.write(sourceOf(work)));
const elements = (root: Element, name: string) => Array.from(root.getElementsByTagName(name));
const legal = (text: string) => parse(`<p>${xmlText(text)}</p>`).textContent;

/** Texts of the blocks of a TEI element, in order. */
function blockTexts(root: Element): (string | null)[] {
  const isBlock = (element: Element) => ['head', 'p', 'item'].includes(element.tagName);
  const body = elements(root, 'body')[0];
  return body
    ? elements(body, '*')
        .filter(isBlock)
        .map((element) => element.textContent)
    : [];
}

/** The elements of each annotation by following `next` from the first. */
function chainOf(byId: ReadonlyMap<string, Element>, first: string): Element[] {
  const chain: Element[] = [];
  for (let id: string | undefined = first; id; ) {
    const element = byId.get(id);
    if (!element) throw new Error(`no element ${id}`);
    chain.push(element);
    id = element.getAttribute('next')?.slice(1) || undefined;
  }
  return chain;
}

const byIds = (root: Element) =>
  new Map(
    elements(root, '*')
      .filter((element) => element.hasAttribute('xml:id'))
      .map((element) => [element.getAttribute('xml:id') ?? '', element] as const),
  );

describe('the TEI file', () => {
  test('of the quay is that of the golden file', async () => {
    const golden = new URL('quay.tei.xml.golden', import.meta.url);
    expect(await wholeText(tei.write(quaySource))).toBe(readFileSync(golden, 'utf8'));
  });

  test('is well-formed where there is nothing', async () => {
    expect(parse(await write()).tagName).toBe('teiCorpus');
    const empty = { ...quayArticle, text: '', blocks: [], sentences: [] };
    expect(blockTexts(parse(await write({ article: empty, annotations: [] })))).toEqual(['']);
  });
});

describe('any articles', () => {
  test('keep their words and annotations', async () => {
    await fc.assert(
      fc.asyncProperty(anyWork('m'), anyWork('n'), async (...work) => {
        const root = parse(await write(...work));
        const texts = elements(root, 'TEI').map(blockTexts);
        expect(texts).toEqual(
          work.map(({ article: { blocks, text } }) => {
            const words = blocks.map(({ start, end }) => legal(text.slice(start, end)));
            return words.length > 0 ? words : [''];
          }),
        );
        const byId = byIds(root);
        expect(byId.size).toBe(elements(root, '*').filter((each) => each.hasAttribute('xml:id')).length);
        for (const record of work.flatMap(({ annotations }) => annotations)) checkRecord(byId, record);
        const notes = work.flatMap(({ annotations }) => annotations.map(({ note }) => note));
        expect(elements(root, 'note').map((note) => note.textContent)).toEqual(
          notes.filter((note) => note !== null).map(legal),
        );
        expect(elements(root, 'milestone').length).toBe(
          work.flatMap(({ article }) => article.sentences).length,
        );
      }),
      { numRuns: 60 },
    );
  });
});

function checkRecord(byId: ReadonlyMap<string, Element>, record: AnnotationRecord): void {
  const chain = chainOf(byId, `a-${record.id}`);
  expect(chain.map((element) => element.textContent).join('')).toBe(legal(wordsInBlocks(record)));
  for (const element of chain) expect(element.getAttribute('ana')).toBe(`#${record.tag} #f-${record.id}`);
  const backwards = chain.map((element) => element.getAttribute('prev') ?? '');
  expect(backwards).toEqual(['', ...chain.slice(0, -1).map((each) => `#${each.getAttribute('xml:id')}`)]);
  const features = byId.get(`f-${record.id}`);
  if (!features) throw new Error(`no features of ${record.id}`);
  const given = Object.fromEntries(
    elements(features, 'f').map((feature) => {
      const numeric = elements(feature, 'numeric')[0]?.getAttribute('value');
      return [feature.getAttribute('name'), numeric ? Number(numeric) : feature.textContent];
    }),
  );
  const text = (value: string | null) => (value === null ? undefined : legal(value));
  expect(given).toMatchObject({ id: record.id, annotator: record.annotator, origin: record.origin });
  expect([given.speaker, given.cue, given.unit, given.subject]).toEqual(
    [record.speaker, record.cue, record.unit, record.subject].map(text),
  );
  expect([given.value, given.value_max]).toEqual([record.value ?? undefined, record.valueMax ?? undefined]);
}

const figure = spanOf('3,900 crates', quayArticle.text);

/** The first tag written for a record on the figure. */
async function tagOf(given: Partial<AnnotationRecord>): Promise<string | undefined> {
  const file = await write({
    article: quayArticle,
    annotations: [recordOf(quayArticle, [figure], { id: 'x', ...given })],
  });
  return /<(\w+) xml:id="a-x" ana="[^"]*"([^>]*) resp=/.exec(file)?.slice(1, 3).join('');
}

describe('an annotation', () => {
  test.each<[string, Partial<AnnotationRecord>]>([
    ['num value="3900"', { tag: 'statistic', value: 3900 }],
    ['num atLeast="3900"', { tag: 'statistic', value: 3900, comparator: '≥' }],
    ['num atMost="3900"', { tag: 'statistic', value: 3900, comparator: '<' }],
    [
      'measure type="approximate" quantity="-1e-7" unit="crate"',
      { tag: 'statistic', value: -1e-7, comparator: '~', unit: 'crate' },
    ],
    [
      'measure unit="US_dollars" min="1" max="2"',
      { tag: 'statistic', value: 1, valueMax: 2, unit: 'US dollars' },
    ],
    [
      'measure quantity="1" commodity="crates moved"',
      { tag: 'statistic', value: 1, subject: 'crates moved' },
    ],
    ['measure', { tag: 'statistic', unit: 'e\u0301' }],
    ['quote type="indirect"', { tag: 'quote', quoteType: 'indirect' }],
    ['said who="#speaker-1-1" direct="false"', { tag: 'quote', quoteType: 'indirect', speaker: 'Mira' }],
    ['said who="#speaker-1-1" direct="unknown"', { tag: 'quote', quoteType: 'mixed', speaker: 'Mira' }],
    ['seg type="claim"', { tag: 'claim', checkWorthiness: 'high' }],
  ])('is written as <%s>', async (tag, given) => {
    expect(await tagOf(given)).toBe(tag);
  });

  test('of speech cuts the figure that crosses it, and each piece knows the next', async () => {
    const annotations = [
      recordOf(quayArticle, [spanOf('“We moved 3,900', quayArticle.text)], {
        id: 'q',
        tag: 'quote',
        speaker: 'Mira',
      }),
      recordOf(quayArticle, [figure], { id: 's', tag: 'statistic', value: 3900, unit: 'crate' }),
    ];
    const root = parse(await write({ article: quayArticle, annotations }));
    const pieces = chainOf(byIds(root), 'a-s');
    expect(pieces.map((piece) => [piece.textContent, piece.getAttribute('quantity') ?? ''])).toEqual([
      ['3,900', '3900'],
      [' crates', ''],
    ]);
  });

  test('is written though thousands have the same words', async () => {
    const annotations = Array.from({ length: 5000 }, (_, index) =>
      recordOf(quayArticle, [figure], { id: `n${index}`, tag: index % 2 ? 'statistic' : 'quote' }),
    );
    const file = await write({ article: quayArticle, annotations });
    expect(file.split(' xml:id="a-n').length).toBe(5001);
  });

  test('keeps an identifier that XML has no name for, apart from others', async () => {
    const ids = ['a b', 'a_b', 'a.b', '1', 'é😀', '"<'];
    const annotations = ids.map((id) => recordOf(quayArticle, [figure], { id }));
    const names = [...byIds(parse(await write({ article: quayArticle, annotations }))).keys()];
    expect(names.filter((name) => name.startsWith('a-')).length).toBe(ids.length);
    for (const name of names) expect(name).toMatch(/^[A-Za-z_][\w.-]*$/);
  });
});

describe('the header', () => {
  test.each([
    ['2026-03-02T10:30Z', 'when="2026-03-02T10:30:00Z"'],
    ['2026-03-02T10:30:05+01:00', 'when="2026-03-02T10:30:05+01:00"'],
    ['2026-03', 'when="2026-03"'],
    ['2026', 'when="2026"'],
    ['2026T10:30Z', '<date>'],
    ['last spring', '<date>'],
  ])('dates the source: %s', async (published, expected) => {
    const article = { ...quayArticle, published };
    expect(await write({ article, annotations: [] })).toContain(expected);
  });

  test('leaves out what the article does not say', async () => {
    const bare = { byline: null, publication: null, published: null, url: null, language: 'not a language' };
    const file = await write({ article: { ...quayArticle, ...bare }, annotations: [] });
    expect(file).not.toMatch(/<author|<publisher|<date|<ref|xml:lang|<profileDesc|<standOff/);
  });
});

describe('20,000 annotations', () => {
  test('pass through flat memory', async () => {
    const { growth, bytes } = await growthOver(tei.write(manyArticles(5000)), 15);
    expect(bytes).toBeGreaterThan(15_000_000);
    expect(growth).toBeLessThan(FLAT);
  });

  test('are read only as far as asked', async () => {
    const source = manyArticles(25_000);
    for await (const chunk of tei.write(source)) {
      expect(chunk.length).toBeGreaterThan(60_000);
      break;
    }
    expect(source.given()).toBeLessThan(40);
  });
});
