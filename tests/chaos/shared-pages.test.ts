import { statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Redis } from "ioredis";
import { afterAll, beforeAll, expect, test } from "vitest";
import words from "@/messages/en/common.json" with { type: "json" };
import { createSandbox } from "@/sandbox/create-sandbox";
import { residentKb } from "../load/resident-memory";
import { METRICS_TOKEN, metricOf } from "./support/metrics-of";
import { startRedis } from "./support/redis";
import { roundRobin } from "./support/round-robin";
import { type RunningShop, startShop } from "./support/start-shop";

const MADE_UP = 1_000;
const ROUNDS = 6;
/** A fifth of what the made-up pages of one round weigh. */
const GROWN_KB_MAX = 15 * 1024;
const AN_HOUR = 3_600_000;

const sandbox = createSandbox();
let upstream: string;
let front: Awaited<ReturnType<typeof roundRobin>>;
let redis: Awaited<ReturnType<typeof startRedis>>;
let keys: Redis;
let shops: [RunningShop, RunningShop];

// One of each: the page cache is loaded from beside the bundle, which lies elsewhere in the standalone copy.
const start = (mode: "start" | "standalone", env: Record<string, string> = {}) =>
  startShop({
    mode,
    upstream,
    siteUrl: front.url,
    env: { REDIS_URL: redis.url, TRUST_PROXY: "1", METRICS_TOKEN, ...env },
  });

beforeAll(async () => {
  upstream = (await sandbox.listen(0)).url;
  redis = await startRedis();
  keys = new Redis(redis.url);
  keys.on("error", () => {});
  front = await roundRobin();
  shops = [await start("start"), await start("standalone")];
  front.to(shops.map(({ port }) => port));
});
afterAll(async () => {
  await Promise.all((shops ?? []).map((shop) => shop.stop()));
  await front?.close();
  keys?.disconnect();
  await redis?.kill();
  await sandbox.close();
});

const saysOld = (html: string) => html.includes(words.stale);
const host = () => new URL(front.url).host;
const get = (shop: RunningShop, path: string, more: Record<string, string> = {}) =>
  fetch(shop.url + path, { headers: { host: host(), ...more } });
const cached = (reply: Response) => reply.headers.get("x-nextjs-cache");
const upstreamCalls = (shop: RunningShop) =>
  metricOf(shop.url, host(), /^shop_upstream_calls_total/);
const askedShelf = (shop: RunningShop) =>
  metricOf(shop.url, host(), /^shop_cache_reads_total\{cache="pages",result="(?:shared|miss)"/);

test("H3: what one instance rendered, the other serves from its cache, without a call upstream", async () => {
  const [one, other] = shops;
  for (const path of ["/en/us", "/en/us/browse", "/en/us/pixelforge", "/fr"]) {
    const made = await get(one, path);
    expect(cached(made), path).toBe("MISS");
    const html = await made.text();
    const served = await get(other, path);
    expect(cached(served), path).toBe("HIT");
    expect(await served.text(), path).toBe(html);
    // The data of a soft navigation is in the same entry.
    const soft = await get(other, path, { rsc: "1" });
    expect(cached(soft), path).toBe("HIT");
    expect(soft.headers.get("content-type"), path).toContain("text/x-component");
    expect(await soft.text(), path).toBe(await (await get(one, path, { rsc: "1" })).text());
  }
  expect(await upstreamCalls(one)).toBeGreaterThan(0);
  expect(await upstreamCalls(other)).toBe(0);
});

test("H3: a page that is fresh in an instance costs Redis nothing", async () => {
  const [, other] = shops;
  const before = await askedShelf(other);
  for (let time = 0; time < 50; time += 1) expect(cached(await get(other, "/en/us"))).toBe("HIT");
  expect(await askedShelf(other)).toBe(before);
});

test("H3: through the proxy every page is rendered once, whoever gets it", async () => {
  const seen: (string | null)[] = [];
  for (let time = 0; time < 6; time += 1) {
    seen.push(cached(await fetch(`${front.url}/en/de`)));
  }
  expect(seen).toEqual(["MISS", "HIT", "HIT", "HIT", "HIT", "HIT"]);
});

test("H3: an instance that starts anew finds the pages again", async () => {
  const [one, other] = shops;
  await other.stop();
  const again = await start("standalone");
  shops = [one, again];
  front.to(shops.map(({ port }) => port));
  for (const path of ["/en/us", "/en/de", "/fr"])
    expect(cached(await get(again, path))).toBe("HIT");
  expect(await upstreamCalls(again)).toBe(0);
});

test("addresses that somebody makes up leave memory, disk and Redis as they were", async () => {
  const [one] = shops;
  await get(one, "/en/us/nothing-of-the-kind");
  const makeUp = async (round: string, count: number) => {
    for (let at = 0; at < count; at += 20) {
      const some = Array.from({ length: 20 }, (_unused, index) => `${round}-${at + index}`);
      const replies = await Promise.all(some.map((slug) => get(one, `/en/us/${slug}`)));
      for (const reply of replies) {
        expect(reply.status).toBe(404);
        await reply.arrayBuffer();
      }
    }
  };
  // What has been read so far has filled the small shelf of missing pages.
  await makeUp("warm", 400);
  const before = { disk: await bytesIn(".next"), entries: await keys.dbsize() };
  // A heap grows as far as its process may let it, then stays; what keeps each page grows by each of them.
  let grownKb = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS && grownKb >= GROWN_KB_MAX; round += 1) {
    const memory = residentKb(one.pid);
    await makeUp(`round-${round}`, MADE_UP);
    grownKb = residentKb(one.pid) - memory;
  }
  expect(grownKb).toBeLessThan(GROWN_KB_MAX);
  expect(await bytesIn(".next")).toBe(before.disk);
  expect(await keys.dbsize()).toBe(before.entries);
  expect(cached(await get(one, "/en/us"))).toBe("HIT");
}, 240_000);

