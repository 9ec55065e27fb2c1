import type { ArticleRecords } from '../../domain/record.ts';
import type { ExportSource } from '../record.ts';
import { byteChunks } from '../writing/byte-chunks.ts';
import { xmlAttributes } from '../writing/xml-text.ts';
import { bodyPieces } from './body.ts';
import { articleHeader, corpusHeader, languageOf } from './header.ts';
import { peopleOf } from './names.ts';
import { standOffPieces } from './stand-off.ts';

/**
 * Writes one TEI P5 corpus with a TEI element for each article, in chunks of about 64 KB, one article in
 * memory at a time. The words of each block are those of the article, to the letter.
 */
export function writeTei(source: ExportSource): AsyncGenerator<Uint8Array> {
  return byteChunks(corpusPieces(source));
}

async function* corpusPieces(source: ExportSource): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">\n';
  yield corpusHeader(source.project.name, source.codebook);
  let place = 0;
  for await (const records of source.articles()) yield* articlePieces(records, ++place);
  yield '</teiCorpus>\n';
}

function* articlePieces(records: ArticleRecords, place: number): Generator<string> {
  const people = peopleOf(records.annotations, place);
  yield `<TEI${xmlAttributes({ 'xml:lang': languageOf(records.article) })}>\n`;
  yield articleHeader(records.article, people);
  yield '<text><body>\n';
  yield* bodyPieces(records, people);
  yield '</body></text>\n';
  yield* standOffPieces(records, people);
  yield '</TEI>\n';
}
