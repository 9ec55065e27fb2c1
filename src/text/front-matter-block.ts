import { type FrontMatter, readField } from './front-matter-fields.ts';

/** Two ways to write fields above a text, each between two lines of its own. */
const FENCES = { '---': readYaml, '+++': readToml } as const;
/** Fields are looked for in so many lines; no real front matter has more. */
const MAX_LINES = 200;

/**
 * The block of fields that Markdown files begin with, YAML between lines `---` or TOML between lines `+++`: what it
 * tells, and where the text after it begins. Of YAML and TOML that is read which such blocks hold: texts, quoted or
 * not, folded or over several lines, and lists of them, which are joined with commas. Undefined if the text does not
 * begin with such a block.
 */
export function readFrontMatterBlock(text: string): { fields: FrontMatter; end: number } | undefined {
  const opening = /^(---|\+\+\+)[ \t]*\n/.exec(text);
  if (!opening?.[1]) return undefined;
  const fence = opening[1] === '+++' ? '+++' : '---';
  const found = linesUntil(text, opening[0].length, fence === '---' ? ['---', '...'] : [fence]);
  const entries = found && FENCES[fence](found.lines);
  return entries && entries.size > 0 ? { fields: fieldsOf(entries), end: found.end } : undefined;
}

type Entries = Map<string, string>;

function linesUntil(text: string, from: number, fences: readonly string[]) {
  const lines: string[] = [];
  for (let at = from; lines.length < MAX_LINES && at < text.length; ) {
    const lineFeed = text.indexOf('\n', at);
    const end = lineFeed === -1 ? text.length : lineFeed;
    const line = text.slice(at, end).trimEnd();
    if (fences.includes(line)) return { lines, end };
    lines.push(line);
    at = end + 1;
  }
  return undefined;
}

const YAML_ENTRY = /^([A-Za-z][\w -]{0,40}):(?:\s+(.*))?$/;
const INSIDE = /^(?:\s*$|\s*#|\s+\S|-\s)/;
/** Behind a key: the lines below are one text, folded into a line or as they stand. */
const BLOCK_TEXT = /^[>|][+-]?\d?(?:\s+#.*)?$/;

function readYaml(lines: readonly string[]): Entries | undefined {
  const entries: Entries = new Map();
  let key = '';
  let isText = false;
  for (const line of lines) {
    const entry = YAML_ENTRY.exec(line);
    if (!entry && !INSIDE.test(line)) return undefined;
    if (entry) {
      key = entry[1] ?? '';
      isText = BLOCK_TEXT.test(entry[2]?.trim() ?? '');
      if (entry[2] !== undefined && !isText) entries.set(key, listed(entry[2]));
    } else addLine(entries, key, line, isText);
  }
  return entries;
}

function addLine(entries: Entries, key: string, line: string, isText: boolean): void {
  const before = entries.get(key) ?? '';
  const item = isText ? undefined : /^\s*-\s+(?:name:\s+)?(.*)$/.exec(line)?.[1];
  if (item !== undefined) entries.set(key, [before, listed(item)].filter(Boolean).join(', '));
  // A text that goes on, or one that began in the line of its key.
  else if (/^\s+[^\s#]/.test(line) && (isText || (before !== '' && !/^\s+[\w-]+:(?:\s|$)/.test(line)))) {
    entries.set(key, listed(`${before} ${line.trim()}`.trim()));
  }
}

const TOML_ENTRY = /^([A-Za-z][\w-]{0,40})\s*=\s*(.*)$/;
const TABLE = /^\s*\[{1,2}[^\]]*\]{1,2}\s*(?:#.*)?$/;

function readToml(lines: readonly string[]): Entries {
  const entries: Entries = new Map();
  for (let at = 0; at < lines.length; at++) {
    // What stands in tables is about other things.
    if (TABLE.test(lines[at] ?? '')) break;
    const [, key, first = ''] = TOML_ENTRY.exec(lines[at] ?? '') ?? [];
    if (!key) continue;
    let value = first;
    while (isOpen(value) && at + 1 < lines.length) value += `\n${lines[++at]}`;
    entries.set(key, tomlValue(value));
  }
  return entries;
}

function isOpen(value: string): boolean {
  const [, marks] = /^("""|''')/.exec(value) ?? [];
  if (marks) return !value.slice(3).includes(marks);
  return value.startsWith('[') && !/\]\s*(?:#.*)?$/.test(value);
}

function tomlValue(value: string): string {
  const [, long] = /^(?:"""|''')\n?([\s\S]*?)(?:"""|''')/.exec(value) ?? [];
  if (long !== undefined) return long.replaceAll(/\s+/g, ' ').trim();
  const texts = value.match(/"(?:[^"\\]|\\.)*"|'[^']*'/g);
  if (texts) return texts.map(unquoted).filter(Boolean).join(', ');
  return value.replace(/\s+#.*$/, '').trim();
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
  const [, mark, words] = /^(["'])(.*)\1$/.exec(value.trim()) ?? [];
  if (words === undefined) return value.trim();
  return mark === "'" ? words.replaceAll("''", "'") : words.replaceAll(/\\(["\\/])/g, '$1');
}
