import { CODING_STATES } from '../../domain/coding.ts';
import { CODING_KINDS } from '../../domain/record.ts';
import { t } from '../../messages/language.ts';
import type { IncomingCoding, IncomingMark, UnreadableRecord } from '../incoming.ts';
import type { PlacedCoding } from '../reading/documents.ts';
import { listOf, type Node, namesOf, nodeOf, textOf } from '../reading/web-annotation/nodes.ts';
import { ASSESSING, CODING_LABELS, NOTHING } from './coding-annotations.ts';
import type { FoundTarget } from './targets.ts';

/**
 * What an annotation of our own says of a coding: its state, or "nothing here" on sentences. Undefined where it is an
 * annotation like any other.
 */
export function readCoding(
  node: Node,
  targets: readonly FoundTarget[],
  place: string,
): readonly (PlacedCoding | UnreadableRecord)[] | undefined {
  if (!namesOf(node.motivation).includes(ASSESSING)) return undefined;
  const bodies = listOf(node.body).map(nodeOf);
  const said = (label: string) => textOf(bodies.find((body) => textOf(body?.label) === label)?.value);
  const kind = CODING_KINDS.find((each) => each === said(CODING_LABELS.kind));
  const [first] = targets;
  if (kind === undefined || !first) return undefined;
  const annotator = textOf(nodeOf(listOf(node.creator)[0])?.name);
  const { source, articleId } = first;
  const details = Object.assign({}, ...targets.map((target) => target.details));
  const coding = { kind, ...(kind === 'own' && annotator !== undefined && { annotator }) };
  const placed = (rest: Omit<IncomingCoding, 'kind' | 'annotator'>): PlacedCoding[] => [
    { source, articleId, details, coding: { ...coding, ...rest } },
  ];
  if (said(CODING_LABELS.nothing) === NOTHING)
    return placed({ marks: targets.flatMap((target) => markOf(target, annotator, place)) });
  const state = CODING_STATES.find((each) => each === said(CODING_LABELS.state));
  return state ? placed({ state, marks: [] }) : [{ place, reason: t('record.codingUnread') }];
}

function markOf({ place: found }: FoundTarget, annotator: string | undefined, place: string): IncomingMark[] {
  if (!found || !('anchor' in found)) return [];
  return [{ place, anchor: found.anchor, ...(annotator !== undefined && { annotator }) }];
}
