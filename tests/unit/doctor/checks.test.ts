import { describe, expect, test } from "vitest";
import { checkClient, FORGED_IP, isPrivateIp } from "@/lib/doctor/check-client";
import { checkClock } from "@/lib/doctor/check-clock";
import { checkConfig } from "@/lib/doctor/check-config";
import { checkHeaders } from "@/lib/doctor/check-headers";
import { checkLegal } from "@/lib/doctor/check-legal";
import { checkPartner } from "@/lib/doctor/check-partner";
import { checkStore } from "@/lib/doctor/check-store";
import { checkStream } from "@/lib/doctor/check-stream";
import { countBoth } from "@/lib/doctor/count-entries";
import { LOCALES } from "@/lib/i18n/locales";
import { parseLegal } from "@/lib/shop/parse-legal";
import { type Shop, shopSchema } from "@/lib/shop/schema";
import { memoryStore } from "@/lib/store/memory-store";

describe("the configuration", () => {
  const source = {
    PARTNER_ID: "partner-1",
    SITE_URL: "https://shop.example",
    ORDER_SECRET: Buffer.from(Array.from({ length: 32 }, (_, at) => at)).toString("base64"),
    SERVER_IP: "203.0.113.1",
  };
  test.each([
    ["http://api.example", ["config_ok", "api_plain"]],
    ["https://api.example", ["config_ok"]],
    ["http://127.0.0.1:4010", ["config_ok"]],
  ])("an upstream at %s says %j", (api, expected) => {
    const { findings } = checkConfig({ ...source, API_URL: api });
    expect(findings.map(({ says }) => says)).toEqual(expected);
  });
});

describe("the clock", () => {
  const date = "Tue, 24 Nov 2026 10:00:00 GMT";
  const at = Date.parse(date);
  test.each([
    [0, 100, "clock_ok", 1],
    [999, 1_100, "clock_ok", 1],
    [-4_000, -3_900, "clock_ok", 4],
    [20_000, 20_100, "clock_off", 19],
    [-90_000, -89_000, "clock_off", 89],
  ])("sent %i ms and received %i ms after theirs: %s", (sent, received, says, seconds) => {
    const reading = { source: "api", date, sentAtMs: at + sent, receivedAtMs: at + received };
    expect(checkClock(reading)).toMatchObject({ says, values: { seconds } });
  });

  test("a slow answer is no wrong clock", () => {
    const reading = { source: "api", date, sentAtMs: at - 8_000, receivedAtMs: at + 2_000 };
    expect(checkClock(reading).says).toBe("clock_ok");
  });

  test("without a date nothing is claimed", () => {
    expect(checkClock({ source: "api", date: null, sentAtMs: 0, receivedAtMs: 0 }).says).toBe(
      "clock_unknown",
    );
  });
});

describe("the address of buyers", () => {
  const echo = { shop: "default", shopUrl: "https://shop.example", host: "shop.example" };
  const own = "203.0.113.50";
  const proxy = "10.0.0.2";
  const here = "127.0.0.1";
  test.each([
    ["direct", { ip: own, peer: own, lastHop: null }, own, false, "client_ok"],
    ["behind a trusted proxy", { ip: own, peer: proxy, lastHop: own }, own, false, "client_ok"],
    [
      "behind an untrusted one",
      { ip: proxy, peer: proxy, lastHop: own },
      proxy,
      false,
      "client_proxy",
    ],
    [
      "behind a silent one",
      { ip: proxy, peer: proxy, lastHop: null },
      proxy,
      false,
      "client_private",
    ],
    ["on this machine", { ip: here, peer: here, lastHop: null }, here, true, "client_ok"],
    ["on this machine, proxied", { ip: here, peer: here, lastHop: here }, here, true, "client_ok"],
    ["told nothing", { ip: null, peer: proxy, lastHop: null }, null, false, "client_unknown"],
    [
      "believing anybody",
      { ip: own, peer: proxy, lastHop: own },
      FORGED_IP,
      false,
      "client_forgeable",
    ],
  ] as const)("%s", (_name, seen, forgedIp, local, says) => {
    const plain = { ...echo, ...seen };
    expect(checkClient({ plain, forged: { ...plain, ip: forgedIp }, local }).says).toBe(says);
  });

  test.each([
    "10.1.2.3",
    "172.31.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "127.0.0.1",
    "::1",
    "fd00::1",
    "fe80::1",
  ])("%s is private", (ip) => expect(isPrivateIp(ip)).toBe(true));
  test.each(["8.8.8.8", "172.32.0.1", "100.128.0.1", "2001:db8::1"])("%s is public", (ip) =>
    expect(isPrivateIp(ip)).toBe(false),
  );
});

test.each([
  [{ first: 20, last: 1520 }, "stream_ok"],
  [{ first: 1510, last: 1511 }, "stream_buffered"],
  [{ first: 20 }, "stream_cut"],
  [{}, "stream_cut"],
  [{ first: 20, last: 1520, encoding: "gzip" }, "stream_compressed"],
])("a stream with the times %j", (times, says) => {
  expect(checkStream(times).says).toBe(says);
});

