import { type Change, linkChange } from '../../domain/history.ts';
import type { ImportLine } from '../../domain/import.ts';
import { type Link, linkName, turnedName } from '../../domain/link.ts';
import { t } from '../../messages/language.ts';
import { linksIn } from '../../store/links.ts';
import type { LockedCoding } from '../../store/step.ts';
import { lineFor } from '../report.ts';
import type { PlacedAnnotation } from './place.ts';

/** What is known of the annotations of a document by the time their links are planned. */
interface Stored {
  /** What they are called here, by the names that the file gives them. */
  readonly ids: ReadonlyMap<string, string>;
  /** Those that were not here before. */
  readonly fresh: ReadonlySet<string>;
}

/**
 * Plans the links of a document whose ends are in one coding. Between two annotations that were both here already nothing
 * is linked: what people have made of them since stays. One without its other end is told of.
 */
export async function planLinks(
  locked: LockedCoding,
  placed: readonly PlacedAnnotation[],
  { ids, fresh }: Stored,
): Promise<{ readonly changes: Change[]; readonly lines: ImportLine[] }> {
  const links = new Map<string, Link>();
  const lines: ImportLine[] = [];
  for (const { source } of placed) {
    for (const { to, kind } of source.links ?? []) {
      const [fromId, toId] = [ids.get(source.id ?? ''), ids.get(to)];
      const isWhole = fromId !== undefined && toId !== undefined && fromId !== toId;
      if (!isWhole)
        lines.push(lineFor(source, 'left', t('links.endMissing', { kind: t(`linkKind.${kind}`) })));
      else if (fresh.has(fromId) || fresh.has(toId)) {
        const link = { fromId, toId, kind };
        if (!links.has(turnedName(link) ?? '')) links.set(linkName(link), link);
      }
    }
  }
  if (links.size === 0) return { changes: [], lines };
  const there = await linksIn(locked);
  const missing = [...links.values()].filter((link) => !there.has(linkName(link)));
  return { changes: missing.map((link) => linkChange(link, 'add')), lines };
}
