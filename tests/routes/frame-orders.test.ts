import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import * as z from "zod";
import { OPERATIONS } from "@/lib/contract/operations";
import { issueFramePass } from "@/lib/order-access/frame-pass";
import { accept, giftCard, order, priceOf } from "../support/order-bodies";
import { ShopClient, startUpstream } from "../support/shop-client";

function shopsDir(embed: object): string {
  const dir = mkdtempSync(join(tmpdir(), "shops-"));
  mkdirSync(join(dir, "default"));
  writeFileSync(join(dir, "default", "shop.json"), JSON.stringify({ name: "Acme", embed }));
  return dir;
}
const FRAMED = { SHOPS_DIR: shopsDir({ origins: ["https://partner.example"] }) };

let upstream: Awaited<ReturnType<typeof startUpstream>>;
let client: ShopClient;

beforeAll(async () => {
  upstream = await startUpstream(FRAMED);
});
afterAll(() => upstream.close());
beforeEach(async () => {
  await upstream.control("POST", "reset");
  client = new ShopClient();
  client.cookies.clear();
});

async function create(authorization: string, key: string = randomUUID()) {
  const body = await giftCard(client);
  const acceptedPrice = await priceOf(client, body);
  return client.post(
    "/api/orders",
    { ...body, acceptedPrice },
    { "idempotency-key": key, authorization },
  );
}

type Created = { pass: string; order: { reference: string } };
type View = { phase: string };
const ACCEPT = OPERATIONS.find(({ path }) => path.endsWith("/accept"));
const DEARER = { endpoint: "orders", kind: "price-drift", percent: 2 };

test("a frame without cookies orders with its page's pass, and gets the right as text", async () => {
  const reply = await create(issueFramePass("default", Date.now()));
  expect(reply.status).toBe(201);
  expect(reply.headers.getSetCookie()).toEqual([]);
  expect(reply.headers.get("cache-control")).toBe("private, no-store");
  const { pass, order } = (await reply.json()) as Created;
  const path = `/api/orders/${order.reference}`;
  expect((await client.request(path)).status).toBe(404);
  const own = { authorization: pass };
  expect((await client.request(path, { headers: own })).status).toBe(200);
  expect((await client.post(`${path}/link`, { scope: "full" }, own)).status).toBe(200);
  expect((await client.post(`${path}/reveal`, {}, own)).status).toBe(200);
});

test("twenty requests of one page make one order, and those of another page another", async () => {
  const pass = issueFramePass("default", Date.now());
  const key = randomUUID();
  const replies = await Promise.all(Array.from({ length: 20 }, () => create(pass, key)));
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
  expect((await upstream.orders()).length).toBe(1);
  expect((await create(issueFramePass("default", Date.now()), key)).status).toBe(201);
  expect((await upstream.orders()).length).toBe(2);
});

test("one order's right opens no other, and no cookie helps beside it", async () => {
  const [first, second] = await Promise.all(
    [1, 2].map(
      async () => (await (await create(issueFramePass("default", Date.now()))).json()) as Created,
    ),
  );
  const path = `/api/orders/${second?.order.reference}`;
  const headers = { authorization: first?.pass ?? "" };
  await upstream.control("DELETE", "log");
  expect((await client.request(path, { headers })).status).toBe(404);
  const cookie = (second?.pass ?? "").slice("Order ".length);
  expect((await client.request(path, { headers: { ...headers, cookie } })).status).toBe(404);
  expect(await upstream.log()).toEqual([]);
});

test("a request from another site is refused whatever right it carries", async () => {
  const { pass, order } = (await (
    await create(issueFramePass("default", Date.now()))
  ).json()) as Created;
  const headers = { authorization: pass, origin: "https://partner.example" };
  const path = `/api/orders/${order.reference}/reveal`;
  expect((await client.post(path, {}, headers)).status).toBe(403);
});

test("B4: a dearer price that a frame accepts stays accepted, by a right that comes back as text", async () => {
  await upstream.control("POST", "faults", { ...DEARER, times: 1 });
  const created = await create(issueFramePass("default", Date.now()));
  const { pass, order } = (await created.json()) as Created;
  const path = `/api/orders/${order.reference}`;
  const phaseWith = async (authorization: string) =>
    ((await (await client.request(path, { headers: { authorization } })).json()) as View).phase;
  expect(await phaseWith(pass)).toBe("on_hold");

  const reply = await accept(client, path, { headers: { authorization: pass } });
  expect(reply.status).toBe(200);
  expect(reply.headers.getSetCookie()).toEqual([]);
  const accepted = (await reply.json()) as View & { pass: string };
  expect(accepted.phase).toBe("awaiting_payment");
  expect(ACCEPT?.reply && z.parse(ACCEPT.reply, accepted)).toEqual(accepted);
  expect(await phaseWith(accepted.pass)).toBe("awaiting_payment");
  expect(await phaseWith(pass)).toBe("on_hold");
  const own = { authorization: accepted.pass };
  expect((await client.post(`${path}/reveal`, {}, own)).status).toBe(200);
  expect((await accept(client, path, { headers: own })).status).toBe(409);
});

test("B4: on a page of the shop the accepted price is in the cookie alone", async () => {
  await upstream.control("POST", "faults", { ...DEARER, times: 1 });
  const buyer = new ShopClient();
  const path = `/api/orders/${await order(buyer)}`;
  const reply = await accept(buyer, path);
  expect(reply.headers.getSetCookie()).toHaveLength(1);
  expect(await reply.json()).not.toHaveProperty("pass");
  expect(await (await buyer.request(path)).json()).toMatchObject({ phase: "awaiting_payment" });
});

test.each(["", "Frame", "Frame a.b.c", "Bearer x"])(
  "with %j nobody orders, and upstream is not asked to create",
  async (authorization) => {
    const reply = await create(authorization);
    expect(reply.status).toBe(403);
    expect(await reply.json()).toMatchObject({ code: "cookies_blocked" });
    expect((await upstream.orders()).length).toBe(0);
  },
);

test("a shop that is in no frames takes no pass of one", async () => {
  const closed = await startUpstream({ SHOPS_DIR: shopsDir({}) });
  const reply = await create(issueFramePass("default", Date.now()));
  expect(reply.status).toBe(403);
  expect((await closed.orders()).length).toBe(0);
  await closed.close();
});
