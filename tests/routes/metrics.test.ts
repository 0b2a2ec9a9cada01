import { afterAll, beforeAll, expect, test } from "vitest";
import { measure } from "@/lib/telemetry/metrics";
import { ShopClient, startUpstream } from "../support/shop-client";

const TOKEN = "a-token-of-enough-letters";
let upstream: Awaited<ReturnType<typeof startUpstream>>;
const client = new ShopClient();
const read = (authorization?: string) =>
  client.request("/api/metrics", authorization ? { headers: { authorization } } : {});

beforeAll(async () => {
  upstream = await startUpstream({ METRICS_TOKEN: TOKEN });
});
afterAll(() => upstream.close());

test("without the token there is no such address", async () => {
  for (const wrong of [undefined, "Bearer nothing", `Basic ${TOKEN}`, "Bearer "]) {
    const reply = await read(wrong);
    expect(reply.status).toBe(404);
    expect(await reply.text()).not.toContain("shop_");
  }
});

test("with it every line is a comment or a sample, and each name has its type once", async () => {
  await client.request("/api/catalog/US");
  await client.request("/api/catalog/US");
  const reply = await read(`Bearer ${TOKEN}`);
  expect(reply.headers.get("content-type")).toContain("version=0.0.4");
  expect(reply.headers.get("cache-control")).toBe("private, no-store");
  const lines = (await reply.text()).trimEnd().split("\n");
  const types = lines.filter((line) => line.startsWith("# TYPE"));
  expect(new Set(types.map((line) => line.split(" ")[2])).size).toBe(types.length);
  for (const line of lines.filter((each) => !each.startsWith("#"))) {
    expect(line).toMatch(/^[a-z_]+(?:\{(?:[a-z]+="[^"\n]*",?)+\})? [\d.e+-]+$/);
  }
  expect(lines).toContain('shop_upstream_calls_total{endpoint="brands",outcome="ok"} 1');
  expect(lines).toContain('shop_cache_reads_total{cache="brands",result="miss"} 1');
  expect(lines).toContain('shop_cache_reads_total{cache="brands",result="hit"} 1');
  expect(lines).toContain("shop_orders_created_total 0");
  expect(lines).toContain("shop_streams_open 0");
  const age = lines.find((line) => line.startsWith("shop_upstream_age_seconds "));
  expect(Number(age?.split(" ")[1])).toBeLessThan(60);
});

test("a histogram adds up", async () => {
  for (const seconds of [0.001, 0.2, 99]) measure("shop_request_seconds", { route: "/x" }, seconds);
  const text = await (await read(`Bearer ${TOKEN}`)).text();
  expect(text).toContain('shop_request_seconds_bucket{route="/x",le="0.005"} 1');
  expect(text).toContain('shop_request_seconds_bucket{route="/x",le="30"} 2');
  expect(text).toContain('shop_request_seconds_bucket{route="/x",le="+Inf"} 3');
  expect(text).toContain('shop_request_seconds_count{route="/x"} 3');
});

test("an instance tells them under its own name too, where hosts that no shop names get nothing", async () => {
  const closed = await startUpstream({ METRICS_TOKEN: TOKEN, UNKNOWN_HOST: "404" });
  const ask = async (path: string, token: string) => {
    const headers = { host: "shop-1:3000", authorization: `Bearer ${token}` };
    return (await client.request(path, { headers })).status;
  };
  expect(await ask("/api/metrics", TOKEN)).toBe(200);
  expect(await ask("/api/metrics", "another-token-of-enough-letters")).toBe(404);
  expect(await ask("/api/catalog/US", TOKEN)).toBe(404);
  await closed.close();
});
