/** Keys that Prodigy gives to every task, and no other tool. */
const PRODIGY_KEYS = ['_input_hash', '_task_hash', '_view_id', '_session_id', '_annotator_id'];

type JsonObject = Readonly<Record<string, unknown>>;

/** The value as an object, or undefined where it is something else. Asked of every value of a file, so not of zod. */
export function asObject(value: unknown): JsonObject | undefined {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  // Whatever is no array has its properties under names.
  return isObject ? (value as JsonObject) : undefined;
}

/** Whether the record is a task of Prodigy, by its keys. */
export function hasProdigyKeys(record: JsonObject): boolean {
  return PRODIGY_KEYS.some((key) => Object.hasOwn(record, key));
}

/** Whether a record is from Label Studio's JSON-MIN: it has regions, or the keys of every such record. */
export function isJsonMin(record: JsonObject): boolean {
  const isExport = Object.hasOwn(record, 'annotation_id') && Object.hasOwn(record, 'lead_time');
  return isExport || Object.values(record).some(isJsonMinRegions);
}

/** Whether the value is a list of regions as JSON-MIN writes them under the name of a control. */
export function isJsonMinRegions(value: unknown): value is readonly unknown[] {
  if (!Array.isArray(value)) return false;
  const region = asObject(value[0]);
  return region?.start !== undefined && region.end !== undefined && jsonMinType(region) !== undefined;
}

/** The name of a region's value is its type. Typed text is a list; a region's words are one text. */
export function jsonMinType(region: JsonObject): string | undefined {
  const labels = Object.keys(region).find((key) => key.endsWith('labels'));
  if (labels !== undefined) return labels;
  const valueKeys = ['choices', 'taxonomy', 'number', 'rating', 'datetime'];
  const found = valueKeys.find((key) => Object.hasOwn(region, key));
  return found ?? (Array.isArray(region.text) ? 'textarea' : undefined);
}