test.each([
  ["acme-8f3k2m", undefined, "partner_set"],
  ["acme-8f3k2m", null, "partner_unproven"],
  ["acme-8f3k2m", 401, "partner_refused"],
  ["your-partner-id", undefined, "partner_placeholder"],
  ["changeme", undefined, "partner_placeholder"],
  ["<partner-id>", undefined, "partner_placeholder"],
  ["demo-partner", undefined, "partner_placeholder"],
  ["partnership-8f3k", undefined, "partner_set"],
  ["has space", undefined, "partner_shape"],
  ["ключ", undefined, "partner_shape"],
  ["", undefined, "partner_missing"],
] as const)("the partner ID %j answered with %j", (value, refusedWith, says) => {
  const finding = checkPartner({
    shop: { id: "default", partnerIdEnv: "PARTNER_ID" },
    value,
    refusedWith,
  });
  expect(finding.says).toBe(says);
  if (value) expect(JSON.stringify(finding.values)).not.toContain(`"${value}"`);
});

describe("legal pages", () => {
  const own = (markdown: string) => parseLegal(markdown).text;
  const written = own("# Terms\n\nWe sell. See [ours](https://acme.shop/x).");
  const pages = new Map(
    LOCALES.flatMap((locale) => [
      [`terms.${locale}`, written],
      [`privacy.${locale}`, written],
    ]),
  );
  const shopWith = (support: object): Shop => {
    const config = shopSchema.parse({ name: "Acme", support });
    return { ...config, id: "acme", url: "https://acme.shop", revision: "1" };
  };
  const sayings = (support: object, legal = pages) =>
    checkLegal({ shop: shopWith(support), legal }).map(({ says }) => says);

  test.each([
    [{ email: "help@acme.shop" }, "legal_ok"],
    [{ url: "https://acme.shop/help" }, "legal_ok"],
    [{ email: "help@example.com" }, "legal_example"],
    [{ url: "https://support.example.org/x" }, "legal_example"],
    [{ email: "help@counterexample.com" }, "legal_ok"],
    [{}, "legal_contact"],
  ])("support by %j", (support, says) => {
    expect(sayings(support)).toEqual([says]);
  });

  test("a page in the general words and a draft are named", () => {
    const draft = own("# Privacy\n\nWe are \\[name of your company\\].");
    const support = { email: "help@acme.shop" };
    const drafts = new Map([...pages, ["privacy.en", draft]]);
    expect(sayings(support, drafts)).toEqual(["legal_draft"]);
    drafts.delete("terms.en");
    expect(sayings(support, drafts)).toEqual(["legal_own", "legal_draft"]);
    expect(sayings(support, new Map())).toEqual(["legal_own", "legal_own"]);
  });

  test("the languages in which a page of one's own is missing are named", () => {
    const legal = new Map(pages);
    for (const language of ["fr", "ar"]) legal.delete(`terms.${language}`);
    const found = checkLegal({ shop: shopWith({ email: "help@acme.shop" }), legal });
    expect(found).toMatchObject([
      { says: "legal_languages", values: { page: "terms", own: "en", languages: "fr, ar" } },
    ]);
  });
});

test("headers that are set twice are told apart from those of one policy", () => {
  const policy = "default-src 'self'; img-src 'self' https://a.example https://b.example";
  const page = (value: string) => ({
    path: "/en",
    status: 200,
    money: false,
    headers: new Headers({
      "content-security-policy": value,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
    }),
    again: new Headers(),
  });
  expect(checkHeaders([page(policy)], false).map(({ says }) => says)).toEqual(["headers_ok"]);
  expect(checkHeaders([page(`${policy}, default-src 'none'`)], false)).toMatchObject([
    { says: "headers_twice", values: { count: 2 } },
  ]);
  expect(checkHeaders([page(policy)], true)).toMatchObject([
    { says: "headers_missing", values: { header: "strict-transport-security" } },
  ]);
});

test("a store is tried by writing, reading and taking away", async () => {
  const memory = memoryStore();
  expect((await checkStore(memory, "memory")).says).toBe("store_memory");
  expect(await memory.get("doctor:trial")).toBeUndefined();
  expect((await checkStore(memory, "redis")).says).toBe("store_ok");
  const forgetful = { ...memory, get: async () => undefined };
  expect((await checkStore(forgetful, "redis")).says).toBe("store_broken");
  const gone = { ...memory, set: () => Promise.reject(new Error("redis://user:secret@host")) };
  const finding = await checkStore(gone, "redis");
  expect(finding.says).toBe("store_broken");
  expect(JSON.stringify(finding)).not.toContain("secret");
});

test("entries are counted wherever their lists stand", () => {
  const body = {
    categories: [{ brands: [1, 2], popular_brands: [{ brands: [3] }] }],
    brands: "none",
  };
  expect(countBoth("brands", "popular_brands")(body, { categories: [{ brands: [1] }] })).toEqual({
    total: 4,
    usable: 1,
  });
});
