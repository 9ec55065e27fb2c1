/** A column of a table. */
export interface SqlColumn {
  /** In lower case. */
  readonly name: string;
  /** Whether it is the row's own number (`INTEGER PRIMARY KEY`). */
  readonly isKey: boolean;
}

const CONSTRAINT = /^(?:CONSTRAINT|PRIMARY|UNIQUE|CHECK|FOREIGN)\b/i;

/** The columns that a `CREATE TABLE` statement names, in their order. */
export function columnsOf(sql: string): SqlColumn[] {
  const parts = partsOf(sql);
  const keys = parts.flatMap(
    (part) => /^(?:CONSTRAINT\s+\S+\s+)?PRIMARY\s+KEY\s*\(([^,()]+)\)/i.exec(part)?.[1] ?? [],
  );
  const key = keys[0] === undefined ? undefined : nameIn(keys[0].trim()).name;
  return parts
    .filter((part) => !CONSTRAINT.test(part))
    .map((part) => {
      const { name, rest } = nameIn(part);
      const isInteger = /^INTEGER\b/i.test(rest);
      return { name, isKey: isInteger && (name === key || /\bPRIMARY\s+KEY\b/i.test(rest)) };
    });
}

/** A name, which may be quoted in four ways, and what follows it. */
function nameIn(definition: string): { name: string; rest: string } {
  const [whole = '', double, back, bracket, single, bare] =
    /^(?:"((?:[^"]|"")*)"|`([^`]*)`|\[([^\]]*)\]|'([^']*)'|([^\s(,]+))\s*/.exec(definition) ?? [];
  const name = double?.replaceAll('""', '"') ?? back ?? bracket ?? single ?? bare ?? '';
  return { name: name.toLowerCase(), rest: definition.slice(whole.length) };
}

const CLOSES: Readonly<Record<string, string>> = { '"': '"', "'": "'", '`': '`', '[': ']' };

/** What stands between the commas of the statement's outer brackets. */
function partsOf(sql: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (let at = 0; at < sql.length; at++) {
    const sign = sql[at] ?? '';
    const close = CLOSES[sign];
    const end = close === undefined ? at : endOf(sql, at, close);
    const isOuter = depth === 1 && (sign === ',' || sign === ')');
    if (isOuter) parts.push(part.trim());
    if (isOuter || depth === 0) part = '';
    else part += sql.slice(at, end + 1);
    if (sign === '(') depth++;
    if (sign === ')') depth--;
    if (depth === 0 && sign === ')') break;
    at = end;
  }
  return parts;
}

function endOf(sql: string, open: number, close: string): number {
  const end = sql.indexOf(close, open + 1);
  return end < 0 ? sql.length : end;
}
