import type { Lane } from './lane.ts';
import type { Tag } from './tag.ts';

/** What is said of a kind of link beside its words, which stand in the catalogue under `linkKind` and `linkedFrom`. */
interface LinkFacts {
  /** Whether it says the same of both ends, so that one way is enough. */
  readonly isMutual: boolean;
}

/** What one annotation may have to do with another. */
const LINK_FACTS = {
  rests_on: { isMutual: false },
  contains: { isMutual: false },
  contradicts: { isMutual: true },
  repeats: { isMutual: false },
} as const satisfies Readonly<Record<string, LinkFacts>>;

/** A kind of link, by its key. */
export type LinkKind = keyof typeof LINK_FACTS;

/** All kinds, in the order in which they are offered. */
// The table's keys.
export const LINK_KINDS = Object.keys(LINK_FACTS) as readonly LinkKind[];

/** The kind of this key; undefined where there is none. */
export function linkKindOf(key: string | undefined): LinkKind | undefined {
  return LINK_KINDS.find((kind) => kind === key);
}

/** A link: that `fromId` rests on `toId`, contains it, contradicts it or repeats it. Both are of one coding. */
export interface Link {
  readonly fromId: string;
  readonly toId: string;
  readonly kind: LinkKind;
}

/** What names a link: no two of a coding have the same. */
export function linkName({ fromId, toId, kind }: Link): string {
  return `${fromId}/${toId}/${kind}`;
}

/** The name of the same thing said the other way round; undefined where that says something else. */
export function turnedName({ fromId, toId, kind }: Link): string | undefined {
  return LINK_FACTS[kind].isMutual ? linkName({ fromId: toId, toId: fromId, kind }) : undefined;
}

/** Links as a cell of a table has them: `kind:id`, joined by `; `; null for none. */
export function formatLinks(
  links: readonly { readonly to: string; readonly kind: LinkKind }[],
): string | null {
  return links.length === 0 ? null : links.map(({ kind, to }) => `${kind}:${to}`).join('; ');
}

/** What such a cell says, with what of it is no link; one whose other end has no name says nothing. */
export function parseLinks(cell: string): {
  readonly links: readonly { readonly to: string; readonly kind: LinkKind }[];
  readonly unread: readonly string[];
} {
  const pieces = cell.split(';').map((piece) => piece.trim());
  const read = pieces.filter(Boolean).map((piece) => {
    const [key = '', ...id] = piece.split(':');
    return { piece, kind: linkKindOf(key.trim()), to: id.join(':').trim() };
  });
  return {
    links: read.flatMap(({ kind, to }) => (kind && to ? [{ to, kind }] : [])),
    unread: read.filter(({ kind }) => !kind).map(({ piece }) => piece),
  };
}

/** What is shown of an end of a link. */
export interface LinkEnd {
  readonly id: string;
  readonly tag: Tag;
  readonly text: string;
  readonly start: number;
}

/** A link with both ends, as they stand. */
export interface ShownLink {
  readonly kind: LinkKind;
  readonly from: LinkEnd;
  readonly to: LinkEnd;
}

/** A link as one of its ends has it. */
export interface LinkSeen {
  readonly link: Link;
  /** Whether it begins at this end. */
  readonly isFrom: boolean;
  readonly other: LinkEnd;
}

/** The links of each annotation by its id, those that begin there first. */
export type LinksSeen = ReadonlyMap<string, readonly LinkSeen[]>;

/** No links. */
export const NO_LINKS: LinksSeen = new Map();

/** Links by the annotations that they join. */
export function seenFromEnds(links: readonly ShownLink[]): LinksSeen {
  const seen = new Map<string, LinkSeen[]>();
  const add = (id: string, one: LinkSeen) => seen.set(id, [...(seen.get(id) ?? []), one]);
  for (const { kind, from, to } of links) {
    add(from.id, { link: { fromId: from.id, toId: to.id, kind }, isFrom: true, other: to });
  }
  for (const { kind, from, to } of links) {
    add(to.id, { link: { fromId: from.id, toId: to.id, kind }, isFrom: false, other: from });
  }
  return seen;
}

/** Where links are: all those of a coding. */
export interface LinkPlace {
  readonly projectId: string;
  readonly articleId: string;
  readonly lane: Lane;
}
