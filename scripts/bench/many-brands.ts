import { createServer } from "node:http";

/** Countries that this upstream fills with as many brands as the table says; all else is the sandbox's. */
export const SIZES: Readonly<Record<string, number>> = { AT: 100, BE: 1_000, CH: 10_000 };

/** An upstream in front of the sandbox that multiplies the brands of some countries. */
export async function manyBrands(sandboxUrl: string): Promise<{ url: string; stop(): void }> {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", sandboxUrl);
    const headers = Object.fromEntries(
      Object.entries(request.headers)
        .filter(([name]) => !/^(?:host|connection|accept-encoding|content-length)$/.test(name))
        .map(([name, value]) => [name, String(value)]),
    );
    const reply = await fetch(url, { headers });
    const size = SIZES[(url.searchParams.get("country_code") ?? "").toUpperCase()];
    const body = await reply.text();
    response.writeHead(reply.status, { "content-type": "application/json" });
    response.end(size && url.pathname === "/v2/brands" && reply.ok ? multiplied(body, size) : body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

type Brand = { brand_id: string; brand: string };
type Group = { brands: Brand[]; popular_brands: Brand[] };
type Brands = { all_brands: Brand[]; categories: Group[]; popular_brands: Brand[] };

/**
 * The same answer with so many brands. Copies stand only in the list of all, or the largest answer would be
 * longer than the shop reads.
 */
export function multiplied(body: string, size: number): string {
  const answer = JSON.parse(body) as Brands;
  const known = answer.all_brands;
  const all_brands = Array.from({ length: size }, (_, index) => {
    const brand = known[index % known.length] ?? { brand_id: "none", brand: "None" };
    return copyOf(brand, index, Math.floor(index / known.length));
  });
  const there = new Set(all_brands.map(({ brand_id }) => brand_id));
  const kept = (brands: Brand[]) => brands.filter(({ brand_id }) => there.has(brand_id));
  const categories = answer.categories.map((group) => ({
    ...group,
    brands: kept(group.brands),
    popular_brands: kept(group.popular_brands),
  }));
  const popular_brands = kept(answer.popular_brands);
  return JSON.stringify({ ...answer, all_brands, categories, popular_brands });
}

function copyOf(brand: Brand, index: number, round: number): Brand {
  if (round === 0) return brand;
  const brand_id = brand.brand_id.slice(0, -6) + String(index).padStart(6, "0");
  return { ...brand, brand_id, brand: `${brand.brand} ${round}` };
}
