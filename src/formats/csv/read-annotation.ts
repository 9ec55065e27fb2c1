import { ORIGINS } from '../../domain/annotation.ts';
import { parseLinks } from '../../domain/link.ts';
import { t } from '../../messages/language.ts';
import type { Anchor } from '../../text/anchor.ts';
import type { IncomingAnnotation, UnreadableRecord } from '../incoming.ts';
import { isoTime } from '../reading/times.ts';
import { anchorsFrom } from './parts.ts';
import type { RowCells } from './row-cells.ts';

/**
 * The annotation of a row, or why there is none. `separator` tells how the file's program writes decimals.
 */
export function readAnnotation(row: RowCells, separator: string): IncomingAnnotation | UnreadableRecord {
  const place = t('place.line', { number: String(row.line) });
  const label = row.get('tag').trim();
  const anchors = withContext(anchorsFrom(row.place()), row);
  if (row.runsOver()) {
    const reason = t('file.tooManyCells');
    return { place, reason };
  }
  if (label === '') return { place, reason: t('record.noTag') };
  if (anchors.length === 0) return { place, reason: t('record.noWords') };
  const times = { createdAt: isoTime(row.get('created_at')), updatedAt: isoTime(row.get('updated_at')) };
  const origin = ORIGINS.find((known) => known === row.get('origin').trim());
  const { links, unread } = parseLinks(row.get('links'));
  return {
    place,
    label,
    anchors,
    attributes: attributesIn(row, separator),
    ...given('id', row.get('annotation_id').trim()),
    ...given('annotator', row.get('annotator')),
    ...given('createdAt', times.createdAt),
    ...given('updatedAt', times.updatedAt),
    ...given('origin', origin),
    ...(links.length > 0 && { links }),
    ...remarksOf(row, [
      ['origin', origin],
      ['created_at', times.createdAt],
      ['updated_at', times.updatedAt],
      ['links', unread.length > 0 ? undefined : 'read'],
    ]),
  };
}

/** A field where there is something in it. */
function given<K extends string, V extends string>(name: K, value: V | undefined): { readonly [P in K]?: V } {
  // TypeScript takes a computed key for any string.
  return value ? ({ [name]: value } as { readonly [P in K]?: V }) : {};
}

function withContext(anchors: Anchor[], row: RowCells): Anchor[] {
  const context = (name: string) => row.get(name).replaceAll(/\r\n?/g, '\n');
  return anchors.map((anchor, index) => ({
    ...anchor,
    ...(index === 0 ? given('prefix', context('prefix')) : {}),
    ...(index === anchors.length - 1 ? given('suffix', context('suffix')) : {}),
  }));
}

function attributesIn(row: RowCells, separator: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const name of row.attributeColumns) {
    const cell = row.get(name);
    if (cell !== '')
      attributes[name] = name.startsWith('value') && separator === ';' ? withPoint(cell) : cell;
  }
  return attributes;
}

/** Programs that part cells by semicolons do so because the comma is their decimal sign. */
function withPoint(cell: string): string {
  const isLocal = /^[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+),\d+(?:e[+-]?\d+)?$/i.test(cell);
  return isLocal ? cell.replaceAll('.', '').replace(',', '.') : cell;
}

/** Columns that are not ours, and cells of ours that could not be read, as lines for the note. */
function remarksOf(
  row: RowCells,
  read: readonly (readonly [name: string, value: string | undefined])[],
): Pick<IncomingAnnotation, 'remarks'> {
  const unread = read
    .filter(([name, value]) => value === undefined && row.get(name).trim() !== '')
    .map(([name]) => ({ name, cell: row.get(name) }));
  const remarks = [...unread, ...row.others()].map(({ name, cell }) => `${name}: ${cell}`);
  return remarks.length > 0 ? { remarks } : {};
}
