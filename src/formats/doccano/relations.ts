import { z } from 'zod';
import { shortened } from '../../domain/import.ts';
import { addToList } from '../lists-by-key.ts';
import type { DoccanoSpan } from '../reading/doccano.ts';
import { list } from '../reading/lenient.ts';

const id = z.union([z.string(), z.number().transform(String)]);
const relation = z.looseObject({ from_id: id, to_id: id, type: id });

/** Characters that count differently in UTF-16, code points and graphemes. */
const COUNTED_DIFFERENTLY = /[\u{10000}-\u{10ffff}\p{M}\p{Cf}\u1100-\u11ff\r]/u;

/**
 * What the relations of a record say of each of its marks, for a note: `foundedBy → PERSON “Larry Page”` at one end,
 * `foundedBy ← ORG “Google”` at the other. The words are given only where every unit of offsets means the same ones.
 */
export function sayRelations(
  relations: unknown,
  spans: readonly DoccanoSpan[],
  text: string,
): ReadonlyMap<DoccanoSpan, readonly string[]> {
  const byId = new Map(spans.map((span) => [span.id, span]));
  const said = new Map<DoccanoSpan, string[]>();
  const given = list.parse(relations);
  const isPlain = given.length > 0 && !COUNTED_DIFFERENTLY.test(text);
  for (const written of given) {
    const { data } = relation.safeParse(written);
    const [from, to] = [byId.get(data?.from_id), byId.get(data?.to_id)];
    if (!data || !from || !to) continue;
    addToList(said, from, `${data.type} → ${sayEnd(to, isPlain && text)}`);
    addToList(said, to, `${data.type} ← ${sayEnd(from, isPlain && text)}`);
  }
  return said;
}

/** Code points of a mark's words and label; whole, many relations of a long mark would say far more than the file. */
const MAX_QUOTED = 60;

function sayEnd({ label, offsets }: DoccanoSpan, text: string | false): string {
  const name = shortened(label, MAX_QUOTED);
  if (text === false) return `${name} (${offsets.start}–${offsets.end})`;
  return `${name} “${shortened(text.slice(offsets.start, offsets.end), MAX_QUOTED)}”`;
}