test("E1: a page that says it may be old stops saying so soon after upstream is back", async () => {
  const [one, other] = shops;
  await other.stop();
  // Next tells the time by the one clock, the shop by the other.
  const later = `const now = Date.now; Date.now = () => now() + ${AN_HOUR};
    Object.defineProperty(performance, "timeOrigin", { value: performance.timeOrigin + ${AN_HOUR} });`;
  const hook = `--import data:text/javascript,${encodeURIComponent(later)}`;
  const fault = (body: object | undefined) =>
    fetch(`${upstream}/__control/faults`, {
      method: body ? "POST" : "DELETE",
      headers: { "content-type": "application/json" },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  await fault({ endpoint: "all", kind: "status", status: 503 });
  try {
    const aged = await start("standalone", { NODE_OPTIONS: hook });
    shops = [one, aged];
    // What it reads for this page is old and stays so, which every page that is rendered from now on says.
    await (await get(aged, "/en/us")).text();
    await expect.poll(async () => (await upstreamCalls(aged)) >= 3).toBe(true);
    await wait(500);
    const page = async () => (await get(aged, "/en/us/browse")).text();
    expect(saysOld(await page())).toBe(false);
    await expect.poll(async () => saysOld(await page()), { timeout: 20_000 }).toBe(true);
    await fault(undefined);
    const soon = { timeout: 60_000, interval: 1_000 };
    await expect.poll(async () => saysOld(await page()), soon).toBe(false);
  } finally {
    await fault(undefined);
  }
}, 120_000);

test("H3: with a Redis that hangs or is gone pages go on, at most a third of a second slower", async () => {
  const [one] = shops;
  await get(one, "/en/us");
  redis.freeze();
  const took = async (path: string) => {
    const began = performance.now();
    const reply = await get(one, path);
    await reply.arrayBuffer();
    expect(reply.status, path).toBe(200);
    return performance.now() - began;
  };
  expect(await took("/en/us")).toBeLessThan(250);
  expect(await took("/en/us/streamhaus")).toBeLessThan(2_000);
  expect(await took("/en/us/ridehail")).toBeLessThan(2_000);
  await redis.kill();
  expect(await took("/en/us")).toBeLessThan(250);
  expect(await took("/en/us/wearwell")).toBeLessThan(2_000);
  expect(cached(await get(one, "/en/us/wearwell"))).toBe("HIT");
});

async function bytesIn(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  return names
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
