import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Copies a folder of shops, and gives every shop but the default one an address on this machine by its
 * id: `rosa` is at `http://rosa.localhost:3000`. Sites at `frameOrigins` may show the shops in frames.
 */
export function demoShops(
  source: string,
  port: number,
  { defaultShop = "default", frameOrigins = [] as readonly string[] } = {},
): string {
  const folder = mkdtempSync(join(tmpdir(), "demo-shops-"));
  // The files behind links too: what is written below must not be written into somebody's own folder.
  cpSync(source, folder, { recursive: true, dereference: true });
  for (const id of readdirSync(folder)) {
    const file = join(folder, id, "shop.json");
    if (!existsSync(file)) continue;
    const config = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
    const own = id === defaultShop ? {} : { url: demoUrl(id, port) };
    const embed = frameOrigins.length > 0 ? { embed: { origins: frameOrigins } } : {};
    writeFileSync(file, JSON.stringify({ ...config, ...own, ...embed }));
  }
  return folder;
}

/** A partner ID for every variable that a shop names: in a demo none has to be set, and no real one is used. */
export function demoPartnerIds(folder: string): Record<string, string> {
  const files = readdirSync(folder).map((id) => join(folder, id, "shop.json"));
  const named = files.filter(existsSync).flatMap((file) => {
    const { partnerIdEnv } = JSON.parse(readFileSync(file, "utf8")) as { partnerIdEnv?: unknown };
    return typeof partnerIdEnv === "string" ? [partnerIdEnv] : [];
  });
  return Object.fromEntries(["PARTNER_ID", ...named].map((name) => [name, "demo-partner"]));
}

export const demoUrl = (id: string, port: number): string => `http://${id}.localhost:${port}`;
