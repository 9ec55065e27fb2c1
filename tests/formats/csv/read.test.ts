import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attributesOf } from '../../../src/domain/attributes.ts';
import type { AnnotationRecord, ArticleRecords } from '../../../src/domain/record.ts';
import { csvReader } from '../../../src/formats/csv/read.ts';
import type {
  IncomingAnnotation,
  IncomingDocument,
  UnreadableRecord,
} from '../../../src/formats/incoming.ts';
import { looksGuarded } from '../../../src/formats/reading/lift-guard.ts';
import { anyWork } from '../any-work.ts';
import { quayArticle, quayRecords, recordOf, spanOf } from '../quay-records.ts';
import { writeWhole } from './read-back.ts';

type ReadItems = (IncomingDocument | UnreadableRecord)[];

async function readBytes(bytes: Uint8Array): Promise<ReadItems> {
  const all: ReadItems = [];
  for await (const each of csvReader.read({ name: 'annotations.csv', bytes })) all.push(each);
  return all;
}

const read = (text: string) => readBytes(Buffer.from(text));

/** The documents alone; a record that could not be read fails the test. */
function documentsIn(all: ReadItems): IncomingDocument[] {
  const broken = all.filter((each) => 'reason' in each);
  if (broken.length > 0) throw new Error(JSON.stringify(broken));
  return all.filter((each) => 'annotations' in each);
}

const onlyAnnotation = (all: ReadItems): IncomingAnnotation => {
  const [annotation, ...more] = documentsIn(all).flatMap(({ annotations }) => annotations);
  if (!annotation || more.length > 0) throw new Error(`${more.length + 1} annotations, not one`);
  return annotation;
};

const withoutPlaces = (all: ReadItems) =>
  documentsIn(all).map(({ place: _, annotations, ...document }) => ({
    ...document,
    annotations: annotations.map(({ place: __, ...annotation }) => annotation),
  }));

/** What a record must come back as. */
function expectedOf(record: AnnotationRecord): Omit<IncomingAnnotation, 'place' | 'anchors'> {
  const attributes = attributesOf(record.tag)
    .map(({ name, field }) => [field, record[name]] as const)
    .filter(([, value]) => value !== null && value !== '')
    .map(([field, value]) => [field, String(value)]);
  return {
    id: record.id,
    label: record.tag,
    attributes: Object.fromEntries(attributes),
    annotator: record.annotator,
    origin: record.origin,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
  };
}

function checkWork(document: IncomingDocument | undefined, { article, annotations }: ArticleRecords): void {
  expect(document?.articleId).toBe(article.id);
  expect(document?.annotations.length).toBe(annotations.length);
  for (const [index, { place: _, anchors, ...annotation }] of (document?.annotations ?? []).entries()) {
    const record = annotations[index];
    expect(annotation).toEqual(record && expectedOf(record));
    expect(anchors.map(({ offsets }) => offsets)).toEqual(
      record?.parts.map((part) => ({ ...part, unit: 'utf16' })),
    );
    expect(anchors.map(({ words }) => words)).toEqual(
      record?.parts.map(({ start, end }) => article.text.slice(start, end)),
    );
    const [first, last] = [record?.parts[0]?.start ?? 0, record?.parts.at(-1)?.end ?? 0];
    expect(article.text.slice(0, first).endsWith(anchors[0]?.prefix ?? '')).toBe(true);
    expect(article.text.slice(last).startsWith(anchors.at(-1)?.suffix ?? '')).toBe(true);
  }
}

/**
 * Whether a text of the record, but for its words, begins as if it had a guard: the guarded file cannot tell.
 */
function isAmbiguous({ speaker, cue, unit, subject, note, article, parts }: AnnotationRecord): boolean {
  const [start, end] = [parts[0]?.start ?? 0, parts.at(-1)?.end ?? 0];
  const prefix = [...article.text.slice(0, start)].slice(-32).join('');
  const { title, publication, text } = article;
  const texts = [speaker, cue, unit, subject, note, title, publication, prefix, text.slice(end)];
  return texts.some((text) => text !== null && looksGuarded(text));
}

