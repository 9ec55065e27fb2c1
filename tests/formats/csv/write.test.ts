import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderParts, PART_JOINT } from '../../../src/domain/annotation.ts';
import type { AnnotationRecord } from '../../../src/domain/record.ts';
import { columns } from '../../../src/formats/csv/columns.ts';
import { writeCsv } from '../../../src/formats/csv/write.ts';
import { guardFormula } from '../../../src/formats/writing/formula-guard.ts';
import { quayArticle, quayRecords, recordOf, spanOf } from '../quay-records.ts';
import { onlyRow, readBack, writeWhole } from './read-back.ts';

const header =
  'annotation_id,project,article_id,article_title,article_url,publication,published,annotator,tag,text,speaker,cue,quote_type,value,value_max,comparator,unit,subject,check_worthiness,confidence,note,sentence_number,sentence,prefix,suffix,start,end,parts,start_utf16,end_utf16,parts_utf16,origin,created_at,updated_at,check_score,coding';

const article =
  '"harbour","01890a5d-ac96-774b-bcce-b302099a8057","Quay reopens after storm","https://lantern.example/quay","The Lantern","2026-03-02"';

const rawFile = [
  header,
  `"a1",${article},"Alice","claim","Quay reopens",,,,,,,,,,,,,,""," after storm\n\nThe northern quay ",0,12,"0-12",0,12,"0-12","manual","2026-03-03T08:00:00.000Z","2026-03-03T08:00:00.000Z",,"shared"`,
  `"a2",${article},"Alice","quote","“We moved 3,900 crates,” […] “and lost none.”","Mira Holt","said","direct",,,,,,,"sure",,2,"“We moved 3,900 crates,” Mira Holt said, “and lost none.”","ed on Monday 😀 after nine days. ","\n\n=Tern, a tug, is “back at work",82,139,"82-106;123-139",83,140,"83-107;124-140","suggestion-edited","2026-03-03T08:00:00.000Z","2026-03-03T09:30:15.250Z",,"shared"`,
  `"a3",${article},"Alice","statistic","3,900 crates",,,,3900,4100.5,"~","crate","crates moved",,,"Counted ""by hand"",\nsee page 2",2,"“We moved 3,900 crates,” Mira Holt said, “and lost none.”","ay 😀 after nine days. “We moved ",",” Mira Holt said, “and lost non",92,104,"92-104",93,105,"93-105","suggestion","2026-03-03T08:00:00.000Z","2026-03-03T08:00:00.000Z",,"shared"`,
  `"a4",${article},"Alice","claim","=Tern, a tug, is “back at work”",,,,,,,,,"low",,,3,"=Tern, a tug, is “back at work”.","ra Holt said, “and lost none.”\n\n",".",141,172,"141-172",142,173,"142-173","manual","2026-03-03T08:00:00.000Z","2026-03-03T08:00:00.000Z",0.87,"shared"`,
  '',
].join('\r\n');

