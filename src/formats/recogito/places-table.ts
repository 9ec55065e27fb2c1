import { t } from '../../messages/language.ts';
import type { IncomingDocument, IncomingFile, UnreadableRecord } from '../incoming.ts';
import { readTable, type TableRow } from '../reading/csv-table.ts';
import { groupBySource, type PlacedAnnotation } from '../reading/documents.ts';
import { chooseLabel } from '../reading/web-annotation/labels.ts';

/** Columns that become something else than a line of the note. */
const READ = new Set(['uuid', 'file', 'quote_transcription', 'anchor', 'type', 'tags', 'comments']);

/** Reads a table of Recogito 2: a row for each annotation, with its words and where they begin. */
export async function* readPlacesTable(
  file: IncomingFile,
): AsyncGenerator<IncomingDocument | UnreadableRecord> {
  const found: (PlacedAnnotation | UnreadableRecord)[] = [];
  for await (const row of readTable(file)) found.push('reason' in row ? row : placed(row));
  yield* groupBySource(found);
}

function placed({ place, get, cells }: TableRow): PlacedAnnotation | UnreadableRecord {
  const [file, words] = [get('file'), cells.get('quote_transcription') ?? ''];
  if (words.trim() === '') return { place, reason: t('record.noWords') };
  const [, start] = /char-offset:(\d{1,9})/.exec(get('anchor')) ?? [];
  const offsets = start === undefined ? undefined : spanFrom(Number(start), words);
  const tags = get('tags')
    .split(/[|,;]/)
    .flatMap((tag) => tag.trim() || []);
  // What a tag names is surer than the kind of thing that Recogito tells apart.
  const { label, remarks } = chooseLabel([...tags, get('type') || 'annotation']);
  const others = [...cells].filter(([name]) => !READ.has(name)).map(([name, cell]) => `${name}: ${cell}`);
  const all = [...(get('comments') === '' ? [] : [get('comments')]), ...remarks, ...others];
  return {
    source: file,
    details: file === '' ? {} : { title: file.replace(/\.\w{1,5}$/, '') },
    annotation: {
      ...(get('uuid') !== '' && { id: get('uuid') }),
      place,
      label: label ?? 'annotation',
      anchors: [{ offsets, words }],
      attributes: {},
      ...(all.length > 0 && { remarks: all }),
    },
  };
}

function spanFrom(start: number, words: string) {
  return { start, end: start + words.length, unit: 'any' as const };
}
