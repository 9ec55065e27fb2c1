import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { UnreadableFileError } from '../../../src/domain/errors.ts';
import { pdfReader, readPdf } from '../../../src/formats/pdf/pdf.ts';
import { column, type PdfOptions, type PdfWords, wrapped, writePdf } from './write-pdf.ts';

const LIMIT = 2_000_000;

function read(pages: readonly (readonly PdfWords[])[], options?: PdfOptions) {
  return pdfReader.read({ name: 'quay.pdf', bytes: writePdf(pages, options) }, LIMIT);
}

async function blocksOf(...pages: PdfWords[][]): Promise<string[]> {
  return (await read(pages)).text.split('\n\n');
}

const storm =
  'The northern quay reopened on Monday after nine days of storms, and the first boats left at dawn with what was left of the catch.';
const crates =
  'Crates had been piled up to the roof of the auction hall, Mira Holt said, who runs the harbour office with two clerks.';
const council =
  'The council will vote on the repair of the outer wall in April, once the figures of the insurers are known to all of its members.';
const letter =
  'A letter to the editor says that the wall was never meant to last, and that nobody in the office had ever read the plans of 1953.';

describe('pages', () => {
  test('in one column are read as paragraphs under a heading', async () => {
    const page = [
      { text: 'Quay reopens after storm', x: 60, y: 80, size: 22 },
      { text: 'By Ada Wren', x: 60, y: 104 },
      ...column(wrapped(storm, 70), { x: 60, y: 140 }),
      ...column(wrapped(crates, 70), { x: 60, y: 190 }),
    ];
    expect(await blocksOf(page)).toEqual(['# Quay reopens after storm', 'By Ada Wren', storm, crates]);
  });

  test('in two columns are read one column after the other, a heading over both first', async () => {
    const left = wrapped(`${storm} ${crates}`, 36);
    const right = wrapped(council, 36);
    const page = [
      // Drawn line by line across the page, as some programs do.
      ...left.flatMap((text, at) => [
        { text, x: 60, y: 140 + at * 12 },
        ...(right[at] === undefined ? [] : [{ text: right[at], x: 300, y: 140 + at * 12 }]),
      ]),
      { text: 'Quay reopens after a storm of nine days', x: 60, y: 80, size: 20 },
    ];
    expect(await blocksOf(page)).toEqual([
      '# Quay reopens after a storm of nine days',
      `${storm} ${crates}`,
      council,
    ]);
  });

  test('in three columns whose lines are not level are read column by column', async () => {
    const page = [storm, crates, council].flatMap((text, at) =>
      column(wrapped(text, 26), { x: 40 + 180 * at, y: 100 + 5 * at }),
    );
    expect((await blocksOf(page)).join(' ')).toBe(`${storm} ${crates} ${council}`);
  });

  test('hand a sentence on to the next page', async () => {
    const lines = wrapped(storm, 70);
    expect(
      await blocksOf(column(lines.slice(0, 1), { x: 60, y: 700 }), column(lines.slice(1), { x: 60, y: 80 })),
    ).toEqual([storm]);
  });

  test('on their side are read upright, a credit up the margin by itself', async () => {
    const lines = wrapped(storm, 70);
    const page = lines.map((text, at) => ({ text, x: 100 + 12 * at, y: 700, turn: 1 }));
    expect(await blocksOf(page)).toEqual([storm]);
    const credit = { text: 'Picture: Tern', x: 30, y: 500, turn: 1 };
    expect(await blocksOf([credit, ...column(lines, { x: 60, y: 80 })])).toEqual([storm, 'Picture: Tern']);
  });
});

describe('words', () => {
  test('parted at line ends are joined, ligatures are letters', async () => {
    const lines = [
      'The of\u0001cials gave a well-known exam-',
      'ple, the \u0002oods of 1953, to the well-',
      'known harbour master of the island.',
    ];
    expect(await blocksOf(column(lines, { x: 60, y: 80 }))).toEqual([
      'The officials gave a well-known example, the floods of 1953, to the well-known harbour master of the island.',
    ]);
  });

  test('behind bullets are items', async () => {
    const lines = ['The office listed three things:', '\u0095 crates', '\u0095 boats', '\u0095 sheds'];
    expect(await blocksOf(column(lines, { x: 60, y: 80 }))).toEqual([
      'The office listed three things:',
      '- crates',
      '- boats',
      '- sheds',
    ]);
  });
});

test('running heads, feet and page numbers are dropped, what stands once is kept', async () => {
  const texts = [storm, crates, council, letter];
  const pages = texts.map((text, at) => [
    { text: at % 2 ? `${at + 1}   The Lantern` : `The Lantern   ${at + 1}`, x: at % 2 ? 60 : 400, y: 40 },
    ...column(wrapped(text, 70), { x: 60, y: 80 + at }),
    { text: `Printed on ${at + 3} March`, x: 60, y: 740 },
    { text: `Page ${at + 1} of 4`, x: 280, y: 760 },
  ]);
  const note = { text: 'This article was first printed in the evening edition.', x: 60, y: 700 };
  const blocks = await blocksOf(...pages.slice(0, 3), [...(pages[3] ?? []), note]);
  expect(blocks).toEqual([...texts, note.text]);
});

