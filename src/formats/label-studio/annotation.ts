import type { IncomingAnnotation } from '../incoming.ts';
import { isoTime } from '../reading/times.ts';
import { type Chain, readLinks } from './links.ts';
import { originOf } from './origins.ts';
import { type RegionGroup, readSaid, standsOnWords, valuesOf } from './region-group.ts';
import { labelsOf, type Result } from './result.ts';
import type { TaskText } from './task-text.ts';
import type { ReadResults, WrittenAnnotation } from './written-annotation.ts';

/**
 * The annotations of one person's work on a task: one for each label of each region, or of the whole text.
 */
export function readAnnotation(
  { annotation, relations, groups }: ReadResults,
  text: Pick<TaskText, 'anchorOf'>,
): IncomingAnnotation[] {
  const placed = groups.filter(standsOnWords);
  const whole = groups.filter((group) => !standsOnWords(group));
  const links = readLinks(placed, relations);
  return [
    ...links.chains.flatMap((chain) => readChain(chain, annotation, text, links.remarks)),
    ...whole.flatMap((group) => readWhole(group, annotation)),
  ];
}

function readChain(
  chain: Chain,
  written: WrittenAnnotation,
  text: Pick<TaskText, 'anchorOf'>,
  linked: ReadonlyMap<RegionGroup, readonly string[]>,
): IncomingAnnotation[] {
  const [head] = chain;
  const { attributes, remarks: said } = readSaid(chain);
  const remarks = [...said, ...chain.flatMap((group) => linked.get(group) ?? [])];
  const labels = labelsOf(head.main);
  return (labels.length > 0 ? labels : [head.main.from_name ?? 'unlabelled']).map((label, index) => ({
    ...(head.id !== undefined && index === 0 && { id: head.id }),
    place: head.place,
    label,
    anchors: chain.map((group) => text.anchorOf(group)),
    attributes,
    ...(remarks.length > 0 && { remarks }),
    ...madeBy(head.main, written),
  }));
}

/** A choice about the whole text is its label; what was typed or rated goes by the name of its control. */
function readWhole({ main, others, place }: RegionGroup, written: WrittenAnnotation): IncomingAnnotation[] {
  return [main, ...others].flatMap((result) => {
    const name = result.from_name ?? result.type ?? 'unlabelled';
    const isChoice = result.type === 'choices' || result.type === 'taxonomy';
    const values = [...labelsOf(result), ...valuesOf(result)];
    const said = isChoice ? values.map((value) => [value, `${name}: ${value}`] as const) : [];
    const typed = isChoice || values.length === 0 ? [] : [[name, values.join('\n')] as const];
    return [...said, ...typed].map(([label, remark]) => ({
      place,
      label,
      anchors: [],
      attributes: {},
      remarks: [remark],
      ...madeBy(result, written),
    }));
  });
}

function madeBy({ meta, origin }: Result, written: WrittenAnnotation) {
  return {
    annotator: meta?.annotator ?? annotatorOf(written),
    origin: written.isPrediction ? ('suggestion' as const) : originOf(origin),
    createdAt: isoTime(meta?.created_at ?? written.created_at),
    updatedAt: isoTime(meta?.updated_at ?? written.updated_at),
  };
}

/** A person's name, else the address, else the number that Label Studio knows them by; a model's version. */
function annotatorOf({
  completed_by: who,
  model_version,
  isPrediction,
}: WrittenAnnotation): string | undefined {
  if (isPrediction) return model_version;
  if (typeof who !== 'object') return who;
  const name = [who.first_name, who.last_name].filter((part) => part !== undefined).join(' ');
  return name || who.email || (who.id === undefined ? undefined : `Label Studio user ${who.id}`);
}
