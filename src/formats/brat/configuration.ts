import { type Codebook, tagsHaving } from '../../domain/codebook/codebook.ts';
import { HUES } from '../../domain/hue.ts';
import { BRAT_ATTRIBUTES, type BratAttribute } from './attribute-lines.ts';

/** brat's `annotation.conf`: what can be annotated, and the values that each attribute may have. */
export function annotationConf(codebook: Codebook): string {
  return `# Tags of On Record and their attributes.

[entities]

${codebook.tags.map(({ key }) => key).join('\n')}

[relations]

[events]

[attributes]

${BRAT_ATTRIBUTES.map((attribute) => attributeLine(attribute, codebook)).join('\n')}
`;
}

function attributeLine({ name, rule, values }: BratAttribute, codebook: Codebook): string {
  const tags = rule ? tagsHaving(codebook, rule) : [];
  const on = !rule || tags.length === codebook.tags.length ? '<ENTITY>' : tags.join('|');
  return `${name}\tArg:${on}, Value:${[...values.values()].join('|')}`;
}

/** brat's `visual.conf`: names for people, and the colours of the tags. */
export function visualConf({ tags }: Codebook): string {
  const names = BRAT_ATTRIBUTES.filter(({ name }) => name.includes('_'));
  return `[labels]

${names.map(({ name }) => `${name} | ${name.replaceAll('_', ' ')}`).join('\n')}

[drawing]

SPAN_DEFAULT\tfgColor:black, bgColor:lightgray, borderColor:darken
${tags.map(({ key, hue }) => `${key}\tfgColor:black, bgColor:${HUES[hue].dark}, borderColor:darken`).join('\n')}
`;
}
