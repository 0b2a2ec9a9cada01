import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { accept, order } from "../support/order-bodies";
import { ShopClient, startUpstream } from "../support/shop-client";
import { isNamed, isPhase, openEvents } from "../support/shop-events";

let upstream: Awaited<ReturnType<typeof startUpstream>>;
let buyer: ShopClient;

beforeAll(async () => {
  upstream = await startUpstream();
});
afterAll(() => upstream.close());
beforeEach(async () => {
  await upstream.control("POST", "reset");
  buyer = new ShopClient();
});

const tokenFor = async (reference: string, scope: "pay" | "full") => {
  const reply = await buyer.post(`/api/orders/${reference}/link`, { scope });
  const { url } = (await reply.json()) as { url: string };
  return new URL(url).hash.slice("#t=".length);
};

/** Tabs share one stream, so the one that changed its rights may not be the one that holds it. */
test("B4: a stream that was opened before a price was accepted ends, and a new one asks for it", async () => {
  const dearer = { endpoint: "orders", kind: "price-drift", percent: 2, times: 1 };
  await upstream.control("POST", "faults", dearer);
  const reference = await order(buyer);
  const before = await openEvents(buyer, reference);
  await before.until(isPhase("on_hold"));

  expect((await accept(buyer, `/api/orders/${reference}`)).status).toBe(200);
  await before.until(isNamed("shutdown"));
  await before.ended();
  await (await openEvents(buyer, reference)).until(isPhase("awaiting_payment"));
});

test("a stream that was opened for paying alone ends when its browser gets the whole right", async () => {
  const reference = await order(buyer);
  const other = new ShopClient();
  await other.post("/api/orders/access", { token: await tokenFor(reference, "pay") });
  const before = await openEvents(other, reference);
  expect((await before.until(isPhase("awaiting_payment"))).data.scope).toBe("pay");

  await other.post("/api/orders/access", { token: await tokenFor(reference, "full") });
  await before.until(isNamed("shutdown"));
  await before.ended();
  const after = await openEvents(other, reference);
  expect((await after.until(isPhase("awaiting_payment"))).data.scope).toBe("full");
});

test("a link that gives a browser nothing new leaves its streams alone", async () => {
  const reference = await order(buyer);
  const stream = await openEvents(buyer, reference);
  await stream.until(isPhase("awaiting_payment"));
  await buyer.post("/api/orders/access", { token: await tokenFor(reference, "pay") });
  const [made] = await upstream.orders();
  await upstream.control("POST", `orders/${made?.order_id}/start`);
  const heard: string[] = [];
  await stream.until((event) => heard.push(event.event) > 0 && isPhase("confirming")(event));
  expect(heard).not.toContain("shutdown");
});

test("A4: wiping a device ends what its other tabs still stream, and nobody else's", async () => {
  const mine = await order(buyer);
  const stranger = new ShopClient();
  const theirs = await order(stranger);
  const [open, untouched] = await Promise.all([
    openEvents(buyer, mine),
    openEvents(stranger, theirs),
  ]);
  await Promise.all([open, untouched].map(({ until }) => until(isPhase("awaiting_payment"))));

  const wiped = await buyer.request("/api/orders/access", { method: "DELETE" });
  expect(wiped.status).toBe(204);
  await open.until(isNamed("shutdown"));
  await open.ended();
  expect((await openEvents(buyer, mine)).reply.status).toBe(404);
  const [, other] = await upstream.orders();
  await upstream.control("POST", `orders/${other?.order_id}/start`);
  const heard: string[] = [];
  await untouched.until((event) => heard.push(event.event) > 0 && isPhase("confirming")(event));
  expect(heard).not.toContain("shutdown");
});
