import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startDemo } from "../../scripts/start-demo";
import { makeShops } from "../support/shops-folder";
import { placeOrder } from "./support/buy";
import { type Crawled, crawl } from "./support/crawl";
import { rawRequest } from "./support/raw-request";
import { expect, test } from "./support/test";

/** What gives a shop away, wherever it may stand. */
const MARKS = {
  default: {
    name: "Alderkiosk",
    color: "#123abc",
    email: "help@alder.example",
    entity: "Alder Trading GmbH",
    text: "Alder’s own terms",
    partner: "partner-alder-1",
    utm: "alder-utm",
    endpoint: "/collect-alder",
  },
  birch: {
    name: "Birchbazaar",
    color: "#0a5c36",
    email: "help@birch.example",
    entity: "Birch Trading SL",
    text: "Birch’s own terms",
    partner: "partner-birch-2",
    utm: "birch-utm",
    endpoint: "/collect-birch",
  },
} as const;

type Id = keyof typeof MARKS;

/** Each hides what the other one features. */
const BRANDS = { default: "northbean-coffee", birch: "ridehail" } as const;

const configOf = (id: Id, name: string = MARKS[id].name) => {
  const { color, email, entity, utm, endpoint } = MARKS[id];
  return {
    name,
    partnerIdEnv: id === "default" ? "PARTNER_ID" : "BIRCH_PARTNER_ID",
    support: { email },
    legalEntity: { name: entity },
    theme: { light: { brand: color } },
    logo: { light: "logo.svg" },
    catalogue: {
      hiddenBrands: [BRANDS[id === "default" ? "birch" : "default"]],
      featuredBrands: [BRANDS[id]],
    },
    acquisition: { utmSource: utm },
    analytics: { endpoint },
  };
};

const filesOf = (id: Id) => ({
  "shop.json": configOf(id),
  "logo.svg": `<svg xmlns="http://www.w3.org/2000/svg"><title>${MARKS[id].name}</title></svg>`,
  "legal/terms.en.md": `# Terms\n\n${MARKS[id].text}`,
});

type Demo = Awaited<ReturnType<typeof startDemo>>;
const shops = makeShops({ default: filesOf("default"), birch: filesOf("birch") });
const start = (env: Record<string, string> = {}) =>
  startDemo({
    shopPort: 0,
    sandboxPort: 0,
    shops,
    env: {
      PARTNER_ID: MARKS.default.partner,
      BIRCH_PARTNER_ID: MARKS.birch.partner,
      LIMIT_READ: "5000/60",
      LIMIT_PRICE: "1000/60",
      ...env,
    },
  });

let demo: Demo;
const hostOf = (id: Id) =>
  id === "default" ? `localhost:${demo.ports.shop}` : `birch.localhost:${demo.ports.shop}`;
const ask = (id: Id, path: string, headers: Record<string, string> = {}) =>
  rawRequest({ port: demo.ports.shop, host: hostOf(id), path, headers });

type Entry = { method: string; path: string; headers: Record<string, string>; body: unknown };
const journal = async (): Promise<Entry[]> =>
  (await fetch(`${demo.sandboxUrl}/__control/log`)).json() as Promise<Entry[]>;
const clearJournal = () => fetch(`${demo.sandboxUrl}/__control/log`, { method: "DELETE" });

test.describe.configure({ mode: "serial" });
test.setTimeout(90_000);

test.beforeAll(async () => {
  demo = await start();
});
test.afterAll(() => demo.stop());

const crawled: Partial<Record<Id, Crawled>> = {};

