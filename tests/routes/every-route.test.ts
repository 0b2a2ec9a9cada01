import { readdirSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { problemBodySchema } from "@/lib/contract/problem";
import { HTTP_PROBLEMS } from "@/lib/http/http-problem";
import { shutdown } from "@/lib/shutdown";
import { order } from "../support/order-bodies";
import { allOperations, ShopClient, startUpstream } from "../support/shop-client";

let upstream: Awaited<ReturnType<typeof startUpstream>>;
const client = new ShopClient();
const pathOf = (template: string) =>
  template
    .replace("[country]", "US")
    .replace("[slug]", "pixelforge")
    .replace("[orderId]", "nothing")
    .replace("[action]", "pay");

beforeAll(async () => {
  upstream = await startUpstream();
});
afterAll(() => upstream.close());

test("these tests know every route that there is", async () => {
  const folders = readdirSync("app/api", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("route.ts") && !file.startsWith("[...unknown]"))
    .map((file) => `/api/${file.slice(0, -"/route.ts".length)}`);
  const known = new Set((await allOperations()).map(({ template }) => template));
  expect([...known].sort()).toEqual(folders.sort());
});

test("the interface's description has every operation but the demo's, with its method", async () => {
  const { paths } = (await (await client.request("/api/openapi.json")).json()) as {
    paths: Record<string, Record<string, unknown>>;
  };
  const described = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations)
      .filter((name) => name !== "parameters")
      .map((method) => `${method.toUpperCase()} ${path}`),
  );
  const existing = (await allOperations())
    .map(({ method, template }) => `${method} ${template.replaceAll(/\[(\w+)\]/g, "{$1}")}`)
    .filter((operation) => !operation.includes(" /api/demo/"));
  expect(described.sort()).toEqual(existing.sort());
});

test("whatever changes something is refused to another site and to nobody's page", async () => {
  // Browsers send reports by themselves and not as a page; nothing changes by one.
  const operations = (await allOperations()).filter(
    ({ method, template }) => method !== "GET" && template !== "/api/csp-report",
  );
  expect(operations.length).toBeGreaterThan(8);
  await upstream.control("DELETE", "log");
  for (const { method, template } of operations) {
    for (const origin of ["https://evil.example", "null", "", "http://localhost:3001"]) {
      const reply = await client.request(pathOf(template), { method, headers: { origin } });
      expect(reply.status, `${template} from ${origin}`).toBe(403);
      expect(await reply.json()).toMatchObject({ code: "cross_origin" });
    }
    const headers = { "sec-fetch-site": "same-site" };
    expect((await client.request(pathOf(template), { method, headers })).status).toBe(403);
  }
  expect(await upstream.log()).toEqual([]);
});

test("every answer has an id, and every refusal the one documented shape", async () => {
  for (const { method, template } of await allOperations()) {
    const reply = await client.request(pathOf(template), { method });
    expect(reply.headers.get("x-request-id"), template).toMatch(/^[\da-f-]{36}$/);
    expect(reply.status, template).toBeLessThan(500);
    if (reply.ok) continue;
    expect(reply.headers.get("content-type"), template).toBe("application/problem+json");
    expect(reply.headers.get("cache-control"), template).toBe("private, no-store");
    const body = problemBodySchema.parse(await reply.json());
    expect(body.requestId).toBe(reply.headers.get("x-request-id"));
    expect(body.status).toBe(reply.status);
    expect(Object.keys(HTTP_PROBLEMS)).toContain(body.code);
    expect(body.detail).toMatch(/^\p{Lu}.+\.$/u);
  }
});

test("nobody who asks for an order's route by guess makes upstream hear of it", async () => {
  await upstream.control("DELETE", "log");
  for (const { method, template } of await allOperations()) {
    if (!template.includes("[orderId]")) continue;
    expect((await client.request(pathOf(template), { method })).status, template).toBe(404);
  }
  expect(await upstream.log()).toEqual([]);
});

test("a fault of our own is a 500 that says nothing of its cause", async () => {
  const holder = globalThis as typeof globalThis & { __storefrontStore?: unknown };
  const broken = () => Promise.reject(new Error("redis://user:secret@10.0.0.1 is gone"));
  holder.__storefrontStore = { get: broken, set: broken, delete: broken };
  await expect(order(new ShopClient())).rejects.toThrow(/internal_error/);
  await expect(order(new ShopClient())).rejects.not.toThrow(/redis|secret/);
  expect((await upstream.orders()).length).toBe(0);
  const ready = await client.request("/api/health/ready");
  expect(ready.status).toBe(503);
  expect(await ready.json()).toEqual({ status: "unavailable" });
  expect((await client.request("/api/health/live")).status).toBe(200);
  delete holder.__storefrontStore;
});

test("H4: health is told in a word, even while upstream is down, and kept by no cache", async () => {
  await upstream.control("POST", "faults", { endpoint: "all", kind: "status", status: 503 });
  for (const path of ["/api/health/live", "/api/health/ready"]) {
    const reply = await client.request(path);
    expect(reply.status).toBe(200);
    expect(reply.headers.get("cache-control")).toBe("no-store");
    const text = await reply.text();
    expect(text.length).toBeLessThanOrEqual(40);
    expect(JSON.parse(text)).toEqual({ status: "ok" });
  }
  await upstream.control("DELETE", "faults");
});

test("the demo's controls move an order of one's own, and exist with DEMO=1 alone", async () => {
  const buyer = new ShopClient();
  const reference = await order(buyer);
  const path = `/api/demo/orders/${reference}`;
  expect(await (await buyer.post(`${path}/expire`)).json()).toEqual({ ok: true });
  expect((await upstream.orders()).at(-1)).toMatchObject({ order_state: "Expired" });
  for (const action of ["no-such-action", "..%2Freset", "Pay", "x".repeat(40)]) {
    const reply = await buyer.post(`${path}/${action}`);
    expect(reply.status, action).toBeGreaterThanOrEqual(400);
    expect(reply.status, action).toBeLessThan(500);
  }
  const closed = await startUpstream({ DEMO: "" });
  const other = new ShopClient();
  const theirs = await order(other);
  const before = (await closed.orders())[0]?.order_state;
  const refused = await other.post(`/api/demo/orders/${theirs}/pay`);
  const unknown = await other.post("/api/demo/orders/nothing/pay");
  expect([refused.status, unknown.status]).toEqual([404, 404]);
  expect((await closed.orders())[0]?.order_state).toBe(before);
  await closed.close();
});

test("H4: a shop that was asked to end is no longer ready, and still alive", async () => {
  shutdown().abort();
  const ready = await client.request("/api/health/ready");
  expect(ready.status).toBe(503);
  expect((await client.request("/api/health/live")).status).toBe(200);
});
