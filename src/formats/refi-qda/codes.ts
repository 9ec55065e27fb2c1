import { ATTRIBUTES, type AttributeRule } from '../../domain/attributes.ts';
import { type Codebook, tagsHaving } from '../../domain/codebook/codebook.ts';
import { HUES, type Hue } from '../../domain/hue.ts';
import { BUILT_IN_TAGS, type Tag } from '../../domain/tag.ts';
import { xmlAttributes, xmlText } from '../writing/xml-text.ts';
import { derivedGuid } from './guid.ts';

/** A code of the codebook. */
interface Code {
  readonly guid: string;
  readonly name: string;
  readonly description?: string;
  readonly colour?: string;
  /** Whether passages may be coded with it, or it only holds others. */
  readonly codable: boolean;
  readonly codes: readonly Code[];
}

/** What a code stands for: a tag, or the value of an attribute with a closed list. */
export type CodeMeaning = { readonly tag: Tag } | { readonly field: string; readonly value: string };

/** There are few codes and many passages. */
const guids = new Map<string, string>();

const LISTED = ATTRIBUTES.filter(({ kind }) => kind === 'choice');

/** The whole codebook: each tag over the values that it alone has, then what several tags have. */
function codesFor(codebook: Codebook): readonly Code[] {
  const isShared = (rule: AttributeRule) => tagsHaving(codebook, rule).length > 1;
  const alone = LISTED.filter((rule) => !isShared(rule));
  return [
    ...codebook.tags.map(({ key, hue, definition, useWhen }) => ({
      guid: tagCode(key),
      name: key,
      description: useWhen || definition,
      colour: colourOf(hue),
      codable: true,
      codes: alone
        .filter((rule) => tagsHaving(codebook, rule).includes(key))
        .flatMap((rule) => valueCodes(rule, colourOf(hue))),
    })),
    ...LISTED.filter(isShared).map((rule) => ({
      guid: derivedGuid('attribute', rule.field),
      name: words(rule.field),
      codable: false,
      codes: valueCodes(rule),
    })),
  ];
}

/** The meaning of each code of ours, by its GUID and by its name. */
const MEANINGS: ReadonlyMap<string, CodeMeaning> = new Map([
  ...BUILT_IN_TAGS.flatMap((tag): [string, CodeMeaning][] => [
    [tagCode(tag), { tag }],
    [tag, { tag }],
  ]),
  ...LISTED.flatMap(({ field, choices = [] }) =>
    choices.flatMap((value): [string, CodeMeaning][] => [
      [valueCode(field, value), { field, value }],
      [valueName(field, value), { field, value }],
    ]),
  ),
]);

function colourOf(hue: Hue): string {
  return HUES[hue].light.toUpperCase();
}

/** The GUID of a tag's code. */
export function tagCode(tag: Tag): string {
  return remembered('tag', tag);
}

/** The GUID of the code for a value of an attribute, by its field's name. */
export function valueCode(field: string, value: string): string {
  return remembered(field, value);
}

function remembered(kind: string, value: string): string {
  const key = `${kind}: ${value}`;
  const known = guids.get(key) ?? derivedGuid(kind, value);
  guids.set(key, known);
  return known;
}

/** What a code means, by its GUID or its name, which tools keep more often; undefined if not ours. */
export function meaningOf(guid: string, name: string): CodeMeaning | undefined {
  return MEANINGS.get(guid) ?? MEANINGS.get(name);
}

/** `<Codes>` with everything in it, the same in codebooks and projects. */
export function codesXml(codebook: Codebook): string {
  return `<Codes>\n${codesFor(codebook).map(codeXml).join('')}</Codes>`;
}

function codeXml({ guid, name, codable, colour, description, codes }: Code): string {
  const attributes = xmlAttributes({ guid, name, isCodable: String(codable), color: colour });
  const inside = [
    description === undefined ? '' : `<Description>${xmlText(description)}</Description>\n`,
    ...codes.map(codeXml),
  ].join('');
  return inside === '' ? `<Code${attributes}/>\n` : `<Code${attributes}>\n${inside}</Code>\n`;
}

function valueCodes({ field, choices = [] }: AttributeRule, colour?: string): Code[] {
  return choices.map((value) => ({
    guid: valueCode(field, value),
    name: valueName(field, value),
    ...(colour === undefined ? {} : { colour }),
    codable: true,
    codes: [],
  }));
}

/** Tells all in itself, since some tools show codes without what is above them. */
function valueName(field: string, value: string): string {
  return `${words(field)}: ${value}`;
}

function words(field: string): string {
  return field.replaceAll('_', ' ');
}
