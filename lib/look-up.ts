/**
 * The entry of a table whose key is somebody else's word. A plain index would also find what every
 * object inherits: `constructor` is no network.
 */
export function lookUp<Value>(
  table: Readonly<Record<string, Value>>,
  key: string,
): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
