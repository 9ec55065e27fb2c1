import { z } from 'zod';
import { UnreadableFileError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { identifier, offset } from '../reading/lenient.ts';
import { readJson } from '../reading/read-json.ts';
import { type Cas, type CasStructure, type CasText, MOST_LINKS } from './cas.ts';

/** Bytes in which a file shows what it is. */
const HEAD = 8 * 1024;

/** Whether a file is a CAS in JSON. */
export function isJsonCas(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD));
  return /^\s{0,1000}\{\s{0,1000}"%(?:TYPES|FEATURE_STRUCTURES|VIEWS|HEADER)"/.test(head);
}

const structure = z.looseObject({
  '%ID': identifier,
  '%TYPE': z.string(),
  '@sofa': identifier,
  '%ELEMENTS': z.unknown().optional(),
  begin: offset,
  end: offset,
});
const structures = z.union([
  z.array(structure),
  z
    .record(z.string(), structure)
    .transform((byId) => Object.entries(byId).map(([id, one]) => ({ ...one, '%ID': id }))),
]);
const casShape = z.looseObject({ '%FEATURE_STRUCTURES': structures });
type Written = z.infer<typeof structure>;

/** Reads a CAS in JSON (UIMA JSON CAS 0.4): `@` stands before what points to another structure, `%` before keywords. */
export function readJsonCas(bytes: Uint8Array): Cas {
  const { data } = casShape.safeParse(readJson(bytes));
  if (!data) throw new UnreadableFileError(t('file.casNone'));
  const all = data['%FEATURE_STRUCTURES'];
  const lists = all.filter((one) => one['%ELEMENTS'] !== undefined);
  // Every structure may point to the same long list.
  const elements = new Map(
    lists.map((one) => [one['%ID'] ?? '', idsIn(one['%ELEMENTS']).slice(0, MOST_LINKS + 1)]),
  );
  return {
    texts: all.flatMap(textOf),
    structures: all
      .filter((one) => !one['%TYPE'].startsWith('uima.cas.'))
      .map((one) => toStructure(one, elements)),
  };
}

function textOf(written: Written): CasText[] {
  const { sofaString, sofaID } = written;
  if (written['%TYPE'] !== 'uima.cas.Sofa' || typeof sofaString !== 'string') return [];
  return [{ id: written['%ID'] ?? '', name: identifier.parse(sofaID) ?? '', text: sofaString }];
}

function toStructure(written: Written, elements: ReadonlyMap<string, readonly string[]>): CasStructure {
  const fields = Object.entries(written).filter(([name]) => !/^%|^(?:@sofa|begin|end)$/.test(name));
  const links = fields
    .filter(([name]) => name.startsWith('@'))
    .map(([name, value]) => [name.slice(1), idsIn(value).flatMap((id) => elements.get(id) ?? id)] as const);
  return {
    id: written['%ID'] ?? '',
    type: written['%TYPE'],
    sofa: written['@sofa'],
    begin: written.begin,
    end: written.end,
    values: new Map(
      fields.flatMap(([name, value]) =>
        isPlain(value) && !name.startsWith('@') ? [[name, String(value)]] : [],
      ),
    ),
    // A list of structures is one itself, which points to them.
    links: new Map(links.map(([name, ids]) => [name, ids])),
  };
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function idsIn(value: unknown): string[] {
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all.flatMap((one) => identifier.parse(one) ?? []);
}
