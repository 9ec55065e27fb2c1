import { hullOf, overlaps, type Span } from '../text/span.ts';
import type { Annotation } from './annotation.ts';
import type { Overlap } from './word-overlap.ts';

/** What of an annotation decides with which others it is one case. */
export type Casable = Pick<Annotation, 'id' | 'tag' | 'parts' | 'start' | 'end'>;

/**
 * Annotations of several coders that stand on the same words and are decided together: at most one of each coder.
 */
export interface Case<Tagged extends Casable> {
  /** One for each coder, in their order; null where the coder has nothing here. At least one is not null. */
  readonly members: readonly (Tagged | null)[];
  /** The hull of all members. */
  readonly span: Span;
  /** Indexes of the other cases that share words with it, in text order. */
  readonly overlaps: readonly number[];
}

/** From here on two annotations may make a case. */
const JOINS = 0.5;
/** Below this no two annotations of a case may be, so that no chain of overlaps becomes one case. */
const PARTS = 0.3;

/** An annotation with the index of its coder. */
interface Entry<Tagged> {
  readonly coder: number;
  readonly annotation: Tagged;
}

interface Edge<Tagged> {
  readonly pair: readonly [Entry<Tagged>, Entry<Tagged>];
  readonly isSameTag: boolean;
  readonly score: number;
}

/**
 * The cases of some codings of one article, in text order; every annotation is in one of them. Pairs of different
 * coders that share half of their words or more are joined, those of the same tag first, then by how much they share,
 * place and id; unless a case would then hold two of one coder, or two that share less than three tenths. The order of the
 * codings only changes the order of the members.
 */
export function casesOf<Tagged extends Casable>(
  codings: readonly (readonly Tagged[])[],
  overlap: Overlap,
): Case<Tagged>[] {
  const entries = codings.flatMap((coding, coder) => coding.map((annotation) => ({ coder, annotation })));
  const groups = new Map(entries.map((entry) => [entry, [entry]]));
  for (const { pair } of edgesOf(entries, overlap)) {
    const [left = [], right = []] = pair.map((entry) => groups.get(entry));
    if (left === right || !mayJoin(left, right, overlap)) continue;
    const both = [...left, ...right];
    for (const entry of both) groups.set(entry, both);
  }
  return inTextOrder([...new Set(groups.values())], codings.length, overlap);
}

function edgesOf<Tagged extends Casable>(
  entries: readonly Entry<Tagged>[],
  overlap: Overlap,
): Edge<Tagged>[] {
  const ordered = entries.toSorted((a, b) => byPlace(a.annotation, b.annotation));
  const edges: Edge<Tagged>[] = [];
  let open: Entry<Tagged>[] = [];
  for (const entry of ordered) {
    open = open.filter(({ annotation }) => annotation.end > entry.annotation.start);
    for (const other of open) {
      if (other.coder === entry.coder) continue;
      const score = overlap(other.annotation, entry.annotation);
      const isSameTag = other.annotation.tag === entry.annotation.tag;
      if (score >= JOINS) edges.push({ pair: [other, entry], isSameTag, score });
    }
    open.push(entry);
  }
  return edges.sort(byStrength);
}

function byStrength<Tagged extends Casable>(a: Edge<Tagged>, b: Edge<Tagged>): number {
  const [[a1, a2], [b1, b2]] = [a.pair, b.pair];
  return (
    Number(b.isSameTag) - Number(a.isSameTag) ||
    b.score - a.score ||
    byPlace(a1.annotation, b1.annotation) ||
    byPlace(a2.annotation, b2.annotation)
  );
}

function byPlace(a: Casable, b: Casable): number {
  if (a.start !== b.start) return a.start - b.start;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

function mayJoin<Tagged extends Casable>(
  left: readonly Entry<Tagged>[],
  right: readonly Entry<Tagged>[],
  overlap: Overlap,
): boolean {
  return left.every((one) =>
    right.every((other) => one.coder !== other.coder && overlap(one.annotation, other.annotation) >= PARTS),
  );
}

function inTextOrder<Tagged extends Casable>(
  groups: readonly (readonly Entry<Tagged>[])[],
  coders: number,
  overlap: Overlap,
): Case<Tagged>[] {
  const cases = groups.map((group) => {
    const annotations = group.map(({ annotation }) => annotation).sort(byPlace);
    const ofCoder = new Map(group.map(({ coder, annotation }) => [coder, annotation]));
    const members = Array.from({ length: coders }, (_, coder) => ofCoder.get(coder) ?? null);
    return { annotations, members, span: hullOf(annotations) };
  });
  // The first annotation of each is of no other case, so the order is the same for everybody.
  cases.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || byFirst(a, b));
  return cases.map(({ members, span, annotations }, index) => {
    const touches = (at: number) => {
      const other = cases[at];
      return other && at !== index && overlaps(span, other.span) && share(annotations, other.annotations);
    };
    return { members, span, overlaps: near(cases, index).filter(touches) };
  });

  function share(some: readonly Casable[], others: readonly Casable[]): boolean {
    return some.some((one) => others.some((other) => overlap(one, other) > 0));
  }
}

function byFirst(
  { annotations: [a] }: { readonly annotations: readonly Casable[] },
  { annotations: [b] }: { readonly annotations: readonly Casable[] },
): number {
  return a && b ? byPlace(a, b) : 0;
}

/** Indexes of cases whose hulls may overlap that of one of them. */
function near(cases: readonly { readonly span: Span }[], index: number): number[] {
  const span = cases[index]?.span;
  return cases.flatMap((other, at) => (span && overlaps(span, other.span) ? [at] : []));
}

/** The members of a case that are there, in the order of the coders. */
export function membersOf<Tagged extends Casable>({ members }: Pick<Case<Tagged>, 'members'>): Tagged[] {
  return members.filter((member) => member !== null);
}
