import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_CODEBOOK } from '../../../src/domain/codebook/codebook.ts';
import { CODING_STATES } from '../../../src/domain/coding.ts';
import type { CodedArticle, CodingRecord } from '../../../src/domain/record.ts';
import { codings } from '../../../src/formats/codings/codings.ts';
import { columns } from '../../../src/formats/codings/columns.ts';
import { codingsReader } from '../../../src/formats/codings/reader.ts';
import { writeMetadata } from '../../../src/formats/codings/write.ts';
import type { IncomingCoding, IncomingDocument } from '../../../src/formats/incoming.ts';
import { jsonl } from '../../../src/formats/jsonl/jsonl.ts';
import { jsonlReader } from '../../../src/formats/jsonl/reader.ts';
import { w3cReader } from '../../../src/formats/w3c/reader.ts';
import { w3c } from '../../../src/formats/w3c/w3c.ts';
import { anyWork } from '../any-work.ts';
import { quayArticle, quayRecords, recordOf, sourceOf, spanOf } from '../quay-records.ts';
import { readWhole, recognises, wholeText, writeWhole } from '../whole-file.ts';

const UNTOUCHED = {
  lane: 'shared',
  annotator: null,
  state: 'todo',
  isBlind: false,
  doneAt: null,
  marks: [],
  isWhole: true,
} as const satisfies CodingRecord;

const written = (work: readonly CodedArticle[], raw = true) =>
  wholeText(codings.write(sourceOf(work), { raw }));

/** The cells of a column, of a raw file without line breaks in its cells. */
async function rowsOf(work: readonly CodedArticle[]): Promise<string[]> {
  const [, ...lines] = (await written(work)).trimEnd().split('\r\n');
  return lines.map((line) => line.slice(line.indexOf('"2026-03-02",') + '"2026-03-02",'.length));
}

describe('codings.csv', () => {
  const done = { ...UNTOUCHED, state: 'done', doneAt: '2026-03-04T10:00:00.000Z' } as const;

  test('has a row for each sentence and tag, each "nothing here", and each coding without any', async () => {
    const work = [
      {
        article: quayArticle,
        annotations: quayRecords,
        codings: [
          { ...done, marks: [{ sentence: 0, annotator: 'Bob' }] },
          { ...UNTOUCHED, lane: 'cy', annotator: 'Cy' },
          { ...UNTOUCHED, lane: 'final', state: 'begun', isBlind: true } as const,
        ],
      },
    ];
    expect(await rowsOf(work)).toEqual([
      '"shared","done","2026-03-04T10:00:00.000Z","no",3,"Bob",1,"The northern quay reopened on Monday 😀 after nine days.","nothing",0',
      '"shared","done","2026-03-04T10:00:00.000Z","no",3,"Alice",2,"“We moved 3,900 crates,” Mira Holt said, “and lost none.”","quote",1',
      '"shared","done","2026-03-04T10:00:00.000Z","no",3,"Alice",2,"“We moved 3,900 crates,” Mira Holt said, “and lost none.”","statistic",1',
      '"shared","done","2026-03-04T10:00:00.000Z","no",3,"Alice",3,"=Tern, a tug, is “back at work”.","claim",1',
      '"own","todo",,"no",3,"Cy",,,,0',
      '"final","begun",,"yes",3,,,,,0',
    ]);
  });

  test('counts annotations of one person and tag in a sentence, and keeps people and codings apart', async () => {
    const on = (words: string, lane: string, annotator: string) =>
      recordOf(quayArticle, [spanOf(words, quayArticle.text)], { lane, annotator });
    const annotations = [on('Tern', 'a', 'Ada'), on('tug', 'a', 'Ada'), on('work', 'b', 'Ada')];
    const own = (lane: string) => ({ ...UNTOUCHED, lane, annotator: 'Ada', state: 'begun' }) as const;
    const rows = await rowsOf([{ article: quayArticle, annotations, codings: [own('a'), own('b')] }]);
    expect(rows.map((row) => row.slice(-10))).toEqual([',"claim",2', ',"claim",1']);
  });

  test('says nothing of what a filter keeps back', async () => {
    const part = { ...UNTOUCHED, isWhole: false };
    expect(await rowsOf([{ article: quayArticle, annotations: [], codings: [part] }])).toEqual([]);
  });

  test('is guarded for spreadsheets, and bare for programs', async () => {
    const work = [{ article: quayArticle, annotations: quayRecords, codings: [done] }];
    const [guarded, bare] = [await written(work, false), await written(work, true)];
    expect([guarded.slice(0, 9), guarded.includes('"\'=Tern')]).toEqual(['\ufeffproject,', true]);
    expect([bare.slice(0, 8), bare.includes('"=Tern')]).toEqual(['project,', true]);
  });

  test('is described by its metadata and its page, column by column', async () => {
    const { tableSchema } = JSON.parse(writeMetadata('codings.csv', DEFAULT_CODEBOOK));
    const names = tableSchema.columns.map(({ name }: { name: string }) => name);
    expect(names.join()).toBe((await written([])).trimEnd());
    const page = readFileSync(new URL('../../../docs/formats/codings.md', import.meta.url), 'utf8');
    const described = columns.map(({ name, description }) => `| \`${name}\` | ${description}`);
    for (const row of described) expect(page).toContain(row);
  });
});

