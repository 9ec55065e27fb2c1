import { ORIGINS } from '../../domain/annotation.ts';
import { ATTRIBUTES, type AttributeRule, COMPARATORS } from '../../domain/attributes.ts';
import type { AnnotationRecord } from '../../domain/record.ts';

/** An attribute of brat: letters, digits, `_` and `-` are all that its names and values may have. */
export interface BratAttribute {
  readonly name: string;
  /** The attribute of ours, which says of which tags it is asked; absent where it is asked of all. */
  readonly rule?: AttributeRule;
  /** brat's word for each value of ours, in our order. */
  readonly values: ReadonlyMap<string, string>;
  readonly valueIn: (record: AnnotationRecord) => string | null;
}

const COMPARATOR_WORDS: Readonly<Record<(typeof COMPARATORS)[number], string>> = {
  '=': 'equal',
  '>': 'more',
  '<': 'less',
  '≥': 'at_least',
  '≤': 'at_most',
  '~': 'about',
};

const choices: BratAttribute[] = ATTRIBUTES.filter((rule) => rule.kind === 'choice').map((rule) => ({
  name: rule.field,
  rule,
  values: rule.name === 'comparator' ? comparatorWords() : asTheyAre(rule.choices ?? []),
  valueIn: (record) => {
    const value = record[rule.name];
    return value === null ? null : String(value);
  },
}));

/** Every attribute with a closed list of values, and where the annotation came from. */
export const BRAT_ATTRIBUTES: readonly BratAttribute[] = [
  ...choices,
  { name: 'origin', values: asTheyAre(ORIGINS), valueIn: (record) => record.origin },
];

function asTheyAre(values: readonly string[]): Map<string, string> {
  return new Map(values.map((value) => [value, value]));
}

function comparatorWords(): Map<string, string> {
  return new Map(COMPARATORS.map((sign) => [sign, COMPARATOR_WORDS[sign]]));
}

/** Our value for what brat wrote of one of our attributes, or undefined where it is not one of ours. */
export function ourValue(name: string, written: string): string | undefined {
  const values = BRAT_ATTRIBUTES.find((attribute) => attribute.name === name)?.values ?? [];
  return [...values].find(([ours, theirs]) => theirs === written || ours === written)?.[0];
}
