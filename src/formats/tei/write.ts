import type { ArticleRecords } from '../../domain/record.ts';
import type { ExportSource } from '../record.ts';
import { byteChunks } from '../writing/byte-chunks.ts';
import { xmlAttributes } from '../writing/xml-text.ts';
import { bodyPieces } from './body.ts';
import { articleHeader, corpusHeader, languageOf } from './header.ts';
import { peopleOf } from './names.ts';
import { standOffPieces } from './stand-off.ts';

/**
 * Writes one TEI P5 corpus with a TEI element for each article, in chunks of about 64 KB, one article in memory at a
 * time. The words of each block are those of the article, to the letter.
 */
export function writeTei(source: ExportSource): AsyncGenerator<Uint8Array> {
  return byteChunks(corpusPieces(source));
}

async function* corpusPieces(source: ExportSource): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">\n';
  yield corpusHeader(source.project.name);
  let place = 0;
  for await (const work of source.articles()) yield* articlePieces(work, ++place);
  yield '</teiCorpus>\n';
}

function* articlePieces(work: ArticleRecords, place: number): Generator<string> {
  const people = peopleOf(work.annotations, place);
  yield `<TEI${xmlAttributes({ 'xml:lang': languageOf(work.article) })}>\n`;
  yield articleHeader(work.article, people);
  yield '<text><body>\n';
  yield* bodyPieces(work, people);
  yield '</body></text>\n';
  yield* standOffPieces(work, people);
  yield '</TEI>\n';
}