describe('the whole file', () => {
  test('raw, to the letter', async () => {
    expect(await writeWhole([quayRecords], { raw: true })).toBe(rawFile);
  });

  test('for spreadsheets, with byte order mark and formula guard', async () => {
    expect(await writeWhole([quayRecords])).toBe(`\ufeff${rawFile.replaceAll('"=Tern', `"'=Tern`)}`);
  });

  test('is the header alone where there is nothing', async () => {
    expect(await writeWhole([])).toBe(`\ufeff${header}\r\n`);
    expect(await writeWhole([[], []], { raw: true })).toBe(`${header}\r\n`);
  });

  test('does not depend on how records come in batches', async () => {
    expect(await writeWhole(quayRecords.map((record) => [record]))).toBe(await writeWhole([quayRecords]));
  });

  test('holds nothing that a record carries beside its columns', async () => {
    const secret = { annotatorId: 'SECRET', requestKey: 'SECRET', searchText: 'SECRET', email: 'SECRET' };
    const records = quayRecords.map((record) => ({
      ...record,
      ...secret,
      article: { ...record.article, ...secret, byline: 'SECRET', textHash: 'SECRET' },
    }));
    expect(await writeWhole([records], { raw: true })).toBe(rawFile);
  });
});

describe('the sentence', () => {
  const { text } = quayArticle;
  test.each([
    ['inside a sentence', spanOf('quay reopened', text), '1'],
    ['at the start of a sentence', spanOf('“We moved', text), '2'],
    ['at the last character of a sentence', spanOf('.”', text), '2'],
    ['in the space between two sentences', spanOf(' “We moved', text), '2'],
    ['in a heading', spanOf('after storm', text), ''],
    ['in a heading, running into a sentence', spanOf('storm\n\nThe', text), ''],
    ['in the break after a heading', spanOf('\n\nThe', text), '1'],
  ])('of an annotation that starts %s', async (_, span, number) => {
    const row = onlyRow(await readBack([[recordOf(quayArticle, [span])]], { raw: true }));
    expect(row.sentence_number).toBe(number);
    const sentence = quayArticle.sentences[Number(number) - 1];
    expect(row.sentence).toBe(sentence ? text.slice(sentence.start, sentence.end) : '');
  });
});

test('a record without parts is refused by its id', async () => {
  await expect(writeWhole([[recordOf(quayArticle, [], { id: 'a9' })]])).rejects.toThrow(/a9 has no parts/);
});

describe('chunks', () => {
  const many = Array.from({ length: 400 }, () => quayRecords).flat();

  test('are of a sensible size and join to the file', async () => {
    const sizes: number[] = [];
    for await (const chunk of writeCsv([many])) sizes.push(chunk.length);
    expect(sizes.length).toBeGreaterThan(3);
    expect(Math.max(...sizes)).toBeLessThan(80 * 1024);
    expect((await readBack([many])).length).toBe(many.length);
  });

  test('are read only as far as asked, and stopping closes the source', async () => {
    let batches = 0;
    let closed = false;
    async function* source(): AsyncGenerator<readonly AnnotationRecord[]> {
      try {
        for (;;) {
          batches++;
          yield many;
        }
      } finally {
        closed = true;
      }
    }
    for await (const chunk of writeCsv(source())) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
    expect([batches, closed]).toEqual([1, true]);
  });

  test('hold a cell larger than a chunk', async () => {
    const note = '漢"'.repeat(200_000);
    const rows = await readBack([[recordOf(quayArticle, [{ start: 0, end: 4 }], { note }), ...quayRecords]]);
    expect(rows[0]?.note).toBe(note);
    expect(rows.length).toBe(1 + quayRecords.length);
  });

  test('are not changed by writing on', async () => {
    const kept: Uint8Array[] = [];
    const copies: string[] = [];
    for await (const chunk of writeCsv([many])) {
      kept.push(chunk);
      copies.push(Buffer.from(chunk).toString('latin1'));
    }
    expect(kept.map((chunk) => Buffer.from(chunk).toString('latin1'))).toEqual(copies);
  });
});

/** Unicode text without lone surrogates, rich in what CSV, spreadsheets and offsets stumble over. */
const words = (maxLength: number) =>
  fc.string({
    unit: fc.oneof(
      {
        weight: 2,
        arbitrary: fc.constantFrom(...'ab ,;"\'\r\n\t=+-@＝0', '\0', '\ufeff', '…', '😀', 'ש', 'e\u0301'),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
    ),
    maxLength,
  });

const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

const anyRecord = words(120)
  .filter((text) => text.length > 0)
  .chain((text) => {
    const offset = fc.nat({ max: text.length - 1 });
    const span = fc
      .tuple(offset, offset)
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }))
      .map(({ start, end }) => ({ start: toWhole(text, start), end: toWhole(text, end, 1) }));
    return fc.record({
      text: fc.constant(text),
      parts: fc.array(span, { minLength: 1, maxLength: 3 }).map((parts) => orderParts(parts, text.length)),
      title: words(30),
      speaker: orNull(words(30)),
      note: orNull(words(60)),
      value: orNull(finite),
    });
  })
  .map(({ text, parts, title, ...given }) =>
    recordOf({ ...quayArticle, title, text, sentences: [] }, parts, given),
  );

/** Moves an offset off the middle of a pair: domain/annotation refuses such parts before they are stored. */
function toWhole(text: string, offset: number, step: 1 | -1 = -1): number {
  const inside = /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(Math.max(0, offset - 1), offset + 1));
  return offset > 0 && inside ? offset + step : offset;
}

describe('any records', () => {
  test('are read back cell by cell, raw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRecord, { maxLength: 4 }), async (records) => {
        const rows = await readBack([records], { raw: true });
        expect(rows.map((row) => [row.article_title, row.text, row.speaker, row.note])).toEqual(
          records.map(({ article, text, speaker, note }) => [article.title, text, speaker ?? '', note ?? '']),
        );
        const values = rows.map((row) => (row.value === '' ? null : Number(row.value)));
        expect(values).toEqual(records.map(({ value }) => (value === null ? null : value + 0)));
      }),
    );
  });

  test('differ for spreadsheets by the guard alone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRecord, { maxLength: 4 }), async (records) => {
        const raw = await readBack([records], { raw: true });
        const guardedRows = raw.map((row) =>
          Object.fromEntries(
            columns.map(({ name, datatype }) => {
              const cell = row[name] ?? '';
              return [name, datatype === 'double' ? cell : guardFormula(cell)];
            }),
          ),
        );
        expect(await readBack([records])).toEqual(guardedRows);
      }),
    );
  });

  test('have offsets that lead back to their words, in code points and in code units', async () => {
    await fc.assert(
      fc.asyncProperty(anyRecord, async (record) => {
        const row = onlyRow(await readBack([[record]], { raw: true }));
        const { text } = record.article;
        const points = [...text];
        const slice = (parts: string | undefined, cut: (start: number, end: number) => string) =>
          (parts ?? '')
            .split(';')
            .map((part) => part.split('-').map(Number))
            .map(([start = -1, end = -1]) => cut(start, end))
            .join(PART_JOINT);
        expect(slice(row.parts_utf16, (start, end) => text.slice(start, end))).toBe(record.text);
        expect(slice(row.parts, (start, end) => points.slice(start, end).join(''))).toBe(record.text);
        const [start, end] = [Number(row.start), Number(row.end)];
        expect(points.slice(Math.max(0, start - 32), start).join('')).toBe(row.prefix);
        expect(points.slice(end, end + 32).join('')).toBe(row.suffix);
        expect(row.parts?.startsWith(`${start}-`) && row.parts.endsWith(`-${end}`)).toBe(true);
        expect(text.slice(0, Number(row.start_utf16))).toBe(points.slice(0, start).join(''));
        expect(text.slice(0, Number(row.end_utf16))).toBe(points.slice(0, end).join(''));
      }),
    );
  });
});