for (const id of ["birch", "default"] as const) {
  const other = id === "birch" ? "default" : "birch";

  test(`a crawl of ${id} finds nothing of ${other}, and upstream sees its partner ID alone`, async () => {
    await clearJournal();
    const pages = await crawl(demo.ports.shop, hostOf(id), [`/en/us/${BRANDS[id]}`]);
    crawled[id] = pages;
    expect(pages.size).toBeGreaterThan(60);
    const whole = [...pages.values()].map(({ body }) => body).join("\n");
    const { partner: _own, utm: _utm, text, ...shown } = MARKS[id];
    for (const mark of Object.values(shown)) expect(whole, mark).toContain(mark);
    expect(whole).toContain(Buffer.from(text).toString("latin1"));
    expect(pages.get(`/en/us/${BRANDS[id]}`)?.status).toBe(200);
    const foreign = [...Object.values(MARKS[other]), MARKS[id].partner, BRANDS[other]].map((mark) =>
      Buffer.from(mark).toString("latin1"),
    );
    for (const [path, { body, headers, status }] of pages) {
      expect(status, path).toBeLessThan(500);
      const reply = `${JSON.stringify(headers)}\n${body}`;
      for (const mark of [...foreign, `${other}~`])
        expect(reply.includes(mark), `${mark} in ${path}`).toBe(false);
      for (const [, host = ""] of reply.matchAll(/https?:\/\/([a-z.]*localhost:\d+)/g)) {
        expect(host, path).toBe(hostOf(id));
      }
    }
    const partners = (await journal()).map(({ headers }) => headers["x-cr-application"]);
    expect(partners.length).toBeGreaterThan(3);
    expect([...new Set(partners)]).toEqual([MARKS[id].partner]);
  });
}

test("the two answer the same addresses, each with its own", async () => {
  const differ = ["/en/us", "/en/terms", "/en/imprint", "/icon.svg", "/manifest.webmanifest"];
  differ.push("/og.png?lang=en&country=US", "/icons/192.png", "/sitemaps/en/us.xml");
  for (const path of differ) {
    const [one, two] = [crawled.default?.get(path), crawled.birch?.get(path)];
    expect([one?.status, two?.status], path).toEqual([200, 200]);
    expect(one?.body === two?.body, path).toBe(false);
  }
});

test("a file of one shop is not there on the other's host", async () => {
  const logo = /\/assets\/[0-9a-f]{16}\.svg/.exec(crawled.birch?.get("/en/us")?.body ?? "")?.[0];
  if (!logo) throw new Error("Birch shows no logo");
  const own = await ask("birch", logo);
  expect([own.status, own.headers["content-type"]]).toEqual([200, "image/svg+xml"]);
  expect(own.headers["cache-control"]).toContain("immutable");
  expect(own.headers["content-security-policy"]).toContain("sandbox");
  expect((await ask("default", logo)).status).toBe(404);
});

/** The ways in which somebody may ask for a page by its internal address. */
function forms(segment: string): string[] {
  const encoded = segment.replace("~", "%7E");
  const first = `%${segment.charCodeAt(0).toString(16)}${segment.slice(1)}`;
  return [
    `/${segment}`,
    `/${segment}/en`,
    `/${segment}/en/us`,
    `/${segment}/en/us/a.b`,
    `/${segment}/en/us.rsc`,
    `/${segment}/en/help.txt`,
    `/${encoded}/en/us`,
    `/${first}/en/us`,
    `/${encodeURIComponent(`${segment}/en/us`)}`,
    `//${segment}/en/us`,
    `/\\${segment}/en/us`,
    `/./${segment}/en/us`,
    `/en/../${segment}/en/us`,
    `/en/%2e%2e/${segment}/en/us`,
    `/en/..%2f${segment}/en/us`,
    `/en//..//${segment}/en/us`,
    `/_next/static/../../${segment}/en/us`,
    `/_next/static/..%2f..%2f${segment}/en/us`,
    `/_next/static/%2e%2e/%2e%2e/${segment}/en/us`,
    `/_next/data/x/${segment}/en/us.json`,
    `/api/../${segment}/en/us`,
    `/api/..%2f${segment}/en/us`,
    `/api//${segment}/en/us`,
    `/api/${segment}/en/us`,
    `/assets/../${segment}/en/us`,
    `/assets/..%2f${segment}/en`,
    `/icon.svg/../${segment}/en/us`,
    `/icon.svg/${segment}/en/us`,
    `/robots.txt/${segment}`,
  ];
}

