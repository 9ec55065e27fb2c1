/**
 * Reads a table of names: a line for each, the normal form first, then its spellings, parted by "|".
 * The normal form is a spelling too unless the line begins with "=". The answer maps spelling to normal form.
 */
export function nameTable(table: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const line of table.split('\n')) {
    const [head = '', ...spellings] = line.split('|').map((cell) => cell.trim());
    if (head === '') continue;
    const name = head.startsWith('=') ? head.slice(1) : head;
    for (const spelling of head.startsWith('=') ? spellings : [name, ...spellings]) names.set(spelling, name);
  }
  return names;
}
