import "server-only";
import { sellsIn } from "../shop/rules";
import type { Shop } from "../shop/schema";
import { COUNTRY_CODES } from "./countries";
import { readBrands } from "./read-brands";
import { sharedCache } from "./shared-cache";

type Selling = { countries: string[]; complete: boolean };

const SIX_HOURS = 6 * 3600;
const AT_ONCE = 4;
/** A robot waits about this long; what is not known by then is taken to exist. */
const BUDGET_MS = 8_000;
/** After so many refusals upstream is left alone. */
const MOST_FAILURES = 4;

const read = sharedCache<Selling>({
  name: "selling-countries",
  maxEntries: 100,
  ttlSeconds: SIX_HOURS,
  isEmpty: ({ complete }) => !complete,
});

/** The countries in which the shop has something to sell, as far as upstream could be asked. */
export async function readSellingCountries(shop: Shop): Promise<string[]> {
  const { countries } = await read(`${shop.id}|${shop.revision}`, () => ask(shop));
  return countries;
}

async function ask(shop: Shop): Promise<Selling> {
  const shown = COUNTRY_CODES.filter((code) => sellsIn(shop, code));
  const waiting = [...shown];
  const empty = new Set<string>();
  let failures = 0;
  let complete = true;
  const deadline = Date.now() + BUDGET_MS;
  const worker = async () => {
    for (let code = waiting.shift(); code !== undefined; code = waiting.shift()) {
      if (Date.now() > deadline || failures >= MOST_FAILURES) {
        complete = false;
        return;
      }
      try {
        const { brands } = await readBrands(shop, code);
        if (brands.length === 0) empty.add(code);
      } catch {
        failures += 1;
        complete = false;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { countries: shown.filter((code) => !empty.has(code)), complete };
}
