import { z } from 'zod';
import { shortened } from '../../domain/import.ts';
import { addToList } from '../lists-by-key.ts';
import { identifier, list, offset } from '../reading/lenient.ts';
import { spanKey } from './span.ts';

const end = z.looseObject({ token_start: offset, token_end: offset, label: identifier });
const relation = z.looseObject({ label: z.string(), head_span: end, child_span: end });

/** What relations say of each span, by its key, for a note: `speaker of → quote` at the head, `←` at the child. */
export function sayRelations(relations: unknown): ReadonlyMap<string, readonly string[]> {
  const said = new Map<string, string[]>();
  for (const written of list.parse(relations)) {
    const { data } = relation.safeParse(written);
    if (!data) continue;
    const [head, child] = [data.head_span, data.child_span];
    for (const [at, arrow, other] of [
      [head, '→', child],
      [child, '←', head],
    ] as const) {
      const key = spanKey(at.token_start, at.token_end);
      const remark = `${data.label} ${arrow} ${shortened(other.label ?? 'span', 60)}`;
      addToList(said, key, remark);
    }
  }
  return said;
}
