import { t } from '../../messages/language.ts';
import type { Format } from '../format.ts';
import type { ExportSource } from '../record.ts';
import { byteChunks } from '../writing/byte-chunks.ts';
import { linePieces } from './line.ts';

/** One line an article, with its text and all of its annotations; what doccano imports is among it. */
export const jsonl: Format = {
  key: 'jsonl',
  extension: 'jsonl',
  mediaType: 'application/jsonl; charset=utf-8',
  get name() {
    return t('formatName.jsonl');
  },
  get description() {
    return t('formatUse.jsonl');
  },
  losses: [
    'The history of changes, and when a sentence was marked “nothing here”, are not in the file.',
    'doccano itself shows the parts of a split annotation as marks of their own, and no attributes; both stay in the file.',
  ],
  write: (source) => byteChunks(writeLines(source)),
};

/** Reads one article at a time, and is closed by a reader that stops early. */
async function* writeLines(source: ExportSource): AsyncGenerator<string> {
  for await (const records of source.codedArticles()) yield* linePieces(records, source.project.slug);
}
