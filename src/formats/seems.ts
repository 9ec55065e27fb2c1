import type { English } from '../messages/catalogue.ts';
import { t } from '../messages/language.ts';
import { isArchive } from './file-kinds.ts';
import type { IncomingFile } from './incoming.ts';
import { columnsIn } from './reading/csv-table.ts';
import { firstRecords } from './reading/json-records.ts';
import { isSqlite } from './reading/sqlite/sqlite-file.ts';
import { asObject } from './reading/tool-marks.ts';
import { zipNames } from './reading/zip-names.ts';

/** What is looked at of a file to tell what it seems to be. */
interface Glance {
  /** Its first characters. */
  readonly head: string;
  /** How its name ends, in lower case, without the dot. */
  readonly ending: string;
  readonly names: readonly string[];
  readonly columns: readonly string[];
  readonly records: readonly Readonly<Record<string, unknown>>[];
  readonly isDatabase: boolean;
}

/** A kind of file that no reader takes, though people try it; the first that fits is told. */
interface Seeming {
  readonly key: keyof English['seems'];
  readonly fits: (glance: Glance) => boolean;
}

const has = (keys: readonly string[], ...wanted: readonly string[]) =>
  wanted.every((key) => keys.includes(key));
const hasAny = (keys: readonly string[], ...wanted: readonly string[]) =>
  wanted.some((key) => keys.includes(key));
const everyRecord = ({ records }: Glance, fits: (keys: readonly string[]) => boolean) =>
  records.length > 0 && records.every((record) => fits(Object.keys(record)));

const SEEMINGS: readonly Seeming[] = [
  {
    key: 'labelList',
    fits: (glance) =>
      everyRecord(
        glance,
        (keys) =>
          has(keys, 'text') && hasAny(keys, 'suffixKey', 'suffix_key', 'backgroundColor', 'background_color'),
      ),
  },
  { key: 'labelingConfig', fits: ({ head }) => /^\s{0,1000}<View\b/.test(head) },
  {
    key: 'bratConfig',
    fits: ({ head }) => /^\s{0,1000}(?:#[^\n]{0,200}\n\s{0,1000}){0,20}\[(?:entities|spans)\]/.test(head),
  },
  {
    key: 'webAnnoOld',
    fits: ({ head }) => /^ ?# (?:de\.tudarmstadt|webanno)\.|^#id=\d+\s+#text=/m.test(head),
  },
  { key: 'typeSystem', fits: ({ head }) => /<typeSystemDescription\b/.test(head) },
  { key: 'spacyBinary', fits: ({ ending }) => ending === 'spacy' },
  {
    key: 'pickle',
    fits: ({ ending }) => ['pkl', 'pickle', 'joblib', 'parquet', 'arrow', 'feather'].includes(ending),
  },
  {
    key: 'qdaProject',
    fits: ({ ending }) => /^(?:nvpx?|nvcx|mx\d\d|mex\d\d|atlproj\d*|atlcb|hpr\d|ppj|wpj|qdp)$/.test(ending),
  },
  {
    key: 'workbook',
    fits: ({ names, ending }) =>
      names.some((name) => name.startsWith('xl/')) || /^(?:xlsx?|ods|numbers)$/.test(ending),
  },
  { key: 'database', fits: ({ isDatabase }) => isDatabase },
  {
    key: 'codebookTable',
    fits: ({ columns }) => has(columns, 'tag', 'description') && !columns.includes('text'),
  },
  { key: 'taguetteHighlights', fits: ({ head }) => /<title>Taguette highlights/.test(head) },
  {
    key: 'pageOrDocument',
    fits: ({ head, names }) =>
      /^%PDF-|^\s{0,1000}<(?:!doctype html|html)\b/i.test(head) ||
      names.some((name) => name.startsWith('word/')),
  },
  { key: 'tei', fits: ({ head }) => /<(?:TEI|teiCorpus)\b/.test(head) },
  { key: 'xml', fits: ({ head }) => /^\s{0,1000}<\?xml\b/.test(head) },
  {
    key: 'images',
    fits: (glance) => everyRecord(glance, (keys) => has(keys, 'images', 'annotations', 'categories')),
  },
  { key: 'records', fits: ({ records }) => records.length > 0 },
  { key: 'table', fits: ({ columns, ending }) => columns.length > 1 && /^(?:csv|tsv|tab)$/.test(ending) },
  { key: 'zip', fits: ({ names }) => names.length > 0 },
  { key: 'words', fits: ({ ending }) => /^(?:txt|md|markdown)$/.test(ending) },
];

/** Why a list of labels is refused where articles are wanted: it looks like a table of them; undefined for others. */
export function refusalOfLabels(file: IncomingFile): string | undefined {
  const [labels] = SEEMINGS.filter(({ key }) => key === 'labelList');
  return labels?.fits(glanceAt(file)) ? t('seems.labelList') : undefined;
}

/** Bytes that are looked at. */
const HEAD = 16 * 1024;

/**
 * What a file seems to be that no reader of annotations takes, and what to do with it, in sentences; undefined where it
 * is like nothing known. Looks at its beginning alone, and reads nothing of it.
 */
export function seemsToBe(file: IncomingFile): string | undefined {
  const glance = glanceAt(file);
  const found = SEEMINGS.find(({ fits }) => fits(glance));
  return found && t(`seems.${found.key}`);
}

function glanceAt(file: IncomingFile): Glance {
  const { name, bytes } = file;
  const isZip = isArchive(file) || (bytes[0] === 0x50 && bytes[1] === 0x4b);
  const isDatabase = isSqlite(bytes);
  const records =
    isZip || isDatabase
      ? []
      : firstRecords(file)
          .map(asObject)
          .filter((record) => record !== undefined);
  return {
    head: isZip || isDatabase ? '' : new TextDecoder().decode(bytes.subarray(0, HEAD)),
    ending: /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '',
    names: isZip ? zipNames(bytes, 1000) : [],
    columns: isZip || isDatabase || records.length > 0 ? [] : columnsIn(bytes),
    records,
    isDatabase,
  };
}
