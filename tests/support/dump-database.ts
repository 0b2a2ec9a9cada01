import { openDB } from "idb";

/**
 * Everything that can be read out of a database without a key: names, keys, and the bytes of every
 * record as text.
 */
export async function dumpDatabase(name: string): Promise<string> {
  const db = await openDB(name);
  const stores = await Promise.all(
    [...db.objectStoreNames].map(async (store) => [
      store,
      await db.getAllKeys(store),
      (await db.getAll(store)).map(readable),
    ]),
  );
  db.close();
  return JSON.stringify(stores);
}

function readable(value: unknown): unknown {
  if (value instanceof ArrayBuffer) return Buffer.from(value).toString("latin1");
  if (value instanceof Uint8Array) return Buffer.from(value).toString("latin1");
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, readable(item)]));
}
