/** A value for each of some keys. */
export function byKey<Key extends string, Value>(
  keys: readonly Key[],
  of: (key: Key) => Value,
): Record<Key, Value> {
  // Every key is given a value.
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, Value>;
}