const both = fc
  .tuple(anyWork('m'), anyWork('n'))
  .filter((work) => work.every(({ annotations }) => annotations.length > 0));
const batches = (work: readonly ArticleRecords[]) => work.map(({ annotations }) => annotations);

describe('our own file', () => {
  test('gives everything back, raw', async () => {
    await fc.assert(
      fc.asyncProperty(both, async (work) => {
        const documents = documentsIn(await read(await writeWhole(batches(work), { raw: true })));
        expect(documents.length).toBe(2);
        for (const [index, document] of documents.entries()) {
          checkWork(document, work[index] ?? fail());
        }
        const title = work[0].article.title;
        expect(documents[0]?.details.title).toBe(title.trim() === '' ? undefined : title);
      }),
      { numRuns: 60 },
    );
  });

  test('gives the same with its guard', async () => {
    await fc.assert(
      fc.asyncProperty(both, async (work) => {
        fc.pre(!work.flatMap(({ annotations }) => annotations).some(isAmbiguous));
        const raw = withoutPlaces(await read(await writeWhole(batches(work), { raw: true })));
        expect(withoutPlaces(await read(await writeWhole(batches(work))))).toEqual(raw);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['in UTF-16, little end first', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['in UTF-16, big end first', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['with line ends of Unix', (text: string) => Buffer.from(text.replaceAll('\r\n', '\n'))],
    [
      'with line ends of Windows inside of cells',
      (text: string) => Buffer.from(text.replaceAll(/\r?\n/g, '\r\n')),
    ],
    ['with the separator named first', (text: string) => Buffer.from(`sep=,\r\n${text}`)],
  ])('comes back when it was saved again %s', async (_, save) => {
    const raw = await writeWhole([quayRecords], { raw: true });
    const saved = withoutPlaces(await readBytes(save(raw)));
    const asWritten = withoutPlaces(await read(raw));
    const folded = JSON.stringify(saved).replaceAll('\\r\\n', '\\n');
    expect(JSON.parse(folded)).toEqual(asWritten);
  });

  test.each([';', '\t'])(
    'comes back with %j between the cells and the columns turned round',
    async (separator) => {
      const rows = table(await writeWhole([quayRecords]));
      const saved = rows.map((row) => row.toReversed().map(quote).join(separator)).join('\n');
      expect(withoutPlaces(await read(saved))).toEqual(
        withoutPlaces(await read(await writeWhole([quayRecords]))),
      );
    },
  );

  test('says on which line a row begins', async () => {
    const places = documentsIn(await read(await writeWhole([quayRecords]))).flatMap(({ annotations }) =>
      annotations.map(({ place }) => place),
    );
    expect(places).toEqual(['line 2', 'line 5', 'line 8', 'line 10']);
  });
});

function fail(): never {
  throw new Error('more documents than articles');
}

/** The cells of a file without line breaks or separators outside of quotes, for saving it in another way. */
function table(text: string): string[][] {
  const cells = [...text.replace(/^\ufeff/, '').matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n)/g)];
  const rows: string[][] = [[]];
  for (const [, cell = '', end] of cells) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

describe('the guard', () => {
  const text = "'=Tern and =Tern and '=Tern";
  const article = { ...quayArticle, text, blocks: [], sentences: [] };

  test.each([
    ["'=Tern", 0],
    ['=Tern', 1],
    ['=Tern', 11],
    ["'=Tern", 21],
  ])('is told from an apostrophe of the article by the offsets: %s at %d', async (words, start) => {
    const record = recordOf(article, [{ start, end: start + words.length }]);
    for (const options of [{}, { raw: true }]) {
      const { anchors } = onlyAnnotation(await read(await writeWhole([[record]], options)));
      expect(anchors[0]?.words).toBe(words);
    }
  });

  test.each(["'=1", "''=1", "'+quay", '=1', "'quay", "'-5"])(
    'gives %s back, guarded and raw',
    async (words) => {
      const record = recordOf(quayArticle, [spanOf('Quay', quayArticle.text)], { note: words });
      const note = async (file: string) => onlyAnnotation(await read(file)).attributes.note;
      expect(await note(await writeWhole([[record]], { raw: true }))).toBe(words);
      expect(await note(await writeWhole([[record]]))).toBe(words);
    },
  );

  test.each([
    ['taken off where a text proves it', `tag,text,parts,note\nclaim,'=Tern,0-5,'-a\n`, '-a'],
    ['left where a text lacks it', `tag,text,parts,note\nclaim,=Tern,0-5,'-a\n`, "'-a"],
    ['taken off where nothing tells', `tag,text,parts,note\nclaim,Tern,0-4,'-a\n`, '-a'],
    ['taken off where a comparator has it', `tag,text,comparator,note\nstatistic,-x,'=,'-a\n`, '-a'],
  ])('is %s, in a file of another program', async (_, file, note) => {
    expect(onlyAnnotation(await read(file)).attributes.note).toBe(note);
  });
});

describe('a table made by hand', () => {
  test('needs no more than tags and words', async () => {
    const file =
      'Tag, Text,Article title\nquote,“Back at work”,Quay reopens\nclaim,Nine days,Tern\nclaim,3900,Quay reopens\n';
    expect(await read(file)).toEqual([
      {
        place: 'line 2',
        details: { title: 'Quay reopens' },
        annotations: [
          { place: 'line 2', label: 'quote', anchors: [{ words: '“Back at work”' }], attributes: {} },
          { place: 'line 4', label: 'claim', anchors: [{ words: '3900' }], attributes: {} },
        ],
      },
      {
        place: 'line 3',
        details: { title: 'Tern' },
        annotations: [{ place: 'line 3', label: 'claim', anchors: [{ words: 'Nine days' }], attributes: {} }],
      },
    ]);
  });

  test('keeps other columns and what cannot be read as remarks', async () => {
    const file = 'tag,text,Coder mood,created_at,origin,\nclaim,Nine days,good,3/3/26 8:00,typed,more\n';
    expect(onlyAnnotation(await read(file)).remarks).toEqual([
      'origin: typed',
      'created_at: 3/3/26 8:00',
      'Coder mood: good',
      'column 6: more',
    ]);
  });

  test.each([
    [';', '4100,5', '4100.5'],
    [';', '4.100,5', '4100.5'],
    [';', '-1,5E+21', '-1.5E+21'],
    [';', '4100.5', '4100.5'],
    [',', '"4,100"', '4,100'],
  ])('has numbers as its program writes them: %s %s', async (separator, cell, value) => {
    const file = `tag,text,value\nstatistic,3900,`.replaceAll(',', separator);
    expect(onlyAnnotation(await read(`${file}${cell}\n`)).attributes.value).toBe(value);
  });
});

describe('parts', () => {
  const anchorsIn = async (cells: Record<string, string>) => {
    const all = { tag: 'quote', ...cells };
    const file = [Object.keys(all), Object.values(all)].map((row) => row.map(quote).join(',')).join('\n');
    return onlyAnnotation(await read(file)).anchors;
  };
  const at = (start: number, end: number, unit: string) => ({ start, end, unit });

  test.each<[string, Record<string, string>, unknown]>([
    [
      'are divided by their lengths where the joint stands in the words',
      { text: 'a […] b […] c', parts: '0-7;9-10' },
      [
        { offsets: at(0, 7, 'code-points'), words: 'a […] b' },
        { offsets: at(9, 10, 'code-points'), words: 'c' },
      ],
    ],
    [
      'are one where their length says so',
      { text: 'a […] b', start: '4', end: '11' },
      [{ offsets: at(4, 11, 'code-points'), words: 'a […] b' }],
    ],
    [
      'count in the unit that the words confirm',
      { text: '😀 […] b', parts: '0-1;3-4', parts_utf16: '0-1;4-5' },
      [
        { offsets: at(0, 1, 'code-points'), words: '😀' },
        { offsets: at(3, 4, 'code-points'), words: 'b' },
      ],
    ],
    [
      'fall back on start and end where a spreadsheet made a date of them',
      { text: 'Terns', parts: '08. Mrz', start: '3', end: '8' },
      [{ offsets: at(3, 8, 'code-points'), words: 'Terns' }],
    ],
    [
      'that do not fit the words stay beside them',
      { text: 'Tern […] and tug', parts: '0-99;100-200' },
      [
        { offsets: at(0, 99, 'code-points'), words: 'Tern' },
        { offsets: at(100, 200, 'code-points'), words: 'and tug' },
      ],
    ],
    ['are words alone without offsets', { text: 'Tern […] tug' }, [{ words: 'Tern' }, { words: 'tug' }]],
    ['are offsets alone without words', { parts: '0-4', text: '' }, [{ offsets: at(0, 4, 'code-points') }]],
    ['that are too many for the words are left out', { text: 'Tern', parts: '0-1;2-3' }, [{ words: 'Tern' }]],
  ])('%s', async (_, cells, anchors) => {
    expect(await anchorsIn(cells)).toEqual(anchors);
  });
});

describe('a broken row', () => {
  test('is reported with its line, and the others are read', async () => {
    const file = [
      'tag,text',
      'claim,"Nine\r\ndays"',
      '',
      'claim,"he "said" no"',
      'quote,Tern',
      ',no tag',
      'quote,',
      'quote,a,shifted cell',
      'claim,late',
      '',
    ].join('\r\n');
    const all = await read(file);
    expect(all.filter((each) => 'reason' in each)).toEqual([
      { place: 'line 5', reason: expect.stringMatching(/quotation mark/) },
      { place: 'line 7', reason: expect.stringMatching(/no tag/) },
      { place: 'line 8', reason: expect.stringMatching(/no words/) },
      { place: 'line 9', reason: expect.stringMatching(/more cells/) },
    ]);
    expect(
      all.flatMap((each) => ('annotations' in each ? each.annotations.map(({ place }) => place) : [])),
    ).toEqual(['line 2', 'line 6', 'line 10']);
  });

  test.each([
    ['at the end', 'tag,text\nclaim,Tern\nclaim,"open\n', 1000],
    ['and no end', 'tag,text\nclaim,Tern\nclaim,"open\n', 40_000_000],
  ])('may be a quotation mark that is never closed, %s', async (_, file, length) => {
    const all = await read(file.padEnd(length, 'x'));
    expect(all.map((each) => each.place).sort()).toEqual(['line 2', 'line 3']);
    expect(all.find((each) => 'reason' in each)).toMatchObject({ place: 'line 3' });
  });
});

describe('a file', () => {
  const recognises = (text: string | Buffer) => csvReader.recognises({ name: 'x', bytes: Buffer.from(text) });

  test.each([
    ['ours', 'annotation_id,tag,text\n', true],
    ['of few columns', 'tag;text\n', true],
    ['with quoted names', '\ufeff"Tag","Text"\n', true],
    ['of articles', 'title,text,url\n', false],
    ['of JSON', '{"tag":"claim","text":"Tern"}\n', false],
    ['that is empty', '', false],
    ['that is binary', Buffer.from([0, 1, 2, 3, 0xff, 0xfe, 0]), false],
  ])('%s is known by its header', (_, text, known) => {
    expect(recognises(text)).toBe(known);
  });

  test('without such a header is refused in a sentence', async () => {
    await expect(read('title,text\nQuay,Tern\n')).rejects.toThrow(/has no “tag” and “text” columns/);
    await expect(read('')).rejects.toThrow(/has no “tag”/);
    await expect(readBytes(Buffer.from([0, 1, 2, 3, 0xff]))).rejects.toThrow(/no text/);
  });

  test('of 20,000 rows comes an article at a time', async () => {
    const many = Array.from({ length: 5000 }, (_, index) => {
      const article = { ...quayArticle, id: `article-${index}` };
      return quayRecords.map((record) => ({ ...record, article }));
    });
    let documents = 0;
    const bytes = Buffer.from(await writeWhole(many));
    for await (const each of csvReader.read({ name: 'x', bytes })) {
      if (++documents === 1)
        expect(each).toMatchObject({ articleId: 'article-0', annotations: { length: 4 } });
    }
    expect(documents).toBe(5000);
  });
});
