import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Body, giftCard, priceOf } from "../support/order-bodies";
import { ShopClient, startUpstream } from "../support/shop-client";

let upstream: Awaited<ReturnType<typeof startUpstream>>;
let body: Body & { acceptedPrice: unknown };
const client = new ShopClient();

beforeAll(async () => {
  upstream = await startUpstream();
  const asked = await giftCard(client);
  body = { ...asked, acceptedPrice: await priceOf(client, asked) };
});
afterAll(() => upstream.close());

const create = (headers: Record<string, string>) =>
  client.post("/api/orders", body, { "idempotency-key": randomUUID(), ...headers });

test.each([
  ["another site", { origin: "https://evil.example" }, 403],
  ["a sandboxed frame", { origin: "null" }, 403],
  ["another port", { origin: "http://localhost:3001" }, 403],
  ["another site that names this one", { "sec-fetch-site": "cross-site" }, 403],
  ["a sister of the shop's host", { "sec-fetch-site": "same-site" }, 403],
  ["a form as text", { "content-type": "text/plain" }, 415],
  ["a form with parts", { "content-type": "multipart/form-data; boundary=x" }, 415],
] as const)(
  "B8 an order from %s is refused, and upstream hears nothing",
  async (_name, headers, status) => {
    const before = (await upstream.log()).length;
    expect((await create(headers)).status).toBe(status);
    expect((await upstream.log()).length).toBe(before);
  },
);

test("B8 the same order from the shop's own page is made", async () => {
  expect((await create({})).status).toBe(201);
});