describe('details', () => {
  const page = column(wrapped(storm, 70), { x: 60, y: 80 });

  test('come from the information where the words do not tell them', async () => {
    const { details, hasFrontMatter } = await read([page], {
      title: 'Quay reopens after storm',
      author: 'Ada Wren',
    });
    expect(details).toEqual({ title: 'Quay reopens after storm', byline: 'Ada Wren' });
    expect(hasFrontMatter).toBe(true);
  });

  test.each([
    ['Microsoft Word - quay.doc', 'harbour-desk'],
    ['quay_final_v2.indd', 'Administrator'],
    ['', ''],
    ['Layout 1', 'Adobe InDesign'],
  ])('are no names of files and accounts: %s, %s', async (title, author) => {
    expect((await read([page], { title, author })).details).toEqual({});
  });
});

describe('a file is refused', () => {
  const page = column(wrapped(storm, 70), { x: 60, y: 80 });
  const refusal = (bytes: Uint8Array) =>
    pdfReader.read({ name: 'x.pdf', bytes }, LIMIT).then(
      () => 'read',
      (error) => (error instanceof UnreadableFileError ? error.message : error),
    );

  test('that has no text, or nothing but page numbers', async () => {
    expect(await refusal(writePdf([[], []]))).toMatch(/no text.*OCR/);
    expect(
      await refusal(writePdf([[{ text: '1', x: 300, y: 760 }], [{ text: '2', x: 300, y: 760 }]])),
    ).toMatch(/no text.*OCR/);
  });

  test('that is protected by a password', async () => {
    expect(await refusal(writePdf([page], { isLocked: true }))).toMatch(/protected by a password/);
  });

  test.each([
    ['no PDF at all', Buffer.from('%PDF-1.4\nnothing of the kind')],
    ['empty', Buffer.alloc(0)],
    ['another kind by its true name', Buffer.from('<html><body>words</body></html>')],
  ])('that is %s', async (_, bytes) => {
    expect(await refusal(bytes)).toMatch(/damaged/);
  });

  test('that has too many pages or too many characters', async () => {
    const bytes = writePdf(
      [storm, crates, council].map((text) => column(wrapped(text, 70), { x: 60, y: 80 })),
    );
    const read = (limits: object) =>
      readPdf({ name: 'x.pdf', bytes }, { maxPages: 10, maxCharacters: 10_000, maxTime: 60_000, ...limits });
    await expect(read({ maxPages: 2 })).rejects.toThrow(/3 pages; at most 2/);
    await expect(read({ maxCharacters: 200 })).rejects.toThrow(/more text/);
    await expect(read({})).resolves.toMatchObject({ hasFrontMatter: true });
  });

  test('that keeps the reader busy for too long', async () => {
    const limits = { maxPages: 10, maxCharacters: 1e9, maxTime: 1 };
    await expect(readPdf({ name: 'x.pdf', bytes: endlessPdf() }, limits)).rejects.toThrow(/too long to read/);
  });
});

/** A page whose content unfolds from some kilobytes to a hundred megabytes. */
function endlessPdf(): Uint8Array {
  const content = deflateSync(Buffer.alloc(100_000_000, 'q Q '));
  const [head = '', tail = ''] = Buffer.from(writePdf([[]]))
    .toString('latin1')
    .split('<< /Length 0 >>\nstream\n\nendstream');
  const stream = `<< /Length ${content.length} /Filter /FlateDecode >>\nstream\n${content.toString('latin1')}\nendstream`;
  return Buffer.from(head + stream + tail, 'latin1');
}

test('a broken file gives what can be found in it', async () => {
  const whole = Buffer.from(writePdf([column(wrapped(storm, 70), { x: 60, y: 80 })])).toString('latin1');
  const withoutTable = Buffer.from(whole.replace(/\nxref\n[\s\S]*trailer/, '\ntrailer'), 'latin1');
  expect((await pdfReader.read({ name: 'x.pdf', bytes: withoutTable }, LIMIT)).text).toBe(storm);
});

test('the bytes handed in are left as they are', async () => {
  const bytes = writePdf([column(wrapped(storm, 70), { x: 60, y: 80 })]);
  const before = Buffer.from(bytes);
  await pdfReader.read({ name: 'x.pdf', bytes }, LIMIT);
  expect(Buffer.from(bytes).equals(before)).toBe(true);
});

test.each([
  ['x.pdf', 'no mark', true],
  ['x', '%PDF-1.7', true],
  ['x.txt', 'The mark of a PDF is %PDF-', false],
])('%s with %s is told to be a PDF: %s', (name, start, answer) => {
  expect(pdfReader.recognises({ name, bytes: Buffer.from(start) })).toBe(answer);
});