test("the internal address cannot be asked for from outside, in no form and on no host", async () => {
  const segments = [crawled.default, crawled.birch].map((pages) => {
    const [found] = /(?:default|birch)~[0-9a-f]{10}/.exec(pages?.get("/en/us")?.body ?? "") ?? [];
    if (!found) throw new Error("The page no longer says its segment; find it in another way");
    return found;
  });
  const headerSets: Record<string, string>[] = [
    {},
    { rsc: "1" },
    { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
    { "x-middleware-rewrite": "/x", "x-matched-path": `/${segments[0]}/en/us` },
  ];
  const tried: string[] = [];
  for (const id of ["default", "birch"] as const) {
    for (const path of segments.flatMap(forms)) {
      for (const headers of headerSets) {
        const where = `${hostOf(id)} ${path} ${JSON.stringify(headers)}`;
        let reply = await ask(id, path, headers);
        for (let hops = 0; reply.headers.location && hops < 3; hops += 1) {
          const next = new URL(reply.headers.location, `http://${hostOf(id)}`);
          expect(next.host, where).toBe(hostOf(id));
          reply = await ask(id, next.pathname + next.search, headers);
        }
        tried.push(where);
        expect([400, 404], `${where}: ${reply.status}`).toContain(reply.status);
        const foreign = MARKS[id === "birch" ? "default" : "birch"].name;
        expect(reply.body.includes(foreign), where).toBe(false);
      }
    }
  }
  expect(tried.length).toBeGreaterThan(400);
});

test("an order of one shop is a stranger's 404 on the other, with its cookies and without", async ({
  browser,
}) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const origin = `http://${hostOf("birch")}`;
  const path = `${origin}/en/us/streamhaus`;
  await placeOrder(page, { path, email: "buyer@example.com" });
  const { pathname } = new URL(page.url());
  const jar = await context.cookies();
  expect(new Set(jar.map(({ domain }) => domain))).toEqual(new Set(["birch.localhost"]));
  const cookie = jar.map(({ name, value }) => `${name}=${value}`).join("; ");
  expect(cookie).toMatch(/op_/);

  const made = (await journal()).filter(
    ({ path, method }) => method === "POST" && path === "/v5/orders",
  );
  expect(made.map(({ headers }) => headers["x-cr-application"])).toEqual([MARKS.birch.partner]);
  expect(made[0]?.body).toMatchObject({ acquisition: { utm_source: MARKS.birch.utm } });

  const reference = pathname.split("/").pop() ?? "";
  await page.goto("about:blank");
  expect((await ask("birch", pathname, { cookie })).status).toBe(200);
  expect((await ask("birch", `/api/orders/${reference}`, { cookie })).status).toBe(200);
  await clearJournal();
  for (const headers of [{ cookie }, {}] as Record<string, string>[]) {
    expect((await ask("default", pathname, headers)).status).toBe(404);
    expect((await ask("default", `/api/orders/${reference}`, headers)).status).toBe(404);
    expect((await ask("birch", pathname)).status).toBe(404);
  }
  const reads = (await journal()).filter(({ path }) => path.startsWith("/v5/orders"));
  expect(reads).toEqual([]);
  await context.close();
});

test("what changes something is taken from the shop's own pages only", async () => {
  const post = (id: Id, origin: string) =>
    rawRequest({
      port: demo.ports.shop,
      host: hostOf(id),
      path: "/api/orders/validations",
      method: "POST",
      headers: { origin, "content-type": "application/json" },
      body: "{}",
    });
  expect((await post("birch", `http://${hostOf("birch")}`)).status).toBe(400);
  expect((await post("birch", `http://${hostOf("default")}`)).status).toBe(403);
  expect((await post("default", `http://${hostOf("birch")}`)).status).toBe(403);
});

