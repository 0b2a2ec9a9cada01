import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { upstreamHeaders } from "@/lib/cryptorefills/headers";
import { examine } from "@/lib/doctor/examine";
import type { Finding, Saying } from "@/lib/doctor/finding";
import { LOCALES } from "@/lib/i18n/locales";
import { createSandbox } from "@/sandbox/create-sandbox";
import { closeServers, serveProxy, serveShop } from "../support/serve-shop";
import { setTestEnv } from "../support/test-env";

const TOKEN = "a-token-that-is-long-enough-for-it";
const GOOD = {
  PARTNER_ID: "acme-8f3k2m",
  SITE_URL: "https://shop.example",
  SERVER_IP: "203.0.113.9",
  SETUP_TOKEN: TOKEN,
};

/** A folder with one shop that is more than the example. */
function shopsDir(config: object | string): string {
  const dir = mkdtempSync(join(tmpdir(), "shops-"));
  mkdirSync(join(dir, "default"));
  const text = typeof config === "string" ? config : JSON.stringify(config);
  writeFileSync(join(dir, "default", "shop.json"), text);
  mkdirSync(join(dir, "default", "legal"));
  for (const name of LOCALES.flatMap((locale) => [`terms.${locale}`, `privacy.${locale}`])) {
    writeFileSync(join(dir, "default", "legal", `${name}.md`), `# ${name}\n\nOur own words.`);
  }
  return dir;
}
const CLIENT = "203.0.113.50";
const SHOP = { name: "Acme Cards", support: { email: "help@acme.shop" } };

let sandbox: ReturnType<typeof createSandbox>;
let api = "";
let requests: { method: string; path: string }[] = [];

beforeEach(async () => {
  sandbox = createSandbox({ stepMs: 20 });
  api = (await sandbox.listen(0)).url;
  configure();
});
afterEach(async () => {
  requests = await journal();
  closeServers();
  await sandbox.close();
  vi.useRealTimers();
  // Whatever is wrong with a set-up, looking at it buys nothing.
  expect(
    requests.filter(({ method, path }) => method === "POST" && !path.endsWith("/validations")),
  ).toEqual([]);
});

const journal = async () =>
  ((await (await fetch(`${api}/__control/log`)).json()) as typeof requests).filter(
    ({ path }) => !path.startsWith("/__control"),
  );
