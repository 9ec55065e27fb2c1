/** The fields of one record by name, as columns or keys give them. */
export type Fields = ReadonlyMap<string, unknown>;

/** Names under which a record holds an article's words, the surest first. */
const TEXT_FIELDS = ['text', 'body', 'content', 'article', 'full_text', 'article_text', 'articlebody'];
/** Names that only files of annotations have. */
const ANNOTATION_FIELDS = (
  'annotation_id tag label labels entities ents spans annotation annotations denotations predictions relations cats ' +
  'answer target _task_hash suffixkey suffix_key prefixkey prefix_key backgroundcolor background_color'
).split(' ');
/** Names that a table has beside its text, and hardly a line of prose. */
const DETAIL_FIELDS = 'id title headline byline author publication published date url'.split(' ');

/** A name as it is compared: case does not matter, nor whether its words are parted by spaces or dashes. */
export function fieldName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
}

/** Fields by their names; of two with one name the first. `isKnown` where the names are written as they are compared. */
export function fieldsOf(
  entries: Iterable<readonly [name: string, value: unknown]>,
  isKnown = false,
): Fields {
  const fields = new Map<string, unknown>();
  for (const [name, value] of entries) {
    const known = isKnown ? name : fieldName(name);
    if (!fields.has(known)) fields.set(known, value);
  }
  return fields;
}

/** The name of the field with an article's words; undefined for annotations and anything else. */
export function textField(names: readonly string[]): string | undefined {
  if (ANNOTATION_FIELDS.some((name) => names.includes(name))) return undefined;
  return TEXT_FIELDS.find((name) => names.includes(name));
}

/** Whether one of the names is a detail of an article. */
export function namesDetail(names: readonly string[]): boolean {
  return DETAIL_FIELDS.some((name) => names.includes(name));
}
