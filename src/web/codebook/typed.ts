import { ATTRIBUTES } from '../../domain/attributes.ts';
import { byKey } from '../../domain/by-key.ts';
import type { Codebook, CodebookTag } from '../../domain/codebook/codebook.ts';
import { keyFromName } from '../../domain/codebook/key.ts';
import { inOrder, isNew, nextSlot, type SentParts } from './slots.ts';

/** The fields of a tag in the form. */
export const TAG_FIELDS = [
  'key',
  'place',
  'name',
  'plural',
  'letter',
  'hue',
  'definition',
  'useWhen',
  'notWhen',
  'examples',
  'off',
] as const;

export type TagField = (typeof TAG_FIELDS)[number];

/** What the form says of a tag, as it was typed. */
export interface TypedTag extends Readonly<Record<TagField, string>> {
  /** What the names of its fields begin with: the tag's key, or `New1` for one that is added. */
  readonly slot: string;
  /** Names of the program's fields that it asks for. */
  readonly fields: readonly string[];
}

/** The name of a tag's field in the form. */
export function fieldName(slot: string, field: TagField | 'fields'): string {
  return `${slot}-${field}`;
}

/** A codebook as the form shows it. */
export function typedFrom({ tags }: Codebook): TypedTag[] {
  return tags.map(typedTag);
}

function typedTag({ isOff, hue, examples, attributes, ...said }: CodebookTag, at: number): TypedTag {
  return {
    ...said,
    slot: said.key,
    place: String(at + 1),
    hue: String(hue),
    examples: examples.join('\n'),
    fields: ATTRIBUTES.filter(({ name }) => attributes.includes(name)).map(({ field }) => field),
    off: isOff ? '1' : '',
  };
}

/** What was typed for each tag, in the order that was asked for: those of the codebook, and those that are added. */
export function readTyped({ tags }: Codebook, sent: SentParts): TypedTag[] {
  const added = sent.all('new').filter((slot) => isNew({ slot }));
  const slots = [...tags.map(({ key }) => key), ...added];
  const typed = slots.map((slot) => ({
    ...byKey(TAG_FIELDS, (field) => sent.field(fieldName(slot, field))),
    slot,
    ...(isNew({ slot }) ? {} : { key: slot }),
    fields: sent.all(fieldName(slot, 'fields')),
  }));
  return inOrder(typed);
}

/** The same with an empty tag more, of a hue that no other has. */
export function withNewTag(typed: readonly TypedTag[]): TypedTag[] {
  const slot = nextSlot(typed);
  const free = Array.from({ length: 12 }, (_, at) => String(at + 1)).find((hue) =>
    typed.every((tag) => tag.hue !== hue),
  );
  const place = String(typed.length + 1);
  return [...typed, { ...byKey(TAG_FIELDS, () => ''), slot, place, hue: free ?? '1', fields: [] }];
}

/** The same as a codebook's document says it; not checked yet. */
export function documentOf(typed: readonly TypedTag[]): object[] {
  return typed.map(({ place: _, slot: __, key, hue, examples, fields, off, ...said }) => ({
    ...said,
    key: keyOf({ key, name: said.name }),
    hue: Number(hue),
    examples: examples.split(/\r?\n/).filter((line) => line.trim() !== ''),
    fields,
    off: off === '1',
  }));
}

/** What is wrong, by the field of the form. Places are those of the document (`tags[1].letter`). */
export function problemsByField(
  typed: readonly TypedTag[],
  problems: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  const byField = [...problems].flatMap(([place, why]) => {
    const [, at = '', text = ''] = /^tags\[(\d+)\]\.(\w+)/.exec(place) ?? [];
    const tag = typed[Number(at)];
    if (tag && at !== '') return [[fieldName(slotOf(typed, tag, text), formField(text)), why] as const];
    return place === 'tags' ? [['tags', why] as const] : [];
  });
  return Object.fromEntries(byField);
}

/** A key that is there already is wrong where it was chosen. */
function slotOf(typed: readonly TypedTag[], tag: TypedTag, text: string): string {
  const chosen = typed.find((other) => isNew(other) && keyOf(other) === tag.key);
  return (text === 'key' && chosen?.slot) || tag.slot;
}

function keyOf({ key, name }: Pick<TypedTag, 'key' | 'name'>): string {
  return key.trim() || keyFromName(name);
}

function formField(text: string): TagField | 'fields' {
  return TAG_FIELDS.find((name) => name === text) ?? 'fields';
}
