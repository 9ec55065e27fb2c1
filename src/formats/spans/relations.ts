import { z } from 'zod';
import { shortened } from '../../domain/import.ts';
import { addToList } from '../lists-by-key.ts';
import { identifier } from '../reading/lenient.ts';
import type { JsonMark } from '../reading/marks-in-json.ts';

/** A relation or an attribute as PubAnnotation has them, and a relation as scripts write it after doccano's. */
const said = z.looseObject({
  pred: identifier,
  type: identifier,
  label: identifier,
  subj: identifier,
  obj: identifier,
  from_id: identifier,
  to_id: identifier,
});

const NONE: ReadonlyMap<JsonMark, readonly string[]> = new Map();

/** In code points. */
const MAX_NAME = 60;

/** What relations and attributes say of each span, for a note: `cites → claim` at one end, `cites ← quote` at the other. */
export function sayRelations(
  record: Readonly<Record<string, unknown>>,
  marks: readonly JsonMark[],
): ReadonlyMap<JsonMark, readonly string[]> {
  const lists = [record.relations, record.attributes].filter((given) => Array.isArray(given));
  if (lists.length === 0) return NONE;
  const byId = new Map(marks.flatMap((mark) => (mark.id === undefined ? [] : [[mark.id, mark] as const])));
  const remarks = new Map<JsonMark, string[]>();
  for (const written of lists.flat()) {
    const { data } = said.safeParse(written);
    const from = byId.get(data?.subj ?? data?.from_id ?? '');
    const object = data?.obj ?? data?.to_id;
    const name = data?.pred ?? data?.type ?? data?.label;
    if (!from || object === undefined || name === undefined) continue;
    const to = byId.get(object);
    if (!to) addToList(remarks, from, `${name}: ${object}`);
    else {
      addToList(remarks, from, `${name} → ${shortened(to.label, MAX_NAME)}`);
      addToList(remarks, to, `${name} ← ${shortened(from.label, MAX_NAME)}`);
    }
  }
  return remarks;
}
