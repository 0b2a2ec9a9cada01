import { type RawReply, rawRequest } from "./raw-request";

/** Where a crawl begins: every kind of page and answer that a shop has. */
const STARTS = [
  "/",
  "/en",
  "/tr",
  "/en/us",
  "/en/us/browse",
  "/en/us/no-such-brand",
  "/en/zz",
  "/nothing/here",
  "/en/help",
  "/en/terms",
  "/en/privacy",
  "/en/imprint",
  "/en/orders",
  "/en/gift",
  "/en/orders/nothing",
  "/en/checkout?c=US&b=streamhaus&d=15%20USD",
  "/icon.svg",
  "/favicon.ico",
  "/robots.txt",
  "/llms.txt",
  "/sitemap.xml",
  "/manifest.webmanifest",
  "/ar/us",
  "/og.png?lang=en&country=US",
  "/icons/192.png",
  "/sitemaps/en/us.xml",
  "/sw.js",
  "/api/catalog/US",
  "/api/catalog/US/home",
  "/api/catalog/US/brands/streamhaus",
  "/api/payment-methods",
  "/api/price?country=US&brand=parcelport&coin=USDC&value=75",
  "/api/offline",
  "/api/openapi.json",
  "/api/nothing",
];
const MOST = 140;

export type Crawled = Map<string, RawReply>;

/** Reads a shop as a visitor may: from every start on, and on along its own links. */
export async function crawl(port: number, host: string, more: string[] = []): Promise<Crawled> {
  const seen: Crawled = new Map();
  const waiting = [...STARTS, ...more];
  while (waiting.length > 0 && seen.size < MOST) {
    const batch = waiting.splice(0, 8).filter((path) => !seen.has(path));
    const replies = await Promise.all(
      batch.map((path) => rawRequest({ port, host, path, headers: { accept: "text/html" } })),
    );
    for (const [index, reply] of replies.entries()) {
      seen.set(batch[index] ?? "", reply);
      waiting.push(...linksOf(reply, host).filter((path) => !seen.has(path)));
    }
  }
  return seen;
}

/** The paths of this very host that a reply leads to; of the many brands a few are enough. */
function linksOf({ body, headers }: RawReply, host: string): string[] {
  const own = `http://${host}`;
  const found = [...body.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, href = ""]) => href);
  return [headers.location ?? "", ...found]
    .map((href) => href.replaceAll("&amp;", "&").replace(own, ""))
    .filter((path) => path.startsWith("/") && !path.startsWith("/_next/") && path.length < 200)
    .filter((path) => !path.startsWith("/flags/"));
}
