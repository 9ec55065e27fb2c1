/**
 * The entry of a table by a name that comes from outside: of what every object inherits, such as `constructor` or
 * `__proto__`, it knows nothing.
 */
export function ownEntry<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
