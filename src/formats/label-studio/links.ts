import { shortened } from '../../domain/import.ts';
import { CONTINUES } from './region.ts';
import type { RegionGroup } from './region-group.ts';
import { labelsOf, type Result, textsIn, wordsOf } from './result.ts';

/** Regions that are the parts of one annotation, in their order. */
export type Chain = readonly [RegionGroup, ...RegionGroup[]];

/** A relation between two regions that are there. */
interface Link {
  readonly from: RegionGroup;
  readonly to: RegionGroup;
  readonly names: readonly string[];
  readonly arrow: '→' | '←' | '↔';
}

/**
 * Joins regions that the relation “continues” ties together and that have the same labels; every region is in one chain.
 * All other relations are said at both of their ends.
 */
export function readLinks(groups: readonly RegionGroup[], relations: readonly Result[]) {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const links = relations.flatMap((relation) => toLink(relation, byId));
  const next = new Map<RegionGroup, RegionGroup>();
  const continuing = new Set<RegionGroup>();
  const others: Link[] = [];
  for (const link of links) {
    const joins = isContinuation(link) && !next.has(link.from) && !continuing.has(link.to);
    if (!joins) {
      others.push(link);
      continue;
    }
    next.set(link.from, link.to);
    continuing.add(link.to);
  }
  return { chains: chainsOf(groups, next, continuing), remarks: sayLinks(groups, others, byId) };
}

function toLink(relation: Result, byId: ReadonlyMap<string | undefined, RegionGroup>): Link[] {
  const [from, to] = [byId.get(relation.from_id), byId.get(relation.to_id)];
  if (!from || !to) return [];
  const arrow = relation.direction === 'left' ? '←' : relation.direction === 'bi' ? '↔' : '→';
  return [{ from, to, names: textsIn(relation.labels), arrow }];
}

function isContinuation({ from, to, names, arrow }: Link): boolean {
  const same = labelsOf(from.main).join('\n') === labelsOf(to.main).join('\n');
  return names.includes(CONTINUES) && arrow === '→' && same;
}

function chainsOf(
  groups: readonly RegionGroup[],
  next: ReadonlyMap<RegionGroup, RegionGroup>,
  continuing: ReadonlySet<RegionGroup>,
): Chain[] {
  const taken = new Set<RegionGroup>();
  const follow = (head: RegionGroup): Chain => {
    const chain: [RegionGroup, ...RegionGroup[]] = [head];
    taken.add(head);
    let part = next.get(head);
    for (; part && !taken.has(part); part = next.get(part)) {
      chain.push(part);
      taken.add(part);
    }
    return chain;
  };
  const chains = new Map<RegionGroup, Chain>();
  for (const group of groups) if (!continuing.has(group)) chains.set(group, follow(group));
  // What is left goes round in circles, which has no head.
  for (const group of groups) if (!taken.has(group)) chains.set(group, follow(group));
  return groups.flatMap((group) => {
    const chain = chains.get(group);
    return chain ? [chain] : [];
  });
}

const TURNED = { '→': '←', '←': '→', '↔': '↔' } as const;

function sayLinks(
  groups: readonly RegionGroup[],
  links: readonly Link[],
  byId: ReadonlyMap<string | undefined, RegionGroup>,
): ReadonlyMap<RegionGroup, readonly string[]> {
  const said = new Map<RegionGroup, string[]>(groups.map((group) => [group, []]));
  for (const { from, to, names, arrow } of links) {
    const name = names.length > 0 ? names.join(', ') : 'linked';
    said.get(from)?.push(`${name} ${arrow} ${sayRegion(to)}`);
    said.get(to)?.push(`${name} ${TURNED[arrow]} ${sayRegion(from)}`);
  }
  for (const group of groups) {
    const parent = group.main.parentID === undefined ? undefined : byId.get(group.main.parentID);
    if (parent) said.get(group)?.push(`inside ${sayRegion(parent)}`);
  }
  return said;
}

/** Code points of a region's words and labels; whole, many links of a long region would say far more than the file. */
const MAX_QUOTED = 60;

function sayRegion({ main }: RegionGroup): string {
  const words = wordsOf(main);
  const labels = shortened(labelsOf(main).join(', '), MAX_QUOTED) || 'region';
  return words === undefined ? labels : `${labels} “${shortened(words, MAX_QUOTED)}”`;
}
