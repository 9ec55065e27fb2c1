import type { AnnotationRecord, ArticleRecords } from '../../domain/record.ts';
import { CodePoints } from '../../text/code-points.ts';
import { OUR_KEY } from '../format.ts';
import { addToList } from '../lists-by-key.ts';
import type { ExportSource } from '../record.ts';
import { byteChunks } from '../writing/byte-chunks.ts';
import { resultsOf } from './region.ts';

/** Of what stands in a task's data. */
const VERSION = 1;

/**
 * Writes a JSON array of tasks that Label Studio imports, one a line and one for each article, in chunks of
 * about 64 KB. Reads one article at a time, and a reader that stops early closes the source. Throws a
 * RangeError for a record without parts.
 */
export function writeTasks(source: ExportSource): AsyncGenerator<Uint8Array> {
  return byteChunks(pieces(source));
}

async function* pieces(source: ExportSource): AsyncGenerator<string> {
  let before = '[\n';
  for await (const records of source.articles()) {
    yield before;
    yield* taskPieces(records);
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

/** A task holds one annotation for each annotator, as Label Studio's own exports do. */
function* taskPieces({ article, annotations }: ArticleRecords): Generator<string> {
  const { id, title, byline, publication, published, url, language, labels, text, textHash } = article;
  const details = { title, byline, publication, published, url, language, article_labels: labels };
  const given = Object.fromEntries(Object.entries(details).filter(([, detail]) => detail !== null));
  const data = { text, ...given, article_id: id, sha256: textHash, [OUR_KEY]: VERSION };
  yield `{"data":${JSON.stringify(data)},"annotations":[`;
  const codePoints = new CodePoints(text);
  let before = '{"result":[';
  for (const records of byAnnotator(annotations)) {
    yield before;
    before = ']},{"result":[';
    for (const [index, record] of records.entries()) {
      const results = resultsOf(record, codePoints).map((result) => JSON.stringify(result));
      yield index > 0 ? `,${results.join(',')}` : results.join(',');
    }
  }
  yield annotations.length > 0 ? ']}]}' : ']}';
}

function byAnnotator(records: readonly AnnotationRecord[]): Iterable<readonly AnnotationRecord[]> {
  const groups = new Map<string, AnnotationRecord[]>();
  for (const record of records) addToList(groups, record.annotator, record);
  return groups.values();
}
