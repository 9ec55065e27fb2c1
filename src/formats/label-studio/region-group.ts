import { ATTRIBUTES } from '../../domain/attributes.ts';
import { CHOICE_JOINT, ownFieldKey } from '../../domain/codebook/field.ts';
import { t } from '../../messages/language.ts';
import { addToList } from '../lists-by-key.ts';
import { sayValue } from '../reading/say-value.ts';
import { hasPlace, labelsOf, type Result, textsIn } from './result.ts';

/** Everything that an annotation says of one region: results that have the same id. */
export interface RegionGroup {
  readonly id: string | undefined;
  readonly place: string;
  /** The result with the labels, else the first one. */
  readonly main: Result;
  readonly others: readonly Result[];
}

/** Results by region, in file order; one without an id is its own region. `place` names the annotation. */
export function groupResults(results: readonly Result[], place: string): RegionGroup[] {
  const groups = new Map<string | symbol, Result[]>();
  for (const result of results) addToList(groups, result.id ?? Symbol(), result);
  return [...groups.values()].flatMap((group, index) =>
    toGroup(group, t('place.regionIn', { place, number: String(index + 1) })),
  );
}

function toGroup(group: readonly Result[], place: string): RegionGroup[] {
  const main = group.find((result) => labelsOf(result).length > 0) ?? group[0];
  if (!main) return [];
  return [{ id: main.id, place, main, others: group.filter((result) => result !== main) }];
}

/** What is said of a region beside its labels: our attributes by field, the rest as lines of a note. */
export interface SaidOfRegion {
  readonly attributes: Readonly<Record<string, string>>;
  readonly remarks: readonly string[];
}

/** Reads what is said of regions. The first value of an attribute counts; any other becomes a remark. */
export function readSaid(groups: readonly RegionGroup[]): SaidOfRegion {
  const attributes = new Map<string, string>();
  const remarks: string[] = [];
  for (const { main, others } of groups) {
    const isLabelled = labelsOf(main).length > 0;
    for (const result of isLabelled ? others : [main, ...others]) {
      const attribute = asAttribute(result);
      if (attribute && !attributes.has(attribute.field)) attributes.set(attribute.field, attribute.value);
      else for (const remark of sayResult(result)) remarks.push(remark);
    }
    for (const remark of main.meta?.text ?? []) remarks.push(remark);
  }
  return { attributes: Object.fromEntries(attributes), remarks };
}

function asAttribute(result: Result): { field: string; value: string } | undefined {
  const rule = ATTRIBUTES.find(({ field }) => field === result.from_name);
  const [value, ...more] = valuesOf(result);
  if (value === undefined) return undefined;
  if (!rule) {
    const field = result.from_name ?? '';
    return ownFieldKey(field) ? { field, value: [value, ...more].join(CHOICE_JOINT) } : undefined;
  }
  if (rule.choices) {
    return more.length === 0 && rule.choices.some((choice) => choice === value)
      ? { field: rule.field, value }
      : undefined;
  }
  return { field: rule.field, value: [value, ...more].join(rule.kind === 'paragraph' ? '\n' : '; ') };
}

/** What a control other than labels holds, as texts: chosen words, what was typed, a number. */
export function valuesOf({ type, value }: Result): readonly string[] {
  switch (type) {
    case 'textarea':
      return textsIn(value.text);
    case 'choices':
      return textsIn(value.choices);
    case 'taxonomy':
      return listOfPaths(value.taxonomy);
    default: {
      const said: unknown = type === undefined ? undefined : value[type];
      return said === undefined || said === null ? [] : [sayValue(said)];
    }
  }
}

function listOfPaths(value: unknown): readonly string[] {
  const paths: unknown[] = Array.isArray(value) ? value : [];
  return paths.map((path) => textsIn(path).join(' / ')).filter((path) => path !== '');
}

function sayResult(result: Result): string[] {
  const values = valuesOf(result);
  const name = result.from_name ?? result.type;
  return values.length === 0 ? [] : [`${name === undefined ? '' : `${name}: `}${values.join('; ')}`];
}

/** Whether a group stands on words of the text, and does not speak of it as a whole. */
export function standsOnWords({ main, others }: RegionGroup): boolean {
  return [main, ...others].some(hasPlace);
}
