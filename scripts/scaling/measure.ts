import { Redis } from "ioredis";
import { METRICS_TOKEN, metricOf } from "../../tests/chaos/support/metrics-of";
import type { startRedis } from "../../tests/chaos/support/redis";
import type { roundRobin } from "../../tests/chaos/support/round-robin";
import { type RunningShop, startShop } from "../../tests/chaos/support/start-shop";
import { CROWD_LIMITS, type PlacedOrder, placeOrders } from "../../tests/load/place-orders";
import { processorMs } from "../../tests/load/resident-memory";
import { startNginx } from "../../tests/load/start-nginx";
import { openReaders } from "../../tests/load/stream-reader";
import { ask, load } from "./load";

const SECONDS = 6;
const LANES = 32;
const PAGES = 60;
const ORDERS = 40;
const READERS = 400;

export type Figures = {
  instances: number;
  pagesPerSecond: number;
  pageMicros: number;
  pageBytes: number;
  cachedPerSecond: number;
  nginxMicros: number;
  renderMs: number;
  pageRedisBytes: number;
  orderMs: number;
  orderUpstream: number;
  orderRedisBytes: number;
  ordersEach: number[];
  streamsEach: number[];
};

type World = {
  upstream: string;
  redis: Awaited<ReturnType<typeof startRedis>>;
  front: Awaited<ReturnType<typeof roundRobin>>;
};

type Shops = {
  all: readonly RunningShop[];
  /** The address that buyers use, and its host. */
  site: string;
  host: string;
  upstream: string;
  store: Redis;
};

/** What so many instances do, behind nginx and with a Redis of their own when they are several. */
export async function measure(
  { upstream, redis, front }: World,
  instances: number,
): Promise<Figures> {
  const store = new Redis(redis.url);
  await store.flushall();
  const env = { ...CROWD_LIMITS, METRICS_TOKEN, TRUST_PROXY: "1", REDIS_URL: redis.url };
  const all: RunningShop[] = [];
  try {
    for (let at = 0; at < instances; at += 1) {
      all.push(await startShop({ mode: "standalone", upstream, siteUrl: front.url, env }));
    }
    front.to(all.map(({ port }) => port));
    const { url: site } = front;
    const shops = { all, site, host: new URL(site).host, upstream, store };
    const paths = (await brandPaths(site)).slice(0, PAGES);
    return {
      instances,
      ...(await renderPages(shops, paths)),
      ...(await servePages(shops, paths)),
      ...(await keepPages(shops, paths)),
      ...(await makeOrders(shops)),
    };
  } finally {
    await Promise.all(all.map((shop) => shop.stop()));
    store.disconnect();
  }
}

/** Each page once; the first, which also loads code, is left out. */
async function renderPages(shops: Shops, [first = "", ...others]: string[]) {
  const { site, host } = shops;
  await ask(site + first, host);
  const before = { ms: spentMs(shops), bytes: await redisBytes(shops) };
  for (const path of others) await ask(site + path, host);
  return {
    renderMs: (spentMs(shops) - before.ms) / others.length,
    pageRedisBytes: ((await redisBytes(shops)) - before.bytes) / others.length,
  };
}

/** Rendered pages through a proxy that keeps none. */
async function servePages(shops: Shops, paths: string[]) {
  const nginx = await startNginx({ target: "http://shops", http: upstreamBlock(shops) });
  const wish = { paths, host: shops.host, seconds: SECONDS, lanes: LANES };
  await load(nginx.url, { ...wish, seconds: 2 });
  const before = spentMs(shops);
  const { answers, seconds, bytes } = await load(nginx.url, wish);
  const pageMicros = ((spentMs(shops) - before) * 1000) / answers;
  await nginx.stop();
  return { pagesPerSecond: answers / seconds, pageMicros, pageBytes: bytes / answers };
}

/** The same pages through one that keeps them. */
async function keepPages(shops: Shops, paths: string[]) {
  const nginx = await startNginx({
    target: "http://shops",
    http: `${upstreamBlock(shops)}
      proxy_cache_path /tmp/storefront-scaling-${process.pid} keys_zone=shop:16m;`,
    location: `proxy_cache shop; proxy_ignore_headers Vary; proxy_set_header Accept-Encoding gzip;`,
  });
  const wish = { paths, host: shops.host, seconds: SECONDS, lanes: LANES };
  await load(nginx.url, { ...wish, seconds: 2 });
  const before = processorMs(nginx.workerPid());
  const { answers, seconds } = await load(nginx.url, wish);
  const nginxMicros = ((processorMs(nginx.workerPid()) - before) * 1000) / answers;
  await nginx.stop();
  return { cachedPerSecond: answers / seconds, nginxMicros };
}

/** Orders through the front, and streams of them at each instance. */
async function makeOrders(shops: Shops) {
  const calls = async () => {
    const each = await eachOf(shops, /^shop_upstream_calls_total/);
    return each.reduce((total, some) => total + some, 0);
  };
  const before = { ms: spentMs(shops), calls: await calls(), bytes: await redisBytes(shops) };
  const placed = await placeOrders(shops.site, shops.upstream, ORDERS);
  const orderMs = (spentMs(shops) - before.ms) / ORDERS;
  const orderUpstream = ((await calls()) - before.calls) / ORDERS;
  const orderRedisBytes = ((await redisBytes(shops)) - before.bytes) / ORDERS;
  const ordersEach = await eachOf(shops, /^shop_orders_created_total/);
  const readers = await openReaders(
    Array.from({ length: READERS }, (_unused, at) => {
      const { path, headers } = placed[at % placed.length] as PlacedOrder;
      const shop = shops.all[Math.floor(at / placed.length) % shops.all.length];
      return { url: shop?.url + path, headers: { ...headers, "x-forwarded-for": "203.0.113.7" } };
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const streamsEach = await eachOf(shops, /^shop_streams_open /);
  for (const reader of readers) reader.close();
  return { orderMs, orderUpstream, orderRedisBytes, ordersEach, streamsEach };
}

const upstreamBlock = ({ all }: Shops): string => {
  const servers = all.map(({ port }) => `server 127.0.0.1:${port};`).join(" ");
  return `upstream shops { ${servers} keepalive 64; }`;
};

/** Processor time of all instances so far. */
const spentMs = ({ all }: Shops): number => all.reduce((sum, { pid }) => sum + processorMs(pid), 0);

const redisBytes = async ({ store }: Shops): Promise<number> =>
  Number(/used_memory:(\d+)/.exec(await store.info("memory"))?.[1]);

const eachOf = ({ all, host }: Shops, series: RegExp): Promise<number[]> =>
  Promise.all(all.map(({ url }) => metricOf(url, host, series)));

async function brandPaths(site: string): Promise<string[]> {
  const reply = await fetch(`${site}/api/catalog/us`);
  const { brands } = (await reply.json()) as { brands: { slug: string }[] };
  return brands.map(({ slug }) => `/en/us/${slug}`);
}