const fault = (body: object) =>
  fetch(`${api}/__control/faults`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

function configure(values: Record<string, string> = {}): void {
  setTestEnv({ API_URL: api, ...GOOD, SHOPS_DIR: shopsDir(SHOP), ...values });
}

const levels = (findings: readonly Finding[], level: Finding["level"]): Saying[] =>
  findings.filter((finding) => finding.level === level).map(({ says }) => says);
const wrongs = async (url?: string) => levels(await examine({ url }), "wrong");

/** A running shop behind a proxy, configured to live at the proxy's address. */
async function running(
  habits: Parameters<typeof serveProxy>[1] = {},
  values: Record<string, string> = {},
): Promise<string> {
  const front = await serveProxy(await serveShop(), habits);
  configure({ SITE_URL: front, ...values });
  return front;
}

test("a good set-up has nothing wrong, and every check had its say", async () => {
  const url = await running({ addsForwardedFor: CLIENT }, { TRUST_PROXY: "1" });
  const findings = await examine({ url });
  expect(levels(findings, "wrong")).toEqual([]);
  // The test's shop runs on this machine.
  expect(levels(findings, "warning")).toEqual(["site_local"]);
  const said = new Set(levels(findings, "ok"));
  for (const saying of [
    "config_ok",
    "shop_ok",
    "contrast_ok",
    "legal_ok",
    "store_memory",
    "partner_set",
    "upstream_ok",
    "upstream_validation",
    "clock_ok",
    "images_ok",
    "address_ok",
    "client_ok",
    "stream_ok",
    "headers_ok",
  ] satisfies Saying[]) {
    expect(said, saying).toContain(saying);
  }
  const asked = await journal();
  expect(asked.filter(({ method }) => method === "POST").length).toBe(1);
  expect(asked.length).toBeLessThan(20);
});

describe("what is wrong before anything runs", () => {
  test("1: a variable is missing", async () => {
    configure({ PARTNER_ID: "" });
    expect(await wrongs()).toEqual(["config_fault"]);
    expect(await journal()).toEqual([]);
  });

  test("2: all faults of the configuration are named at once", async () => {
    configure({ ORDER_SECRET: "c2hvcnQ=", SITE_URL: "http://shop.example", LIMIT_PRICE: "many" });
    const findings = await examine({});
    const wrong = findings.filter(({ level }) => level === "wrong");
    expect(wrong.map(({ values }) => String(values.fault).split(" ")[0]).sort()).toEqual([
      "LIMIT_PRICE",
      "ORDER_SECRET",
      "SITE_URL",
    ]);
  });

  test("3: the secret is not random", async () => {
    configure({ ORDER_SECRET: Buffer.alloc(32, "a").toString("base64") });
    expect(await wrongs()).toEqual(["secret_weak"]);
  });

  test("4: a shop.json breaks a rule", async () => {
    configure({ SHOPS_DIR: shopsDir({ ...SHOP, theme: { light: { brand: "blue" } } }) });
    const findings = await examine({});
    expect(new Set(levels(findings, "wrong"))).toEqual(new Set(["shop_fault"]));
    expect(JSON.stringify(findings)).toContain("theme.light.brand");
  });

  test("5: a shop names a partner ID that is not set", async () => {
    configure({ SHOPS_DIR: shopsDir({ ...SHOP, partnerIdEnv: "NO_SUCH_PARTNER" }) });
    const findings = await examine({});
    const said = findings.filter(({ level }) => level === "wrong");
    expect(said.length).toBeGreaterThan(0);
    expect(JSON.stringify(said)).toContain("NO_SUCH_PARTNER");
  });

  test("6: the partner ID is a placeholder, and nobody reads the support's mail", async () => {
    const support = { email: "support@example.com" };
    configure({ PARTNER_ID: "your-partner-id", SHOPS_DIR: shopsDir({ name: "Kiosk", support }) });
    expect(levels(await examine({}), "warning")).toEqual([
      "shop_default_name",
      "legal_example",
      "partner_placeholder",
      "address_none",
    ]);
  });
});

test("colours that cannot be read are named with the nearest that can", async () => {
  const theme = { light: { brand: "#ffee00" } };
  configure({ SHOPS_DIR: shopsDir({ ...SHOP, theme }) });
  const findings = await examine({});
  expect(levels(findings, "wrong")).toEqual([]);
  const [low] = findings.filter(({ says }) => says === "contrast_low");
  expect(low?.level).toBe("warning");
  expect(String(low?.values.pair)).toContain("theme.light brand #ffee00");
  expect(String(low?.values.nearest)).toMatch(/^theme\.light\.brand #[0-9a-f]{6}$/);
});

test("samples beside the shop have to be right, and nothing more is said of them", async () => {
  const dir = shopsDir(SHOP);
  mkdirSync(join(dir, "sample"));
  const sample = {
    name: "Kiosk",
    url: "http://sample.localhost:3000",
    theme: { light: { brand: "#ffee00" } },
  };
  writeFileSync(join(dir, "sample", "shop.json"), JSON.stringify(sample));
  configure({ SHOPS_DIR: dir, SITE_URL: "http://localhost:3000" });
  const findings = await examine({});
  expect(levels(findings, "warning")).toEqual(["site_local", "address_none"]);
  expect(JSON.stringify(findings)).toContain("default, sample");
  writeFileSync(join(dir, "sample", "shop.json"), JSON.stringify({ ...sample, name: 1 }));
  expect(await wrongs()).toEqual(["shop_fault"]);
});

test("a legal page is missing", async () => {
  const dir = shopsDir(SHOP);
  rmSync(join(dir, "default", "legal", "terms.en.md"));
  rmSync(join(dir, "default", "legal", "privacy.fr.md"));
  configure({ SHOPS_DIR: dir });
  const findings = await examine({});
  expect(levels(findings, "wrong")).toEqual([]);
  expect(findings.filter(({ check, level }) => check === "legal" && level === "warning")).toEqual([
    expect.objectContaining({ says: "legal_own", values: { shop: "default", page: "terms" } }),
    expect.objectContaining({
      says: "legal_languages",
      values: { shop: "default", page: "privacy", own: "en", languages: "fr" },
    }),
  ]);
});

test("it is not said which proxies are trusted, in a way that can be read", async () => {
  configure({ TRUST_PROXY: "the one in front" });
  const findings = await examine({});
  expect(levels(findings, "wrong")).toEqual(["config_fault"]);
  expect(JSON.stringify(findings)).toContain("TRUST_PROXY");
  // The shops are looked at all the same, so that one run says all.
  expect(levels(findings, "ok")).toEqual(["shop_ok", "contrast_ok", "legal_ok"]);
});

test("the store that instances share is not there", { timeout: 15_000 }, async () => {
  configure({ REDIS_URL: "redis://127.0.0.1:9" });
  expect(await wrongs()).toEqual(["store_broken"]);
});

describe("what is wrong with upstream", () => {
  test("7: nobody answers", async () => {
    configure({ API_URL: "http://127.0.0.1:9" });
    const findings = await examine({});
    expect(new Set(levels(findings, "wrong"))).toEqual(new Set(["upstream_unreachable"]));
    expect(levels(findings, "warning")).toContain("partner_unproven");
  });

  test("8: it refuses the partner ID", async () => {
    await fault({ endpoint: "all", kind: "status", status: 403 });
    expect(await wrongs()).toContain("partner_refused");
  });

  test.each([
    [{ kind: "status", status: 500 }, "upstream_status"],
    [{ kind: "garbage" }, "upstream_garbled"],
    [{ kind: "redirect" }, "upstream_redirect"],
    [{ kind: "reset" }, "upstream_unreachable"],
  ] as const)("9: it has the fault %j", async (kind, saying) => {
    await fault({ endpoint: "brands", ...kind });
    expect(await wrongs()).toContain(saying);
  });

  test("10: its answers have another form", async () => {
    const shapes: [string, unknown][] = [
      ["brands", { categories: [{ brands: [{ id: "1", title: "New shape" }] }] }],
      [
        "payment_vias",
        [
          {
            name: "cryptocurrency",
            currencies: [{ name: "USDC", networks: [{ title: "Solana" }] }],
          },
        ],
      ],
      ["price", { amount: "10" }],
    ];
    for (const [endpoint, body] of shapes) {
      await fetch(`${api}/__control/next`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ endpoint, status: 200, body }),
      });
      const findings = await examine({});
      const shape = findings.find(({ says }) => says === "upstream_shape");
      expect(shape, endpoint).toBeDefined();
    }
  });

  test("its clock is wrong", async () => {
    const date = new Date(Date.now() - 3_600_000).toUTCString();
    const late = await serveProxy(api, {
      changes: (_path, headers) => Object.assign(headers, { date }),
    });
    configure({ API_URL: late });
    const findings = await examine({});
    expect(levels(findings, "wrong")).toEqual(["clock_off"]);
    const [off] = findings.filter(({ says }) => says === "clock_off");
    expect(off?.values).toMatchObject({ source: new URL(late).host });
    expect(off?.values.seconds).toBeGreaterThan(3_500);
  });

  test("its pictures come from a host that pages do not load from", async () => {
    const identity = { partnerId: "p", version: "1", ip: CLIENT, userAgent: "test" };
    const headers = upstreamHeaders(identity);
    const reply = await fetch(`${api}/v2/brands?country_code=US`, { headers });
    const answer = await reply.text();
    expect(reply.status).toBe(200);
    const body = JSON.parse(answer.replaceAll(/https?:\/\/[^/"]+\//g, "https://logos.example/"));
    await fetch(`${api}/__control/next`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ endpoint: "brands", status: 200, body }),
    });
    const findings = await examine({});
    expect(levels(findings, "warning")).toContain("images_foreign");
    expect(levels(findings, "ok")).not.toContain("images_ok");
    expect(JSON.stringify(findings)).toContain("logos.example");
  });

  test("11: the clock is wrong", async () => {
    const real = Date.now;
    vi.spyOn(Date, "now").mockImplementation(() => real() + 10 * 60_000);
    const findings = await examine({});
    vi.restoreAllMocks();
    expect(levels(findings, "wrong")).toEqual(["clock_off"]);
    expect(findings.find(({ says }) => says === "clock_off")?.values.seconds).toBeGreaterThan(590);
  });
});

