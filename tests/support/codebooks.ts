import { type Codebook, DEFAULT_CODEBOOK, defaultTag } from '../../src/domain/codebook/codebook.ts';
import { BUILT_IN_TAGS, type BuiltInTag, type Tag } from '../../src/domain/tag.ts';

/** The form of the default codebook, with some fields changed. */
export function codebookForm(changes: Readonly<Record<string, string>> = {}): Record<string, string> {
  const fields = DEFAULT_CODEBOOK.tags.flatMap(({ key, name, plural, letter, hue, ...said }, at) =>
    Object.entries({
      place: String(at + 1),
      name,
      plural,
      letter,
      hue: String(hue),
      definition: said.definition,
      useWhen: said.useWhen,
      notWhen: said.notWhen,
      examples: said.examples.join('\n'),
    }).map(([field, value]) => [`${key}-${field}`, value]),
  );
  return { seen: '1', remark: '', ...Object.fromEntries(fields), ...changes };
}

/** The default codebook with some of its tags said otherwise. */
export function codebookWith(
  changes: Partial<Record<Tag, Partial<Codebook['tags'][number]>>>,
  order: readonly BuiltInTag[] = BUILT_IN_TAGS,
): Codebook {
  return { tags: order.map((key) => ({ ...defaultTag(key), ...changes[key] })), fields: [] };
}

/** All that the default codebook says in English: in a form it is data. */
export function codebookTexts(): string[] {
  return DEFAULT_CODEBOOK.tags.flatMap(({ key, name, plural, definition, useWhen }) => [
    definition,
    useWhen,
    plural,
    name,
    key,
  ]);
}
