import type { ArticleRecords } from '../../domain/record.ts';
import { ByteBuffer } from '../csv/byte-buffer.ts';
import { guardFormula } from '../csv/formula-guard.ts';
import type { WriteOptions } from '../format.ts';
import type { ExportSource } from '../record.ts';
import { ARTICLE_HEADER, articleColumns } from './columns.ts';

/** Bytes after which a chunk goes out. */
const CHUNK_BYTES = 64 * 1024;

const BYTE_ORDER_MARK = '\ufeff';
const LINE_END = '\r\n';

/**
 * Writes the articles of a source as CSV, one row each, in the manner of `writeCsv`: RFC 4180, UTF-8, CRLF, in chunks
 * of about 64 KB, with a byte order mark and the formula guard unless `raw`. One article is in memory at a time, and a
 * reader that stops early closes the source.
 */
export async function* writeArticleTable(
  source: ExportSource,
  { raw = false }: WriteOptions = {},
): AsyncGenerator<Uint8Array> {
  const buffer = new ByteBuffer();
  buffer.addPlain((raw ? '' : BYTE_ORDER_MARK) + ARTICLE_HEADER + LINE_END);
  for await (const records of source.articles()) {
    addRow(buffer, records, raw);
    if (buffer.length >= CHUNK_BYTES) yield buffer.take();
  }
  if (buffer.length > 0) yield buffer.take();
}

function addRow(buffer: ByteBuffer, records: ArticleRecords, raw: boolean): void {
  for (const [at, column] of articleColumns.entries()) {
    if (at > 0) buffer.addComma();
    const cell = column.cell(records);
    if (typeof cell === 'string') buffer.addQuoted(raw ? cell : guardFormula(cell));
    else if (cell !== null) buffer.addPlain(String(cell));
  }
  buffer.addPlain(LINE_END);
}
