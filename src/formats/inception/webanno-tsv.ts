import { UnreadableFileError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { hullOf, type Span } from '../../text/span.ts';
import type { IncomingAnnotation, IncomingDocument, UnreadableRecord } from '../incoming.ts';
import { bestCount } from '../reading/counted-text.ts';
import type { CasSource } from './cas-documents.ts';
import { labelAndRest } from './label.ts';
import { columnsOf, type TsvColumn } from './tsv-header.ts';
import { readSentences, type TsvItem, type TsvToken } from './tsv-sentences.ts';

/** Whether a file is WebAnno TSV 3, of WebAnno or INCEpTION. */
export function isWebAnnoTsv(bytes: Uint8Array): boolean {
  return /^\uFEFF?#FORMAT=WebAnno TSV 3/.test(Buffer.from(bytes.subarray(0, 100)).toString());
}

/** Reads WebAnno TSV 3.1 to 3.3: words, one in a line, with what is annotated on each. */
export function* readWebAnnoTsv(
  bytes: Uint8Array,
  source: CasSource,
): Generator<IncomingDocument | UnreadableRecord> {
  const lines = decoded(bytes).split(/\r?\n/);
  const columns = columnsOf(lines.filter((line) => line.startsWith('#T_')));
  const { text, tokens } = readSentences(lines);
  if (text === '') throw new UnreadableFileError(t('file.tsvNone'));
  const { counted } = bestCount(text, tokens, (way, { span, form }) => way.wordsAt(span) === form);
  const marks = marksOf(tokens, columns);
  yield {
    place: source.name,
    text: counted.text,
    details: { title: source.name.replace(/^.*\//, '').replace(/\.(?:tsv|txt)$/i, '') },
    annotations: marks.map((mark, index) => ({
      ...toIncoming(mark, source, index + 1),
      anchors: [{ offsets: { ...mark.span, unit: counted.unit } }],
    })),
  };
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UnreadableFileError(t('file.tsvNotUtf8'), { cause });
  }
}

/** An annotation of one layer, as its words and their cells say it. */
interface TsvMark {
  readonly layerName: string;
  span: Span;
  readonly values: Map<string, string>;
  readonly remarks: string[];
}

/**
 * The annotations of all words. Those that are several on a word, or go over several, have a number, by which the
 * pieces are put together; relations and links are said at the annotation that they stand with.
 */
function marksOf(tokens: readonly TsvToken[], columns: readonly TsvColumn[]): TsvMark[] {
  const marks = new Map<string, TsvMark>();
  for (const token of tokens) addToken(marks, token, columns);
  return [...marks.values()].filter(({ layerName }) => !FOUND.has(layerName));
}

function addToken(marks: Map<string, TsvMark>, token: TsvToken, columns: readonly TsvColumn[]): void {
  // The first column of a layer has the numbers of its annotations; in others they may be those of what is linked.
  const numbers = new Map<number, readonly TsvItem[]>();
  let last: TsvMark | undefined;
  for (const [at, column] of columns.entries()) {
    const items = token.cells[at] ?? [];
    const first = numbers.get(column.layer) ?? items;
    numbers.set(column.layer, first);
    for (const [stack, item] of items.entries()) {
      if (column.kind === 'relation') sayRelation(last, column, item);
      else {
        const key = `${column.layer} ${numberOf(column, first[stack]) ?? `${token.number} ${stack}`}`;
        last = marks.get(key) ?? {
          layerName: column.layerName,
          span: token.span,
          values: new Map(),
          remarks: [],
        };
        marks.set(key, last);
        last.span = hullOf([last.span, token.span]);
        addValue(last, column, isTarget(column) ? whole(item) : item.value);
      }
    }
  }
}

/** The elements of chains are told apart by their place in them: `->2-3` is the third of the second. */
function numberOf({ kind }: TsvColumn, item: TsvItem | undefined): string | undefined {
  return kind === 'chain' ? item?.value.split('->')[1] : item?.number;
}

/** Whether a column names the words that fill a slot, each with its own number. */
function isTarget({ kind, feature }: TsvColumn): boolean {
  return kind === 'span' && feature.includes('.') && !feature.startsWith('ROLE_');
}

function sayRelation(mark: TsvMark | undefined, { layerName, feature }: TsvColumn, item: TsvItem): void {
  if (item.value === '*') return;
  mark?.remarks.push(
    feature.startsWith('BT_') ? `${layerName} with word ${whole(item)}` : `${layerName}: ${item.value}`,
  );
}

function whole({ value, number }: TsvItem): string {
  return number === undefined ? value : `${value}[${number}]`;
}

/** Layers in which programs say something of every word. */
const FOUND = new Set([
  'POS',
  'Lemma',
  'Stem',
  'MorphologicalFeatures',
  'SurfaceForm',
  'Dependency',
  'Constituent',
]);

/** What is said on each of an annotation's words is said once. A slot names the words that fill it, a chain the next. */
function addValue(
  { values, remarks }: TsvMark,
  { kind, feature, layerName }: TsvColumn,
  written: string,
): void {
  const [value = '', next] = kind === 'chain' ? written.split('->') : [written];
  const isSlot = feature.startsWith('ROLE_') || feature.includes('.');
  const remark = isSlot ? `${slotName(feature)}: ${value}` : next && `${layerName}: ${next}`;
  if (!isSlot && value !== '*' && feature !== '') values.set(feature, value);
  if (remark && !(isSlot && /^[_*;]*$/.test(value)) && !remarks.includes(remark)) remarks.push(remark);
}

function slotName(feature: string): string {
  const [, link] = /:([^_]+)_/.exec(feature) ?? [];
  return link ?? 'words';
}

function toIncoming(
  { values, layerName, remarks }: TsvMark,
  source: CasSource,
  number: number,
): Omit<IncomingAnnotation, 'anchors'> {
  const { label, rest } = labelAndRest(values, layerName);
  const all = [...rest, ...remarks];
  return {
    place: t('place.annotationIn', { place: source.name, number: String(number) }),
    label,
    attributes: {},
    ...(all.length > 0 && { remarks: all }),
    annotator: source.annotator,
  };
}