test("a host that no shop names gets the default shop", async () => {
  const reply = await rawRequest({ port: demo.ports.shop, host: "other.example", path: "/en/us" });
  expect(reply.status).toBe(200);
  expect(reply.body).toContain(MARKS.default.name);
  expect(reply.body).toContain(`href="http://${hostOf("default")}/en/us"`);
});

test("after a restart no page shows the old configuration, and an unknown host may be 404", async () => {
  const before = crawled.birch ?? new Map();
  const etag = before.get("/en/us")?.headers.etag;
  const { port } = { port: demo.ports.shop };
  await demo.stop();
  const file = join(shops, "birch", "shop.json");
  const old = readFileSync(file, "utf8");
  const config = configOf("birch", "Cedarbazaar");
  writeFileSync(
    file,
    JSON.stringify({ ...config, theme: { light: { brand: "#7a1f5c" } }, legalEntity: undefined }),
  );
  demo = await startDemo({
    shopPort: port,
    sandboxPort: 0,
    shops,
    env: { BIRCH_PARTNER_ID: MARKS.birch.partner, LIMIT_READ: "5000/60", UNKNOWN_HOST: "404" },
  });
  writeFileSync(file, old);
  expect(demo.ports.shop).toBe(port);
  const known = await ask("birch", "/en/us", etag ? { "if-none-match": etag } : {});
  expect(known.status).toBe(200);
  const after = await crawl(port, hostOf("birch"));
  expect([...after.keys()].filter((path) => before.has(path)).length).toBeGreaterThan(40);
  for (const [path, { body }] of after) {
    for (const mark of [MARKS.birch.color, MARKS.birch.entity]) {
      expect(body.includes(mark), `${mark} in ${path}`).toBe(false);
    }
    // The logo and the terms were not changed, and still say the old name.
    if (!path.startsWith("/assets/")) expect(body.includes(MARKS.birch.name), path).toBe(false);
  }
  expect(after.get("/en/us")?.body).toContain("Cedarbazaar");
  // A cache in front goes by this: it asks again after minutes, and drops what nobody opens after a day.
  for (const path of ["/en", "/en/us", "/en/us/browse", "/en/terms"]) {
    const control = after.get(path)?.headers["cache-control"] ?? "";
    const seconds = [...control.matchAll(/(?:s-maxage|stale-while-revalidate)=(\d+)/g)];
    const longest = seconds.reduce((sum, [, count]) => sum + Number(count), 0);
    expect(longest, `${path}: ${control}`).toBeGreaterThan(0);
    expect(longest, `${path}: ${control}`).toBeLessThanOrEqual(86_400);
  }
  for (const path of ["/", "/en/us", "/api/catalog/US", "/icon.svg", "/robots.txt"]) {
    const reply = await rawRequest({ port, host: "other.example", path });
    expect(reply.status, path).toBe(404);
    expect(reply.headers["cache-control"], path).toContain("no-store");
  }
  const health = await rawRequest({ port, host: "10.0.0.7:3000", path: "/api/health/ready" });
  expect(health.status).toBe(200);
});

test("a wrong file stops the start, and all faults are said", async () => {
  const broken = makeShops({
    default: { "shop.json": { name: "X", theme: { light: { brand: "blue" } } } },
    birch: {
      "shop.json": { name: "Y", partnerIdEnv: "NOBODYS_ID", catalogue: { kinds: ["car"] } },
    },
  });
  const error = await startDemo({ shopPort: 0, sandboxPort: 0, shops: broken }).catch(
    (reason: unknown) => String(reason),
  );
  expect(error).toContain("The shop cannot start");
  expect(error).toContain("default/shop.json: theme.light.brand must be a colour");
  expect(error).toContain("birch/shop.json: catalogue.kinds.0 ");
});