describe("what is wrong with what stands in front", () => {
  test("12: the proxy's address is taken for the buyer's", async () => {
    const url = await running({ addsForwardedFor: CLIENT }, { TRUST_PROXY: "0" });
    expect(await wrongs(url)).toEqual(["client_proxy"]);
  });

  test("13: more proxies are trusted than there are", async () => {
    const url = await running({ addsForwardedFor: CLIENT }, { TRUST_PROXY: "2" });
    expect(await wrongs(url)).toEqual(["client_forgeable"]);
  });

  test("14: a proxy is trusted that does not say whom it stands for", async () => {
    const url = await running({}, { TRUST_PROXY: "1" });
    expect(await wrongs(url)).toEqual(["client_forgeable"]);
  });

  test("15: it collects events before it passes them on", async () => {
    const url = await running({ buffers: true });
    expect(await wrongs(url)).toEqual(["stream_buffered"]);
  });

  test("16: it takes the content policy away", async () => {
    const changes = (_path: string, headers: Record<string, unknown>) => {
      headers["content-security-policy"] = undefined;
    };
    expect(await wrongs(await running({ changes }))).toEqual([
      "headers_missing",
      "headers_missing",
    ]);
  });

  test("17: it keeps pages with money", async () => {
    let kept: unknown;
    const changes = (path: string, headers: Record<string, unknown>) => {
      if (!path.endsWith("/orders")) return;
      kept ??= headers["content-security-policy"];
      headers["content-security-policy"] = kept;
      headers["cache-control"] = "max-age=600";
    };
    expect(await wrongs(await running({ changes }))).toEqual([
      "headers_same_nonce",
      "headers_cached",
    ]);
  });

  test("18: it passes on another host", async () => {
    const url = await running({ host: "inner.local" });
    expect(await wrongs(url)).toEqual(["address_host"]);
  });

  test("19: the shop thinks that it lives elsewhere", async () => {
    const url = await running();
    configure({ SITE_URL: "https://shop.example" });
    expect(await wrongs(url)).toEqual(["address_differs"]);
  });

  test("20: the shop does not run, or does not know the token", async () => {
    expect(await wrongs("http://127.0.0.1:9")).toEqual(["address_unreachable"]);
    const url = await running();
    const own = process.env.SETUP_TOKEN;
    const shown = fetch(`${url}/setup/echo`, { headers: { authorization: "Bearer wrong" } });
    expect((await shown).status).toBe(401);
    process.env.SETUP_TOKEN = own;
  });
});

