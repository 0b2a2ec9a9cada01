import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createSandbox } from "@/sandbox/create-sandbox";
import { rawRequest } from "./support/raw-request";
import { type Mode, type RunningShop, startShop } from "./support/start-shop";

type Entry = { method: string; path: string; headers: Record<string, string> };

const sandbox = createSandbox({ stepMs: 20 });
let upstream: string;
let shop: RunningShop | undefined;

beforeAll(async () => {
  upstream = (await sandbox.listen(0)).url;
});
afterEach(async () => {
  await shop?.stop();
  shop = undefined;
});
afterAll(() => sandbox.close());

const forged = Array.from({ length: 50 }, (_unused, index) => `6.6.6.${index}`).join(", ");

/** Sends a validation from an address, and says which buyer upstream was told of. */
async function toldUpstream(
  running: RunningShop,
  address: string,
  headers: Record<string, string>,
): Promise<string | number> {
  const { port } = running;
  const host = `localhost:${port}`;
  const json = async (path: string) =>
    JSON.parse((await rawRequest({ address, port, path, headers: { host } })).text) as never;
  const { brands } = (await json("/api/catalog/US")) as { brands: Record<string, string>[] };
  const brand = brands.find(({ slug }) => slug === "pixelforge");
  await fetch(`${upstream}/__control/log`, { method: "DELETE" }).catch(() => undefined);
  const before = (await journal()).length;
  const reply = await rawRequest({
    address,
    port,
    path: "/api/orders/validations",
    method: "POST",
    headers: { host, origin: `http://${host}`, "content-type": "application/json", ...headers },
    body: {
      lines: [
        {
          brand: "pixelforge",
          brandId: brand?.brandId,
          country: "US",
          denomination: "20 USD",
          beneficiary: "buyer@example.com",
        },
      ],
      email: "buyer@example.com",
      payment: { via: "USER_WALLET", coin: "USDC", network: "Base" },
      newsletter: false,
      lang: "en",
    },
  });
  const asked = (await journal())
    .slice(before)
    .filter(({ path }) => path.startsWith("/v5/orders/validations"));
  return asked[0]?.headers["x-forwarded-for"] ?? reply.status;
}

const journal = async () => (await (await fetch(`${upstream}/__control/log`)).json()) as Entry[];

type Row = [
  name: string,
  address: string,
  headers: Record<string, string>,
  expected: string | number,
];
const xff = (value: string) => ({ "x-forwarded-for": value });

const ROWS: Record<string, Row[]> = {
  "0": [
    ["nothing", "127.0.0.1", {}, "127.0.0.1"],
    ["a forged address", "127.0.0.1", xff("6.6.6.6"), "127.0.0.1"],
    ["a forged address over IPv6", "::1", xff("6.6.6.6"), "::1"],
    ["fifty forged addresses", "127.0.0.1", xff(forged), "127.0.0.1"],
    ["unknown", "127.0.0.1", xff("unknown"), "127.0.0.1"],
    [
      "other headers",
      "127.0.0.1",
      { "x-real-ip": "6.6.6.6", forwarded: "for=6.6.6.6" },
      "127.0.0.1",
    ],
    [
      "a guess at the internal header",
      "127.0.0.1",
      { "x-peer-0000000000000000": "6.6.6.6" },
      "127.0.0.1",
    ],
  ],
  "1": [
    ["the last entry", "127.0.0.1", xff("6.6.6.6, 10.0.0.9"), "10.0.0.9"],
    ["v4-mapped", "127.0.0.1", xff("::ffff:198.51.100.7"), "198.51.100.7"],
    ["a port", "127.0.0.1", xff("198.51.100.7:4711"), "198.51.100.7"],
    ["IPv6", "::1", xff("6.6.6.6, 2001:DB8::7"), "2001:db8::7"],
    ["IPv6 with a port", "127.0.0.1", xff("[2001:db8::7]:4711"), "2001:db8::7"],
    ["fifty entries before it", "127.0.0.1", xff(`${forged}, 198.51.100.7`), "198.51.100.7"],
    ["unknown", "127.0.0.1", xff("6.6.6.6, unknown"), 400],
  ],
  "127.0.0.0/8,::1,10.0.0.0/8": [
    [
      "the right-most untrusted hop",
      "127.0.0.1",
      xff("6.6.6.6, 198.51.100.7, 10.0.0.9"),
      "198.51.100.7",
    ],
    ["the same over IPv6", "::1", xff("6.6.6.6, 198.51.100.7:99, ::ffff:10.0.0.9"), "198.51.100.7"],
    ["unknown before the proxies", "127.0.0.1", xff("198.51.100.7, unknown, 10.0.0.9"), 400],
  ],
};

const MODES: Mode[] = ["start", "standalone", "dev"];

describe.each(MODES)("C1 under %s", (mode) => {
  test.each(Object.entries(ROWS))("TRUST_PROXY=%s", { timeout: 150_000 }, async (trust, rows) => {
    shop = await startShop({ mode, upstream, env: { TRUST_PROXY: trust } });
    const told: Record<string, string | number> = {};
    for (const [name, address, headers] of rows) {
      told[name] = await toldUpstream(shop, address, headers);
    }
    expect(told).toEqual(Object.fromEntries(rows.map(([name, , , expected]) => [name, expected])));
  });
});

test("C1 behind a proxy that is not there a client is told from its socket", async () => {
  shop = await startShop({ upstream, env: { TRUST_PROXY: "10.0.0.0/8" } });
  expect(await toldUpstream(shop, "127.0.0.1", xff("6.6.6.6"))).toBe("127.0.0.1");
});

test("C2 no address is built from what a client says about the host", async () => {
  shop = await startShop({ upstream });
  const { port } = shop;
  const poison = {
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
    "x-forwarded-port": "444",
    forwarded: "host=evil.example;proto=https",
  };
  for (const path of [
    "/",
    "/en/US",
    "/en/checkout",
    "/en/nothing/here",
    "/robots.txt",
    "/sitemap.xml",
  ]) {
    const headers = { host: `localhost:${port}`, ...poison };
    const reply = await rawRequest({ address: "127.0.0.1", port, path, headers });
    expect(reply.status, path).toBeGreaterThanOrEqual(200);
    expect(JSON.stringify(reply.headers) + reply.text, path).not.toMatch(
      /evil\.example|:444(?!\d)/,
    );
  }
});
