import { byKey } from '../../domain/by-key.ts';
import type { Codebook } from '../../domain/codebook/codebook.ts';

/** The fields of a tag in the form. */
export const TAG_FIELDS = [
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
export type TypedTag = { readonly key: string } & Readonly<Record<TagField, string>>;

type Fields = Readonly<Record<string, string | undefined>>;

/** The name of a tag's field in the form. */
export function fieldName(key: string, field: TagField): string {
  return `${key}-${field}`;
}

/** A codebook as the form shows it. */
export function typedFrom({ tags }: Codebook): TypedTag[] {
  return tags.map(({ isOff, hue, examples, ...said }, at) => ({
    ...said,
    place: String(at + 1),
    hue: String(hue),
    examples: examples.join('\n'),
    off: isOff ? '1' : '',
  }));
}

/** What was typed for each tag of a codebook, in the order that was asked for. */
export function readTyped({ tags }: Codebook, fields: Fields): TypedTag[] {
  const typed = tags.map(({ key }) => ({
    key,
    ...byKey(TAG_FIELDS, (field) => fields[fieldName(key, field)] ?? ''),
  }));
  return typed.toSorted((a, b) => Number(a.place) - Number(b.place));
}

/** The same as a codebook's document says it; not checked yet. */
export function documentOf(typed: readonly TypedTag[]): object[] {
  return typed.map(({ place: _, hue, examples, off, ...said }) => ({
    ...said,
    hue: Number(hue),
    examples: examples.split(/\r?\n/).filter((line) => line.trim() !== ''),
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
    const field = TAG_FIELDS.find((name) => name === text);
    return tag && field && at !== '' ? [[fieldName(tag.key, field), why] as const] : [];
  });
  return Object.fromEntries(byField);
}
