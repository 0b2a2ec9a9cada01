import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NASTY_IDS } from "../support/nasty-ids";
import { order } from "../support/order-bodies";
import { allOperations, ShopClient, startUpstream } from "../support/shop-client";

const EMAIL = "buyer@example.com";
/** One for each way in which a request was once made to go past a framework's middleware. */
const PAST_THE_PROXY: Record<string, Record<string, string>> = {
  "the header of an inner request": { "x-middleware-subrequest": "proxy" },
  "the same as often as the framework counts": {
    "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy",
  },
  "the same in a src folder": {
    "x-middleware-subrequest": "src/middleware:src/middleware:src/middleware:src/middleware",
  },
  "a rewrite of one's own": { "x-middleware-rewrite": "/api/health/live" },
  "an answer of the proxy": { "x-middleware-next": "1", "x-middleware-override-headers": "cookie" },
  "a matched path": { "x-matched-path": "/api/health/live", "x-invoke-path": "/api/health/live" },
  "a soft navigation": { rsc: "1", "next-router-prefetch": "1", "next-url": "/en" },
  "a segment": { rsc: "1", "next-router-segment-prefetch": "/_tree" },
  "a visit in preview": { "x-prerender-revalidate": "1", "x-nextjs-data": "1" },
  "a proof in a header": { "x-order-proof": "full", authorization: "Bearer anything" },
};

let upstream: Awaited<ReturnType<typeof startUpstream>>;
let buyer: ShopClient;
let reference: string;

beforeAll(async () => {
  upstream = await startUpstream({
    LIMIT_READ: "100000/60",
    LIMIT_SUBSCRIBE: "100000/60",
    LIMIT_REVEAL: "100000/60",
    LIMIT_ACCESS: "100000/60",
  });
  buyer = new ShopClient();
  reference = await order(buyer, EMAIL);
});
afterAll(() => upstream.close());

const ofOrders = async () =>
  (await allOperations()).filter(({ template }) => template.includes("[orderId]"));

describe("G7: a route of an order asks for the right itself, whatever went past the proxy:", () => {
  test.each(Object.entries(PAST_THE_PROXY))("%s", async (_name, headers) => {
    await upstream.control("DELETE", "log");
    const operations = await ofOrders();
    expect(operations.length).toBeGreaterThan(7);
    for (const { method, template } of operations) {
      const path = template.replace("[orderId]", reference).replace("[action]", "pay");
      const body = method === "POST" ? { body: { scope: "full" } } : {};
      const reply = await new ShopClient().request(path, { method, headers, ...body });
      expect(reply.status, `${method} ${template}`).toBe(404);
    }
    expect(await upstream.log()).toEqual([]);
  });
});

test("C4: no id becomes a path or a query of upstream, not even for who has an order", async () => {
  expect(new Set(NASTY_IDS).size).toBeGreaterThan(30);
  await upstream.control("DELETE", "log");
  for (const { method, template } of await ofOrders()) {
    for (const id of NASTY_IDS) {
      for (const written of [id, `${reference}${id}`, `${id}${reference}`]) {
        const path = template
          .replace("[orderId]", encodeURIComponent(written))
          .replace("[action]", "pay");
        const body = method === "POST" ? { body: { scope: "full" } } : {};
        const reply = await buyer.request(path, { method, ...body });
        expect(reply.status, `${method} ${template} ${id}`).toBe(404);
      }
    }
  }
  expect(await upstream.log()).toEqual([]);
});