describe("the page", () => {
  const page = (url: string, headers: Record<string, string> = {}) =>
    fetch(`${url}/setup`, { headers: { "accept-language": "en", ...headers } });
  const basic = { authorization: `Basic ${Buffer.from(`anyone:${TOKEN}`).toString("base64")}` };

  test("shows the same report to who has the token, as a page or as data", async () => {
    const url = await running({ addsForwardedFor: CLIENT }, { TRUST_PROXY: "1" });
    const html = await page(url, basic);
    expect(html.status).toBe(200);
    expect(html.headers.get("x-robots-tag")).toBe("noindex");
    expect(html.headers.get("cache-control")).toBe("private, no-store");
    const text = await html.text();
    expect(text).toContain("Nothing was ordered.");
    const secrets = [TOKEN, GOOD.PARTNER_ID, process.env.ORDER_SECRET ?? "-"];
    for (const secret of secrets) expect(text).not.toContain(secret);
    const json = await page(url, { authorization: `Bearer ${TOKEN}`, accept: "application/json" });
    const report = (await json.json()) as { worst: string; lines: { text: string }[] };
    expect(report.worst).toBe("warning");
    for (const secret of secrets) expect(JSON.stringify(report)).not.toContain(secret);
  });

  test("asks everybody else for it, and counts wrong ones", async () => {
    const url = await running({}, { LIMIT_ACCESS: "3/900" });
    const statuses: number[] = [];
    for (const authorization of ["", "Bearer", "Bearer x", `Bearer ${TOKEN}x`, "Basic eDp5"]) {
      statuses.push((await page(url, { authorization })).status);
    }
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
    expect((await page(url, basic)).status).toBe(200);
  });

  test("does not exist without a token", async () => {
    const url = await running({}, { SETUP_TOKEN: "" });
    for (const path of ["/setup", "/setup/echo", "/setup/stream"]) {
      expect((await fetch(`${url}${path}`, { headers: basic })).status, path).toBe(404);
    }
  });
});
