import { type FrontMatter, readField } from './front-matter-fields.ts';

const ENTRY = /^([A-Za-z][\w -]{0,40}):(?:\s+(.*))?$/;
const INSIDE = /^(?:\s*$|\s*#|\s+\S|-\s)/;
const MAX_LINES = 100;

/**
 * The block of `key: value` lines between two lines `---` that Markdown files begin with: what it tells, and
 * where the text after it begins. Values may be quoted, and lists of authors (`[A, B]`, or a line `- A` each)
 * are joined with commas. Undefined if the text does not begin with such a block.
 */
export function readFrontMatterBlock(text: string): { fields: FrontMatter; end: number } | undefined {
  const opening = /^---[ \t]*\n/.exec(text);
  if (!opening) return undefined;
  const entries = new Map<string, string>();
  let key = '';
  let from = opening[0].length;
  for (let count = 0; count < MAX_LINES && from < text.length; count += 1) {
    const lineFeed = text.indexOf('\n', from);
    const end = lineFeed === -1 ? text.length : lineFeed;
    const line = text.slice(from, end).trimEnd();
    if (line === '---' || line === '...')
      return entries.size > 0 ? { fields: fieldsOf(entries), end } : undefined;
    const entry = ENTRY.exec(line);
    if (!entry && !INSIDE.test(line)) return undefined;
    if (entry) key = entry[1] ?? '';
    const item = entry ? entry[2] : /^\s*-\s+(.*)$/.exec(line)?.[1];
    if (item !== undefined) entries.set(key, [entries.get(key), listed(item)].filter(Boolean).join(', '));
    from = end + 1;
  }
  return undefined;
}

function fieldsOf(entries: ReadonlyMap<string, string>): FrontMatter {
  let fields: FrontMatter = {};
  for (const [key, value] of entries) fields = { ...readField(key, value), ...fields };
  return fields;
}

function listed(value: string): string {
  const list = /^\[(.*)\]$/.exec(value.trim());
  return list ? (list[1] ?? '').split(',').map(unquoted).join(', ') : unquoted(value);
}

function unquoted(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/, '$2');
}
