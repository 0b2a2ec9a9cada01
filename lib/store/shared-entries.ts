import "server-only";
import * as z from "zod";
import { appVersion } from "../version";
import { sharedShelf } from "./current-shelf";

const entrySchema = z.object({ value: z.unknown(), freshUntil: z.number() });

type Entry<Value> = { value: Value; freshUntil: number };

/** Another version of the shop may shape its entries otherwise, so it has its own. */
const nameOf = (key: string): string => `data:${appVersion()}:${key}`;

/** What an instance of this version has read, where instances share; never a reason to fail. */
export async function readShared<Value>(key: string): Promise<Entry<Value> | undefined> {
  const shelf = sharedShelf();
  if (!shelf) return undefined;
  const bytes = await shelf.get(nameOf(key));
  if (!bytes) return undefined;
  try {
    // Written by `share` of the same version, under a key that only this kind of value has.
    return entrySchema.parse(JSON.parse(bytes.toString())) as Entry<Value>;
  } catch {
    return undefined;
  }
}

export async function share<Value>(key: string, entry: Entry<Value>): Promise<void> {
  await sharedShelf()?.put(nameOf(key), Buffer.from(JSON.stringify(entry)));
}
