import { formatParts } from '../../domain/annotation.ts';
import { ATTRIBUTES } from '../../domain/attributes.ts';
import { writeAnswers } from '../../domain/codebook/field.ts';
import type { AnnotationRecord, ArticleRecords } from '../../domain/record.ts';
import { CodePoints } from '../../text/code-points.ts';
import type { ExportSource } from '../record.ts';
import { inCodePoints } from '../writing/in-code-points.ts';
import { writeZip, type ZipEntry } from '../writing/write-zip.ts';
import { ARTICLE_LIST, articleLine } from './article-list.ts';
import { BRAT_ATTRIBUTES } from './attribute-lines.ts';
import { annotationConf, visualConf } from './configuration.ts';
import { fileNameOf, plainName } from './file-name.ts';
import { joinAcrossLineBreaks, splitAtLineBreaks } from './fragments.ts';
import { writeNote } from './note-line.ts';

/** Characters after which the lines of an .ann file go on to be packed. */
const CHUNK_LENGTH = 64 * 1024;

/** Attributes without a closed list of values. */
const FREE_ATTRIBUTES = ATTRIBUTES.filter(({ kind }) => kind !== 'choice');

/**
 * Writes a zip with one folder of brat: a .txt and an .ann for each article, the configuration, and
 * `articles.jsonl`. Offsets are Unicode code points. One article is in memory at a time, and a line for each
 * article already written.
 */
export async function* writeBrat(source: ExportSource): AsyncGenerator<Uint8Array> {
  yield* writeZip(filesOf(source));
}

async function* filesOf(source: ExportSource): AsyncGenerator<ZipEntry> {
  const folder = plainName(source.project.slug) || 'articles';
  yield { name: `${folder}/annotation.conf`, chunks: annotationConf(source.codebook) };
  yield { name: `${folder}/visual.conf`, chunks: visualConf(source.codebook) };
  let list = '';
  for await (const records of source.articles()) {
    const file = fileNameOf(records.article);
    yield { name: `${folder}/${file}.txt`, chunks: records.article.text };
    yield { name: `${folder}/${file}.ann`, chunks: wholeOrChunks(annLines(records)) };
    list += articleLine(file, records.article);
  }
  yield { name: `${folder}/${ARTICLE_LIST}`, chunks: list };
}

/** Few lines are one string, which costs a zip less than a stream of its own. */
function wholeOrChunks(lines: Iterable<string>): ZipEntry['chunks'] {
  const chunks = gathered(lines);
  const first = chunks.next();
  if (first.done) return '';
  return first.value.length < CHUNK_LENGTH ? first.value : encoded(first.value, chunks);
}

function* gathered(lines: Iterable<string>): Generator<string, undefined> {
  let waiting = '';
  for (const line of lines) {
    waiting += line;
    if (waiting.length < CHUNK_LENGTH) continue;
    yield waiting;
    waiting = '';
  }
  if (waiting !== '') yield waiting;
  return undefined;
}

async function* encoded(first: string, rest: Iterable<string>): AsyncGenerator<Uint8Array> {
  yield Buffer.from(first);
  for (const chunk of rest) yield Buffer.from(chunk);
}

/** The lines of each annotation, numbered through the file: its words, its attributes, and its note. */
function* annLines({ article, annotations }: ArticleRecords): Generator<string> {
  const codePoints = new CodePoints(article.text);
  let attributes = 0;
  for (const [at, record] of annotations.entries()) {
    const id = `T${at + 1}`;
    yield spanLine(id, record, codePoints);
    for (const { name, values, valueIn } of BRAT_ATTRIBUTES) {
      const value = values.get(valueIn(record) ?? '');
      if (value !== undefined) yield `A${++attributes}\t${name} ${id} ${value}\n`;
    }
    yield `#${at + 1}\tAnnotatorNotes ${id}\t${noteOf(record, codePoints)}\n`;
  }
}

function spanLine(id: string, { tag, parts, article }: AnnotationRecord, codePoints: CodePoints): string {
  const fragments = splitAtLineBreaks(article.text, parts);
  const offsets = inCodePoints(fragments, codePoints).map(({ start, end }) => `${start} ${end}`);
  const words = fragments.map(({ start, end }) => article.text.slice(start, end));
  return `${id}\t${tag} ${offsets.join(';')}\t${words.join(' ')}\n`;
}

function noteOf(record: AnnotationRecord, codePoints: CodePoints): string {
  const { parts, article } = record;
  const readBack = joinAcrossLineBreaks(article.text, splitAtLineBreaks(article.text, parts));
  const asTold = formatParts(readBack) === formatParts(parts);
  return writeNote({
    ...Object.fromEntries(FREE_ATTRIBUTES.map(({ name, field }) => [field, record[name]])),
    ...Object.fromEntries(writeAnswers(record.answers)),
    parts: asTold ? null : formatParts(inCodePoints(parts, codePoints)),
    id: record.id,
    annotator: record.annotator,
    created: record.createdAt,
    updated: record.updatedAt,
  });
}