/** Codings of an article: what any of them may say, each sentence marked at most once in each. */
const anyCodings = fc.array(
  fc.record({
    state: fc.constantFrom(...CODING_STATES),
    isBlind: fc.boolean(),
    isWhole: fc.boolean(),
    at: fc.uniqueArray(fc.nat(30), { maxLength: 6 }),
  }),
  { maxLength: 3 },
);

/** Articles of any text with codings by A, B and C. */
const anyCoded = (prefix: string) =>
  fc.tuple(anyWork(prefix), anyCodings).map(([work, drawn]): CodedArticle => {
    const isIn = (sentence: number) => sentence < work.article.sentences.length;
    const coded = drawn.map(({ at, ...given }, index): CodingRecord => {
      const annotator = 'ABC'.charAt(index);
      const marks = at.filter(isIn).sort((a, b) => a - b);
      return {
        ...UNTOUCHED,
        ...given,
        lane: annotator,
        annotator,
        marks: marks.map((sentence) => ({ sentence, annotator })),
      };
    });
    return { ...work, codings: coded };
  });

/** The sentences that a reader found in the text, by what it says of where they stand. */
function found(document: IncomingDocument | undefined, { article }: CodedArticle) {
  return (document?.codings ?? []).map(({ kind, annotator, state, marks }: IncomingCoding) => {
    const said = marks.map(({ anchor, sentence }) => {
      const { offsets, words } = anchor;
      if (offsets?.unit === 'utf16') return article.text.slice(offsets.start, offsets.end);
      if (sentence !== undefined) expect(words).toBe(sentenceOf(article, sentence));
      return words;
    });
    return { kind, annotator, state, said, by: new Set(marks.map((mark) => mark.annotator)) };
  });
}

function sentenceOf({ text, sentences }: CodedArticle['article'], at: number): string {
  const { start = 0, end = 0 } = sentences[at] ?? {};
  return text.slice(start, end);
}

function expected({ article, codings: all }: CodedArticle, isSaid: (coding: CodingRecord) => boolean) {
  return all.filter(isSaid).map(({ annotator, state, isWhole, marks }) => ({
    kind: 'own',
    annotator,
    state: isWhole ? state : undefined,
    said: marks.map(({ sentence }) => sentenceOf(article, sentence)),
    by: new Set(marks.map((mark) => mark.annotator)),
  }));
}

const isSaidAtAll = ({ isWhole, marks }: CodingRecord) => isWhole || marks.length > 0;

describe('what was written is read back, whatever it is', () => {
  test('by JSON Lines', async () => {
    await fc.assert(
      fc.asyncProperty(anyCoded('n'), async (work) => {
        const [document] = await readWhole(jsonlReader, await writeWhole(jsonl, sourceOf([work])));
        expect(found(document as IncomingDocument, work)).toEqual(expected(work, isSaidAtAll));
      }),
      { numRuns: 60 },
    );
  });

  test('by W3C, but for what nobody has begun', async () => {
    await fc.assert(
      fc.asyncProperty(anyCoded('n'), async (work) => {
        const isSaid = ({ isWhole, state, marks }: CodingRecord) =>
          marks.length > 0 || (isWhole && state !== 'todo');
        const read = await readWhole(w3cReader, await writeWhole(w3c, sourceOf([work])));
        const document = read[0] as IncomingDocument | undefined;
        const all = expected(work, isSaid).map((one) =>
          one.state === 'todo' ? { ...one, state: undefined } : one,
        );
        expect(found(document, work)).toEqual(all);
        expect(document?.annotations.length ?? 0).toBe(work.annotations.length);
      }),
      { numRuns: 60 },
    );
  });

  test.each([true, false])('by codings.csv (raw: %s), its own rows', async (raw) => {
    await fc.assert(
      fc.asyncProperty(anyCoded('n'), async (work) => {
        const whole = { ...work, codings: work.codings.map((coding) => ({ ...coding, isWhole: true })) };
        const read = await readWhole(codingsReader, await written([whole], raw));
        const document = read[0] as IncomingDocument | undefined;
        expect(found(document, whole)).toEqual(expected(whole, () => true));
      }),
      { numRuns: 60 },
    );
  });
});

test('another table is not taken for codings', () => {
  expect(recognises(codingsReader, 'tag,text,article_title\nclaim,Gulls,Quay\n')).toBe(false);
  expect(recognises(codingsReader, 'Article ID,coding,state,sentence,tag\n')).toBe(true);
});
