import type { BrandsResponse } from "../cryptorefills/schemas/brand";
import { LOGO_ORIGINS } from "../images/logo-origins";
import { logoSrcset } from "../images/logo-srcset";
import { isTimeout, reasonOf } from "./ask-upstream";
import { type Finding, ok, warning } from "./finding";

const WAIT_MS = 8_000;

type Logos = { addresses: string[]; foreignHosts: string[]; foreign: number };

/** The addresses of logos, and those that the pages' content policy would not load. */
export function logosOf({ categories, all_brands }: BrandsResponse, apiOrigin: string): Logos {
  const allowed = new Set<string>([apiOrigin, ...LOGO_ORIGINS]);
  const addresses = [...categories.flatMap(({ brands }) => brands), ...all_brands].flatMap(
    ({ logo_url: url, logo_base_url: baseUrl }) => logoSrcset({ url, baseUrl })?.src ?? [],
  );
  const foreign = addresses.filter((url) => !allowed.has(new URL(url).origin));
  const hosts = new Set(foreign.map((url) => new URL(url).host));
  return {
    addresses: addresses.filter((url) => allowed.has(new URL(url).origin)),
    foreign: foreign.length,
    foreignHosts: [...hosts].slice(0, 3),
  };
}

/** Loads one logo as a browser would. */
export async function checkImages(logos: Logos, country: string): Promise<Finding[]> {
  const { addresses, foreign, foreignHosts } = logos;
  const strange =
    foreign === 0
      ? []
      : [
          warning("images", "images_foreign", {
            count: foreign,
            total: foreign + addresses.length,
            hosts: foreignHosts.join(", "),
          }),
        ];
  const [first] = addresses;
  if (first === undefined) {
    return foreign > 0 ? strange : [warning("images", "images_none", { country })];
  }
  return [await loadLogo(first), ...strange];
}

async function loadLogo(address: string): Promise<Finding> {
  const { host } = new URL(address);
  const started = performance.now();
  try {
    const reply = await fetch(address, { signal: AbortSignal.timeout(WAIT_MS), cache: "no-store" });
    await reply.body?.cancel();
    const ms = Math.round(performance.now() - started);
    const type = reply.headers.get("content-type") ?? "";
    if (!reply.ok) return warning("images", "images_broken", { host, status: reply.status });
    if (!type.startsWith("image/")) return warning("images", "images_type", { host, type });
    return ok("images", "images_ok", { host, ms });
  } catch (error) {
    const status = isTimeout(error) ? "timeout" : reasonOf(error);
    return warning("images", "images_broken", { host, status });
  }
}
