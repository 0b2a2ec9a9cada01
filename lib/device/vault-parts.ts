import { openRecord, sealRecord } from "./record-seal";
import { orderKey, type Part, type VaultWrite, withVaultDb } from "./vault-db";
import { makeKeys, type VaultKeys } from "./vault-keys";

export type NewPart = { reference: string; slot: Part["slot"]; value: unknown; keep?: "first" };

export type OpenedPart = { part: Part; value: unknown };

/** The keys of this vault; there are none before something was kept for the first time. */
export const findKeys = (): Promise<VaultKeys | undefined> =>
  withVaultDb((db) => db.get("keys", "current"));

async function requireKeys(): Promise<VaultKeys> {
  const known = await findKeys();
  if (known) return known;
  const { kept } = await makeKeys();
  return withVaultDb(async (db) => {
    const write = db.transaction("keys", "readwrite");
    const raced = await write.store.get("current");
    if (!raced) await write.store.put(kept, "current");
    await write.done;
    return raced ?? kept;
  });
}

type FindKey = (keys: VaultKeys) => CryptoKey | undefined;

/**
 * Seals and writes. The public key is enough for it, so a locked vault takes things in as well. What is
 * there first keeps its place, unless it is known to be past opening: it would bar its own replacement.
 */
export async function writeParts(wanted: readonly NewPart[], findKey: FindKey): Promise<void> {
  for (;;) {
    const keys = await requireKeys();
    const sealed = await Promise.all(
      wanted.map(async ({ reference, slot, value, keep }) => ({
        keep,
        part: await sealPart(keys, { order: await orderKey(reference), slot }, value),
      })),
    );
    const barred = sealed.flatMap(({ keep, part }) => (keep === "first" ? [part] : []));
    const unreadable = await findUnreadable(findKey(keys), barred);
    const written = await withVaultDb(async (db) => {
      const write: VaultWrite = db.transaction(["keys", "parts"], "readwrite");
      // Sealed for a key that was replaced meanwhile, nobody could ever open it.
      if ((await write.objectStore("keys").get("current"))?.id !== keys.id) return false;
      const parts = write.objectStore("parts");
      for (const { keep, part } of sealed) {
        const known = keep === "first" && (await parts.get([part.order, part.slot]));
        if (!known || unreadable.has(String(known.iv))) await parts.put(part);
      }
      await write.done;
      return true;
    });
    if (written) return;
  }
}

/**
 * Seals everything anew for other keys, which take the place of the present ones in the same moment.
 * What does not open any more is left behind: with its key gone, nobody could ever read it.
 * @returns false when there is no key to open with.
 */
export async function resealParts(findKey: FindKey, fresh: VaultKeys): Promise<boolean> {
  for (;;) {
    const privateKey = findKey(await requireKeys());
    if (!privateKey) return false;
    const before = await withVaultDb((db) => db.getAll("parts"));
    const { opened } = await openParts(privateKey, before);
    const after = await Promise.all(opened.map(({ part, value }) => sealPart(fresh, part, value)));
    const done = await withVaultDb(async (db) => {
      const write = db.transaction(["keys", "parts"], "readwrite");
      const parts = write.objectStore("parts");
      // Another tab may have written meanwhile; then everything is read once more.
      if (traceOf(await parts.getAll()) !== traceOf(before)) return false;
      await parts.clear();
      await Promise.all(after.map((part) => parts.put(part)));
      await write.objectStore("keys").put(fresh, "current");
      await write.done;
      return true;
    });
    if (done) return true;
  }
}

/** What lies in the given places and does not open, by its start value, which every write draws anew. */
async function findUnreadable(
  privateKey: CryptoKey | undefined,
  places: readonly Part[],
): Promise<ReadonlySet<string>> {
  if (!privateKey) return new Set();
  const known = await withVaultDb((db) =>
    Promise.all(places.map(({ order, slot }) => db.get("parts", [order, slot]))),
  );
  const found = known.filter((part) => part !== undefined);
  const { opened } = await openParts(privateKey, found);
  const good = new Set(opened.map(({ part }) => part));
  return new Set(found.filter((part) => !good.has(part)).map(({ iv }) => String(iv)));
}

const labelOf = ({ order, slot }: Pick<Part, "order" | "slot">): string => `${order}|${slot}`;

async function sealPart(
  { publicKey }: VaultKeys,
  { order, slot }: Pick<Part, "order" | "slot">,
  value: unknown,
): Promise<Part> {
  return { order, slot, ...(await sealRecord(publicKey, labelOf({ order, slot }), value)) };
}

export async function openParts(privateKey: CryptoKey, parts: readonly Part[]) {
  const results = await Promise.allSettled(
    parts.map((part) => openRecord(privateKey, labelOf(part), part)),
  );
  const opened = results.flatMap((result, index): OpenedPart[] => {
    const part = parts[index];
    return result.status === "fulfilled" && part ? [{ part, value: result.value }] : [];
  });
  return { opened, damaged: parts.length - opened.length };
}

/** Every write draws a new start value, so these tell whether anything was written. */
const traceOf = (parts: readonly Part[]): string =>
  parts.map((part) => `${labelOf(part)}|${String(part.iv)}`).join(";");
