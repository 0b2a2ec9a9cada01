import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { peerHeader } from "@/lib/http/peer-header";
import { ShopClient, startUpstream } from "../support/shop-client";

let upstream: Awaited<ReturnType<typeof startUpstream>>;
beforeEach(async () => {
  upstream = await startUpstream();
});
afterEach(async () => {
  vi.useRealTimers();
  await upstream.close();
});

const fault = (body: Record<string, unknown>) => upstream.control("POST", "faults", body);
const asked = async (start: string) =>
  (await upstream.log()).filter(({ path }) => path.startsWith(start)).length;

/** Fifty buyers at fifty addresses. */
const everybody = (path: string) =>
  Promise.all(
    Array.from({ length: 50 }, (_unused, index) =>
      new ShopClient().request(path, { headers: { [peerHeader()]: `203.0.113.${index}` } }),
    ),
  );

test("E2 a pause that upstream asks for is kept by the whole process: one call, and everybody is told how long", async () => {
  await fault({ endpoint: "brands", kind: "rate-limit", retryAfter: 10 });
  const before = await asked("/v2/brands");
  for (let round = 0; round < 3; round += 1) {
    for (const reply of await everybody("/api/catalog/US")) {
      expect(reply.status).toBe(429);
      const wait = Number(reply.headers.get("retry-after"));
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(10);
    }
  }
  expect((await asked("/v2/brands")) - before).toBe(1);
});

test("E1 what is known is served at once while upstream is silent, however old it is", async () => {
  const client = new ShopClient();
  expect((await client.request("/api/catalog/US")).status).toBe(200);
  await fault({ endpoint: "all", kind: "hang" });
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.setSystemTime(Date.now() + 10 * 60_000);
  const before = await asked("/v2/brands");
  const started = performance.now();
  for (const reply of await everybody("/api/catalog/US")) expect(reply.status).toBe(200);
  expect(performance.now() - started).toBeLessThan(1_000);
  await expect.poll(async () => (await asked("/v2/brands")) - before).toBe(1);
});

test("E3 the catalogue is one call for all buyers, and carries nobody's cookie", async () => {
  const before = await asked("/v2/brands");
  for (const reply of await everybody("/api/catalog/CA")) {
    expect(reply.status).toBe(200);
    expect(reply.headers.getSetCookie()).toEqual([]);
  }
  expect((await asked("/v2/brands")) - before).toBe(1);
  const shared = (await upstream.log()).filter(({ path }) => path.startsWith("/v2/brands"));
  expect(new Set(shared.map(({ headers }) => headers["x-forwarded-for"]))).toEqual(
    new Set(["192.0.2.1"]),
  );
});
