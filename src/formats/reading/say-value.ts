const MAX_DEPTH = 8;

/** A JSON value in one line for a note: `key: value`, lists by commas. What lies deeper than eight levels is `…`. */
export function sayValue(value: unknown, depth = 0): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (depth === MAX_DEPTH) return '…';
  if (Array.isArray(value)) return value.map((item) => sayNested(item, depth)).join(', ');
  return Object.entries(value)
    .map(([key, item]) => `${key}: ${sayNested(item, depth)}`)
    .join(', ');
}

function sayNested(value: unknown, depth: number): string {
  const said = sayValue(value, depth + 1);
  if (typeof value !== 'object' || value === null) return said;
  return Array.isArray(value) ? `[${said}]` : `(${said})`;
}
