import "server-only";
import * as z from "zod";
import { env } from "../env/server";
import { appVersion } from "../version";
import { store } from "./current-store";

const KEPT_SECONDS = 24 * 3600;
const entrySchema = z.object({ value: z.unknown(), freshUntil: z.number() });

type Entry<Value> = { value: Value; freshUntil: number };

/** Another version of the shop may shape its entries otherwise, so it has its own. */
const nameOf = (key: string): string => `cache:${appVersion()}:${key}`;

/** What an instance of this version has read, where instances share; never a reason to fail. */
export async function readShared<Value>(key: string): Promise<Entry<Value> | undefined> {
  if (env().REDIS_URL === undefined) return undefined;
  try {
    const text = await store().get(nameOf(key));
    if (text === undefined) return undefined;
    // Written by `share` of the same version, under a key that only this kind of value has.
    return entrySchema.parse(JSON.parse(text)) as Entry<Value>;
  } catch {
    return undefined;
  }
}

export async function share<Value>(key: string, entry: Entry<Value>): Promise<void> {
  if (env().REDIS_URL === undefined) return;
  await store()
    .set(nameOf(key), JSON.stringify(entry), KEPT_SECONDS)
    .catch(() => undefined);
}
