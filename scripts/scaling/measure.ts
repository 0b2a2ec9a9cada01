import { Redis } from "ioredis";
import { Buyer } from "../../tests/chaos/support/buyer";
import { METRICS_TOKEN, metricOf } from "../../tests/chaos/support/metrics-of";
import type { startRedis } from "../../tests/chaos/support/redis";
import type { roundRobin } from "../../tests/chaos/support/round-robin";
import { type RunningShop, startShop } from "../../tests/chaos/support/start-shop";
import { CROWD_LIMITS } from "../../tests/load/place-orders";
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

/** What so many instances do, behind nginx and with a Redis of their own when they are several. */
export async function measure(
  { upstream, redis, front }: World,
  instances: number,
): Promise<Figures> {
  const store = new Redis(redis.url);
  await store.flushall();
  const env = { ...CROWD_LIMITS, METRICS_TOKEN, TRUST_PROXY: "1", REDIS_URL: redis.url };
  const shops: RunningShop[] = [];
  for (let at = 0; at < instances; at += 1) {
    shops.push(await startShop({ mode: "standalone", upstream, siteUrl: front.url, env }));
  }
  front.to(shops.map(({ port }) => port));
  const host = new URL(front.url).host;
  const spent = () => shops.reduce((sum, { pid }) => sum + processorMs(pid), 0);
  const sum = async (series: RegExp) => {
    const all = await Promise.all(shops.map(({ url }) => metricOf(url, host, series)));
    return all.reduce((total, some) => total + some, 0);
  };
  const memoryOf = async () => Number(/used_memory:(\d+)/.exec(await store.info("memory"))?.[1]);

  const paths = (await brandPaths(front.url)).slice(0, PAGES);
  await ask(front.url + paths[0], host);
  const renders = { ms: spent(), bytes: await memoryOf() };
  for (const path of paths.slice(1)) await ask(front.url + path, host);
  const renderMs = (spent() - renders.ms) / (PAGES - 1);
  const pageRedisBytes = ((await memoryOf()) - renders.bytes) / (PAGES - 1);

  const servers = shops.map(({ port }) => `server 127.0.0.1:${port};`).join(" ");
  const nginx = await startNginx({
    target: "http://shops",
    http: `upstream shops { ${servers} keepalive 64; }`,
  });
  const wish = { paths, host, seconds: SECONDS, lanes: LANES };
  await load(nginx.url, { ...wish, seconds: 2 });
  const before = spent();
  const plain = await load(nginx.url, wish);
  const pageMicros = ((spent() - before) * 1000) / plain.answers;
  await nginx.stop();

  const caching = await startNginx({
    target: "http://shops",
    http: `upstream shops { ${servers} keepalive 64; }
      proxy_cache_path /tmp/storefront-scaling-${process.pid} keys_zone=shop:16m;`,
    location: `proxy_cache shop; proxy_ignore_headers Vary; proxy_set_header Accept-Encoding gzip;`,
  });
  await load(caching.url, { ...wish, seconds: 2 });
  const proxyBefore = processorMs(caching.workerPid());
  const cached = await load(caching.url, wish);
  const nginxMicros = ((processorMs(caching.workerPid()) - proxyBefore) * 1000) / cached.answers;
  await caching.stop();

  const calls = /^shop_upstream_calls_total/;
  const orders = { ms: spent(), calls: await sum(calls), bytes: await memoryOf() };
  const placed: { reference: string; headers: Record<string, string> }[] = [];
  for (let number = 0; number < ORDERS; number += 1) {
    const buyer = new Buyer(front.url);
    // An odd number of requests for each, so that the proxy gives the next order to the other instance.
    await (await buyer.get("/api/health/live")).text();
    const { status, body } = await buyer.order(await buyer.cart(`buyer-${number}@example.com`));
    if (status !== 201) throw new Error(`order ${number}: ${status} ${String(body.code)}`);
    const { reference } = body.order as { reference: string };
    placed.push({ reference, headers: buyer.headers() });
  }
  const orderMs = (spent() - orders.ms) / ORDERS;
  const orderUpstream = ((await sum(calls)) - orders.calls) / ORDERS;
  const orderRedisBytes = ((await memoryOf()) - orders.bytes) / ORDERS;
  const each = (series: RegExp) => Promise.all(shops.map(({ url }) => metricOf(url, host, series)));
  const ordersEach = await each(/^shop_orders_created_total/);

  const readers = await openReaders(
    Array.from({ length: READERS }, (_unused, at) => {
      const { reference, headers } = placed[at % placed.length] ?? { reference: "", headers: {} };
      const shop = shops[Math.floor(at / placed.length) % shops.length];
      return {
        url: `${shop?.url}/api/orders/${reference}/subscribe?lang=en`,
        headers: { ...headers, "x-forwarded-for": "203.0.113.7" },
      };
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const streamsEach = await each(/^shop_streams_open /);
  for (const reader of readers) reader.close();

  await Promise.all(shops.map((shop) => shop.stop()));
  store.disconnect();
  return {
    instances,
    pagesPerSecond: plain.answers / plain.seconds,
    pageMicros,
    pageBytes: plain.bytes / plain.answers,
    cachedPerSecond: cached.answers / cached.seconds,
    nginxMicros,
    renderMs,
    pageRedisBytes,
    orderMs,
    orderUpstream,
    orderRedisBytes,
    ordersEach,
    streamsEach,
  };
}

async function brandPaths(site: string): Promise<string[]> {
  const reply = await fetch(`${site}/api/catalog/us`);
  const { brands } = (await reply.json()) as { brands: { slug: string }[] };
  return brands.map(({ slug }) => `/en/us/${slug}`);
}
