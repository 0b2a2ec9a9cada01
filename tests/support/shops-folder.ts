import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

type Files = Readonly<Record<string, string | Uint8Array | object>>;

/** A folder of shops: each id with its files, `shop.json` among them. Objects are written as JSON. */
export function makeShops(shops: Readonly<Record<string, Files>>): string {
  const folder = mkdtempSync(join(tmpdir(), "shops-"));
  for (const [id, files] of Object.entries(shops)) {
    for (const [name, content] of Object.entries(files)) {
      const path = join(folder, id, name);
      mkdirSync(dirname(path), { recursive: true });
      const isRaw = typeof content === "string" || content instanceof Uint8Array;
      writeFileSync(path, isRaw ? content : JSON.stringify(content));
    }
  }
  return folder;
}
