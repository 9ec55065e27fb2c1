import { taggedSentences } from '../../agreement/coded-articles.ts';
import type { Sight } from '../../domain/sight.ts';
import type { Tag } from '../../domain/tag.ts';
import type { CsvColumn } from '../../formats/writing/cell-run.ts';
import { csvChunks } from '../../formats/writing/csv-chunks.ts';
import type { Database } from '../../store/client.ts';
import type { Study } from './plan-study.ts';
import { readStudy } from './read-study.ts';

interface RatingRow {
  readonly article: string;
  readonly sentence: number;
  /** At the place of each coder 1 for tagged, 0 for not; null where they have not finished the article. */
  readonly codes: readonly (number | null)[];
}

/**
 * The codes of a study as CSV: a row a sentence, a column a coder, 1 or 0, empty where a coder has not finished the
 * article. R's irr, the Python package krippendorff and `onrecord agreement` take its columns as they are.
 */
export function exportRatings(
  database: Pick<Database, 'db'>,
  sight: Sight,
  study: Study,
  options: { readonly tag: Tag; readonly names: ReadonlyMap<string, string>; readonly raw: boolean },
): AsyncGenerator<Uint8Array> {
  const columns: CsvColumn<RatingRow>[] = [
    { name: 'article', cell: ({ article }) => article },
    { name: 'sentence', cell: ({ sentence }) => sentence },
    ...study.coders.map((lane, place) => ({
      name: headerOf(`${options.names.get(lane) ?? lane}`, options.raw),
      cell: ({ codes }: RatingRow) => codes[place] ?? null,
    })),
  ];
  return csvChunks(columns, ratingRows(database, sight, study, options.tag), (row) => row, options.raw);
}

async function* ratingRows(
  database: Pick<Database, 'db'>,
  sight: Sight,
  study: Study,
  tag: Tag,
): AsyncGenerator<RatingRow[]> {
  for await (const articles of readStudy(database, sight, study)) {
    yield articles.flatMap((article) => {
      const tagged = article.codings.map((marks) => marks && taggedSentences(article, marks, tag));
      return [...article.sentences.keys()].map((at) => ({
        article: article.id,
        sentence: at + 1,
        codes: tagged.map((set) => set && Number(set.has(at))),
      }));
    });
  }
}

/** A name as the cell of a header, which is written as it is; no spreadsheet takes it for a formula. */
function headerOf(name: string, raw: boolean): string {
  const guarded = !raw && /^[=+\-@\t\r]/.test(name) ? `'${name}` : name;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
