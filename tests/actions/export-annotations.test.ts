import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportFile } from '../../src/actions/export-annotations.ts';
import type { LoadedArticle } from '../../src/actions/load.ts';
import { loadArticle } from '../../src/actions/load.ts';
import { orderParts, refuseCutCharacters, refuseWordless, wordsOf } from '../../src/domain/annotation.ts';
import { NO_FILTER } from '../../src/domain/annotation-filter.ts';
import { DEFAULT_CODEBOOK } from '../../src/domain/codebook/codebook.ts';
import { InvalidInputError } from '../../src/domain/errors.ts';
import type { Member } from '../../src/domain/permission.ts';
import { sightOf } from '../../src/domain/sight.ts';
import { csv } from '../../src/formats/index.ts';
import { type Database, openDatabase } from '../../src/store/client.ts';
import { packageRoot } from '../../src/store/package-root.ts';
import type { Span } from '../../src/text/span.ts';
import { tagParts } from '../support/annotating.ts';
import { newDatabase } from '../support/databases.ts';
import { importText, localMember } from '../support/desk.ts';

let database: Database;
let member: Member;
beforeAll(async () => {
  database = await openDatabase(await newDatabase('sqlite', 'migrated'));
  member = await localMember(database.db);
});
afterAll(() => database.close());

async function rawRows(articleId: string): Promise<Record<string, string>[]> {
  const project = { id: member.projectId, slug: 'desk', name: 'Desk', codebook: DEFAULT_CODEBOOK };
  const chunks: Uint8Array[] = [];
  const filter = { ...NO_FILTER, articleId };
  for await (const chunk of exportFile(database, {
    sight: sightOf(member),
    project,
    filter,
    format: csv,
    raw: true,
  }))
    chunks.push(chunk);
  const file = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks));
  return parse(file, { columns: true, record_delimiter: '\r\n' });
}

/** Parts as Python and R would cut them out. */
function cutOut(text: string, parts: string | undefined): string {
  const points = [...text];
  const cut = (part: string) => points.slice(...part.split('-').map(Number)).join('');
  return (parts ?? '').split(';').map(cut).join(' […] ');
}

async function articleOf(content: string): Promise<LoadedArticle> {
  const { article } = await importText(database.db, member, content);
  return loadArticle(database.db, member.accountId, article.id);
}

const characters = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  fc.constantFrom('\r\n', '\n\n', '👩‍👩‍👧 ', 'שלום ', 'e\u0301 ', '"; ', '=1+1 ', '\u2028', '\uFEFF', '. '),
);
const contents = fc.array(characters, { maxLength: 12 }).map((pieces) => `It was late. ${pieces.join('')}`);
const marks = fc.array(fc.array(fc.nat(), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 });

/** White space and markup alone cannot be marked, nor half a character. */
function holdsWords({ text }: LoadedArticle, part: Span): boolean {
  try {
    refuseWordless(text, [part]);
    refuseCutCharacters(text.text, [part]);
    return true;
  } catch (error) {
    if (error instanceof InvalidInputError) return false;
    throw error;
  }
}

/** Ends of spans as fractions of the text, moved out of characters that they would cut. */
function partsFrom(text: string, ends: readonly number[]): Span[] {
  const places = ends
    .map((end) => Math.floor((end / 2 ** 31) * (text.length + 1)))
    .map((at) => (/^[\uDC00-\uDFFF]/.test(text.slice(at)) ? at - 1 : at))
    .sort((a, b) => a - b);
  const parts: Span[] = [];
  for (let at = 0; at + 1 < places.length; at += 2) {
    const [start = 0, end = 0] = places.slice(at, at + 2);
    if (start < end) parts.push({ start, end });
  }
  return parts;
}

test('whatever is written and marked comes back where it was', async () => {
  const property = fc.asyncProperty(contents, marks, async (content, wanted) => {
    const loaded = await articleOf(content);
    const { text } = loaded.text;
    const expected: string[] = [];
    for (const ends of wanted) {
      const parts = partsFrom(text, ends).filter((part) => holdsWords(loaded, part));
      if (parts.length === 0) continue;
      const { annotation } = await tagParts(database.db, loaded, parts);
      expected.push(`${annotation.id} ${wordsOf(text, orderParts(parts, text.length))}`);
    }
    const rows = (await rawRows(loaded.article.id)).filter(({ annotation_id: id }) =>
      expected.some((one) => one.startsWith(id ?? '')),
    );
    expect(rows.map((row) => `${row.annotation_id} ${row.text}`).sort()).toEqual(expected.sort());
    for (const row of rows) {
      expect(cutOut(text, row.parts)).toBe(row.text);
      expect(row.parts).toMatch(new RegExp(`^${row.start}-(.*-)?${row.end}$`));
      expect(text.slice(Number(row.start_utf16), Number(row.end_utf16))).toBe(
        [...text].slice(Number(row.start), Number(row.end)).join(''),
      );
    }
  });
  await fc.assert(property, { numRuns: 40 });
});

const sample = join(packageRoot(), 'src/sample-article.txt');
const seed = join(packageRoot(), '../shared/data/seed-article.txt');
if (!existsSync(seed)) console.log('Left out: the seed article, which is not on this machine.');

test.each([sample, seed].filter((file) => existsSync(file)))(
  '%s goes from import to CSV and nothing shifts',
  async (file) => {
    const loaded = await articleOf(readFileSync(file, 'utf8'));
    const { text, sentences } = loaded.text;
    expect(sentences.length).toBeGreaterThan(20);
    for (const sentence of sentences) await tagParts(database.db, loaded, [sentence]);
    const rows = await rawRows(loaded.article.id);
    expect(rows.map((row) => row.sentence_number)).toEqual(sentences.map((_, at) => String(at + 1)));
    expect(rows.map((row) => row.text)).toEqual(sentences.map(({ start, end }) => text.slice(start, end)));
    expect(rows.map((row) => row.sentence)).toEqual(rows.map((row) => row.text));
    expect(rows.map((row) => cutOut(text, row.parts))).toEqual(rows.map((row) => row.text));
    expect(new Set(rows.map((row) => row.article_title))).toEqual(new Set([loaded.article.title]));
  },
);
