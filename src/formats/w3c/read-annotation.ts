import { t } from '../../messages/language.ts';
import type { Anchor } from '../../text/anchor.ts';
import type { IncomingAnnotation, UnreadableRecord } from '../incoming.ts';
import { addToList } from '../lists-by-key.ts';
import type { PlacedAnnotation, PlacedCoding } from '../reading/documents.ts';
import { isoTime } from '../reading/times.ts';
import { chooseLabel } from '../reading/web-annotation/labels.ts';
import {
  iriOf,
  lastName,
  listOf,
  type Node,
  namesOf,
  nodeOf,
  textOf,
} from '../reading/web-annotation/nodes.ts';
import { type BodyContents, readBodies } from './bodies.ts';
import type { FoundAnnotation } from './find-annotations.ts';
import { fromUrn, GENERATOR } from './identifiers.ts';
import { readCoding } from './read-coding.ts';
import { type FoundTarget, targetsOf } from './targets.ts';

/**
 * Reads one annotation of the Web Annotation Data Model: once for each article that its targets name. The
 * standard counts positions in code points, but only of our own files is it certain that they do. An
 * annotation no part of which has a place that can be looked for is an unreadable record, with the reason.
 */
export function readAnnotation(
  found: FoundAnnotation,
): readonly (PlacedAnnotation | PlacedCoding | UnreadableRecord)[] {
  const { place, node, resolve } = found;
  const isOurs = iriOf(node.generator) === GENERATOR;
  const targets = targetsOf(node, { unit: isOurs ? 'code-points' : 'any', resolve });
  if (targets.length === 0) return [{ place, reason: t('record.targetUnread') }];
  const said = isOurs ? readCoding(node, targets, place) : undefined;
  if (said) return said;
  const read = toIncoming(found, readBodies(node, resolve), isOurs);
  return groupsOf(targets).map((group, index) => placeIn(read, group, index));
}

/** The targets of each article, in the order of the file. */
function groupsOf(targets: readonly FoundTarget[]): readonly (readonly FoundTarget[])[] {
  const groups = new Map<string, FoundTarget[]>();
  for (const target of targets) addToList(groups, target.articleId ?? target.source, target);
  return [...groups.values()];
}

/** The annotation in one of its articles, of which all but the first need an identifier of their own. */
function placeIn(
  read: IncomingAnnotation,
  targets: readonly FoundTarget[],
  index: number,
): PlacedAnnotation | UnreadableRecord {
  const anchors = targets.flatMap(anchorOf);
  const [reason, ...others] = targets.flatMap(reasonOf);
  if (anchors.length === 0 && reason !== undefined) return { place: read.place, reason };
  const left = reason === undefined ? [] : [reason, ...others].map((why) => t('record.partOut', { why }));
  const remarks = [...(read.remarks ?? []), ...left];
  const { source = '', articleId } = targets[0] ?? {};
  const id = read.id !== undefined && index > 0 ? `${read.id} in ${source}` : read.id;
  const annotation = {
    ...read,
    id,
    ...(remarks.length > 0 && { remarks }),
    anchors,
  };
  return {
    source,
    articleId,
    details: Object.assign({}, ...targets.map(({ details }) => details)),
    annotation,
  };
}

function anchorOf({ place }: FoundTarget): readonly Anchor[] {
  return place && 'anchor' in place ? [place.anchor] : [];
}

function reasonOf({ place }: FoundTarget): readonly string[] {
  return place && 'reason' in place ? [t('record.placeGiven', { what: place.reason })] : [];
}

function toIncoming(
  { place, node, resolve }: FoundAnnotation,
  said: BodyContents,
  isOurs: boolean,
): IncomingAnnotation {
  const chosen = chooseLabel(said.labels);
  const [note, ...others] = isOurs ? said.comments : [undefined, ...said.comments];
  const times = timesOf(node);
  const remarks = [...others, ...chosen.remarks, ...said.remarks, ...times.remarks].filter(
    (remark) => remark !== undefined,
  );
  const id = textOf(node.id);
  const annotator = annotatorOf(resolve(listOf(node.creator)[0]));
  return {
    ...(id !== undefined && { id: fromUrn(id) ?? id }),
    place,
    label: chosen.label ?? namesOf(node.motivation)[0] ?? 'annotation',
    anchors: [],
    attributes: { ...said.attributes, ...(note !== undefined && { note }) },
    ...(remarks.length > 0 && { remarks }),
    annotator,
    origin: said.origin,
    ...times.read,
  };
}

/** A person's name; where there is none, what stands last in the address that stands for them. */
function annotatorOf(creator: unknown): string | undefined {
  const node = nodeOf(creator);
  const iri = iriOf(creator);
  const named = textOf(node?.name) ?? textOf(node?.nickname) ?? textOf(node?.email);
  return named ?? (iri === undefined || iri.startsWith('_:') ? undefined : lastName(iri));
}

function timesOf(node: Node) {
  const [created, modified] = [textOf(node.created), textOf(node.modified)];
  const [createdAt, updatedAt] = [isoTime(created), isoTime(modified)];
  return {
    read: { createdAt, updatedAt },
    remarks: [
      ...(created && !createdAt ? [`created: ${created}`] : []),
      ...(modified && !updatedAt ? [`modified: ${modified}`] : []),
    ],
  };
}
