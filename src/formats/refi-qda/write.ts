import type { ArticleRecords } from '../../domain/record.ts';
import type { ExportSource } from '../record.ts';
import { byteChunks } from '../writing/byte-chunks.ts';
import { writeZip, type ZipEntry } from '../writing/write-zip.ts';
import { codesXml } from './codes.ts';
import { derivedGuid } from './guid.ts';
import { type GatheredProject, ORIGIN, projectXml, textFile } from './project.ts';

/** Writes the project's codebook (REFI-QDA Codebook 1.0). */
export async function* writeQdc({ codebook }: ExportSource): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="${ORIGIN}">
${codesXml(codebook)}
</CodeBook>
`);
}

/**
 * Writes a project (REFI-QDA Project 1.0): the texts of the articles first, then `project.qde`, for which the
 * articles are read once or twice more. In memory are one article, and the names of articles and annotators.
 */
export async function* writeQdpx(source: ExportSource): AsyncGenerator<Uint8Array> {
  yield* writeZip(filesOf(source));
}

async function* filesOf(source: ExportSource): AsyncGenerator<ZipEntry> {
  const written: GatheredProject = { articles: new Set(), users: new Map(), hasSplit: false };
  for await (const work of source.articles()) {
    remember(work, written);
    yield { name: `sources/${textFile(work.article)}`, chunks: work.article.text };
  }
  yield { name: 'project.qde', chunks: byteChunks(projectXml(source, written)) };
}

function remember({ article, annotations }: ArticleRecords, written: GatheredProject): void {
  written.articles.add(article.id);
  for (const { annotator, parts } of annotations) {
    if (!written.users.has(annotator)) written.users.set(annotator, derivedGuid('user', annotator));
    if (parts.length > 1) written.hasSplit = true;
  }
}
