import { HUES } from '../../domain/hue.ts';
import { TAG_FACTS, TAGS, type Tag } from '../../domain/tag.ts';
import { BRAT_ATTRIBUTES, type BratAttribute } from './attribute-lines.ts';

/** Of the ground behind black words. */
function colourOf(tag: Tag): string {
  return HUES[TAG_FACTS[tag].hue].dark;
}

/** brat's `annotation.conf`: what can be annotated, and the values that each attribute may have. */
export function annotationConf(): string {
  return `# Tags of On Record and their attributes.

[entities]

${TAGS.join('\n')}

[relations]

[events]

[attributes]

${BRAT_ATTRIBUTES.map(attributeLine).join('\n')}
`;
}

function attributeLine({ name, tags, values }: BratAttribute): string {
  const on = tags === undefined || tags.length === TAGS.length ? '<ENTITY>' : tags.join('|');
  return `${name}\tArg:${on}, Value:${[...values.values()].join('|')}`;
}

/** brat's `visual.conf`: names for people, and the colours of the tags. */
export function visualConf(): string {
  const names = BRAT_ATTRIBUTES.filter(({ name }) => name.includes('_'));
  return `[labels]

${names.map(({ name }) => `${name} | ${name.replaceAll('_', ' ')}`).join('\n')}

[drawing]

SPAN_DEFAULT\tfgColor:black, bgColor:lightgray, borderColor:darken
${TAGS.map((tag) => `${tag}\tfgColor:black, bgColor:${colourOf(tag)}, borderColor:darken`).join('\n')}
`;
}
