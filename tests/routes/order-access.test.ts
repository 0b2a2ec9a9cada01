import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OrderView } from "@/lib/contract/order-view";
import { FAILURE_MS, SELLER_FAILURE_MS } from "@/lib/order-access/recover";
import { order } from "../support/order-bodies";
import { knownOrdersGrowOld, ShopClient, startUpstream } from "../support/shop-client";

const EMAIL = "buyer@example.com";

let upstream: Awaited<ReturnType<typeof startUpstream>>;
let buyer: ShopClient;
let reference: string;
let orderId: string;

beforeAll(async () => {
  upstream = await startUpstream();
});
afterAll(() => upstream.close());
beforeEach(async () => {
  await upstream.control("POST", "reset");
  buyer = new ShopClient();
  reference = await order(buyer, EMAIL);
  orderId = String((await upstream.orders())[0]?.order_id);
});

const deliver = () => upstream.control("POST", `orders/${orderId}/deliver`, {});

const WAYS: [string, (client: ShopClient, path: string) => Promise<Response>][] = [
  ["the order", (client, path) => client.request(path)],
  ["its stream", (client, path) => client.request(`${path}/subscribe`)],
  ["its codes", (client, path) => client.post(`${path}/reveal`)],
  ["its number", (client, path) => client.post(`${path}/order-number`)],
  ["a link to it", (client, path) => client.post(`${path}/link`, { scope: "full" })],
  ["its dearer price", (client, path) => client.post(`${path}/accept`)],
  ["forgetting it", (client, path) => client.request(`${path}/access`, { method: "DELETE" })],
  ["its demo", (client, path) => client.post(`/api/demo${path.slice(4)}/pay`)],
];

describe.each(WAYS)("A1: %s", (_name, ask) => {
  test("is the same 404 for everybody without the right, and upstream hears nothing", async () => {
    const stranger = new ShopClient();
    await order(stranger, "stranger@example.com");
    await upstream.control("DELETE", "log");
    const tampered = new ShopClient();
    for (const [name, value] of buyer.cookies)
      tampered.cookies.set(name, `${value.slice(0, -4)}AAAA`);

    const replies = [
      await ask(new ShopClient(), `/api/orders/${reference}`),
      await ask(stranger, `/api/orders/${reference}`),
      await ask(tampered, `/api/orders/${reference}`),
      await ask(buyer, `/api/orders/${reference.slice(0, -3)}AAA`),
      await ask(buyer, "/api/orders/nothing"),
      await ask(buyer, `/api/orders/${orderId}`),
    ];
    const bodies = await Promise.all(
      replies.map(async (reply) => {
        const { requestId: _id, ...rest } = (await reply.json()) as Record<string, unknown>;
        const headers = [...reply.headers].filter(([name]) => name !== "x-request-id");
        return { status: reply.status, rest, headers };
      }),
    );
    expect(bodies[0]?.status).toBe(404);
    for (const body of bodies) expect(body).toEqual(bodies[0]);
    expect(await upstream.log()).toEqual([]);
  });
});

test("A5, C4.8: a code leaves the server only when it is asked for on purpose", async () => {
  const path = `/api/orders/${reference}`;
  expect(await (await buyer.post(`${path}/reveal`)).json()).toEqual({ deliveries: [] });
  await deliver();
  const [made] = (await upstream.orders()) as {
    deliveries: { deliverable: { pin_code: string; pin_serial: string } }[];
  }[];
  const code = made?.deliveries[0]?.deliverable.pin_code ?? "absent";
  knownOrdersGrowOld();
  const view = await buyer.request(path);
  const text = await view.text();
  expect(JSON.parse(text)).toMatchObject({ phase: "done" });
  expect(text).not.toContain(code);

  const revealed = await buyer.post(`${path}/reveal`);
  expect(revealed.headers.get("cache-control")).toContain("no-store");
  expect(await revealed.json()).toMatchObject({ deliveries: [{ code }] });
});

test("a link for paying opens the order on another device, without its codes", async () => {
  const { url } = (await (
    await buyer.post(`/api/orders/${reference}/link`, { scope: "pay" })
  ).json()) as { url: string };
  const token = new URL(url).hash.slice("#t=".length);
  expect(new URL(url).pathname + new URL(url).search).not.toContain(token);

  const second = new ShopClient();
  const opened = await second.post("/api/orders/access", { token });
  expect(opened.status).toBe(200);
  expect((await second.request(`/api/orders/${reference}`)).status).toBe(200);
  expect((await second.post(`/api/orders/${reference}/reveal`)).status).toBe(404);
  expect((await second.post(`/api/orders/${reference}/order-number`)).status).toBe(404);
  for (const scope of ["full", "pay"]) {
    expect((await second.post(`/api/orders/${reference}/link`, { scope })).status).toBe(404);
  }
  expect(await (await second.request(`/api/orders/${reference}`)).json()).toMatchObject({
    scope: "pay",
  });

  const left = await second.request(`/api/orders/${reference}/access`, { method: "DELETE" });
  expect(left.status).toBe(204);
  expect((await second.request(`/api/orders/${reference}`)).status).toBe(404);
  const own = await (await buyer.request(`/api/orders/${reference}`)).json();
  expect(own).toMatchObject({ scope: "full" });
});

test("leaving a shared device ends the right to every order on it, and to no other cookie", async () => {
  const second = await order(buyer, EMAIL);
  buyer.cookies.set("theme", "dark");
  const reply = await buyer.request("/api/orders/access", { method: "DELETE" });
  expect(reply.status).toBe(204);
  expect([...buyer.cookies.keys()]).toEqual(["theme"]);
  for (const known of [reference, second]) {
    expect((await buyer.request(`/api/orders/${known}`)).status).toBe(404);
  }
});

describe("recovery", () => {
  test.each([
    ["with the reference", () => ({ reference, email: " Buyer@Example.com" })],
    ["with the seller's number", () => ({ orderNumber: orderId, email: EMAIL })],
  ])("%s and the e-mail opens the order", async (_name, body) => {
    const client = new ShopClient();
    const reply = await client.post("/api/orders/access", body());
    expect(reply.status).toBe(200);
    const { location } = (await reply.json()) as { location: string };
    expect(location.split("/").at(-1)).toBe(reference);
    expect((await client.request(`/api/orders/${reference}`)).status).toBe(200);
  });

  /** The order as another browser sees it that knows the seller's number. */
  const seenByNumber = async (number: string) => {
    const client = new ShopClient();
    const reply = await client.post("/api/orders/access", { orderNumber: number, email: EMAIL });
    const { location } = (await reply.json()) as { location: string };
    const opened = await client.request(`/api/orders/${location.split("/").at(-1)}`);
    const { phase, payment } = (await opened.json()) as OrderView;
    return { phase, hold: payment.hold, address: payment.address, amount: payment.amount };
  };

  test("F3: by number lifts no stop", async () => {
    await upstream.control("POST", "faults", { endpoint: "orders", kind: "wrong-echo", times: 1 });
    const known = orderId;
    await order(new ShopClient(), EMAIL);
    const number = (await upstream.orders())
      .map(({ order_id }) => String(order_id))
      .find((one) => one !== known);
    expect(await seenByNumber(number ?? "")).toEqual({
      phase: "on_hold",
      hold: { reason: "wrong_echo" },
    });
  });

  test("by number of an order that is not known to be made here shows nothing to pay", async () => {
    expect((await seenByNumber(orderId)).phase).toBe("awaiting_payment");
    delete (globalThis as { __storefrontStore?: unknown }).__storefrontStore;
    expect(await seenByNumber(orderId)).toEqual({
      phase: "on_hold",
      hold: { reason: "unverified" },
    });
  });

  test("A3, C4.13: fails with one answer and in one time, whatever was wrong", async () => {
    const wrongs = [
      { reference, email: "somebody@example.com" },
      { reference: `${reference.slice(0, -3)}AAA`, email: EMAIL },
      { orderNumber: orderId, email: "somebody@example.com" },
      { orderNumber: "11111111-1111-4111-8111-111111111111", email: EMAIL },
      { token: "nonsense" },
    ];
    const results = await Promise.all(
      wrongs.map(async (body) => {
        const started = performance.now();
        const reply = await new ShopClient().post("/api/orders/access", body);
        const ms = performance.now() - started;
        const { requestId: _id, ...rest } = (await reply.json()) as Record<string, unknown>;
        const due = "orderNumber" in body ? SELLER_FAILURE_MS : FAILURE_MS;
        const late = ms - due;
        return { late, rest, status: reply.status, cookies: reply.headers.getSetCookie() };
      }),
    );
    for (const { late, ...result } of results) {
      expect(result).toEqual({ ...results[0], late: undefined, status: 404, cookies: [] });
      expect(late).toBeGreaterThanOrEqual(-10);
      expect(late).toBeLessThan(150);
    }
  }, 15_000);

  test("by reference asks upstream nothing", async () => {
    await upstream.control("DELETE", "log");
    await new ShopClient().post("/api/orders/access", { reference, email: "no@example.com" });
    expect(await upstream.log()).toEqual([]);
  });
});

test("A4: forgetting an order closes it for this browser", async () => {
  const reply = await buyer.request(`/api/orders/${reference}/access`, { method: "DELETE" });
  expect(reply.status).toBe(204);
  expect((await buyer.request(`/api/orders/${reference}`)).status).toBe(404);
});

test("the seller's number is given only on purpose and kept nowhere", async () => {
  const reply = await buyer.post(`/api/orders/${reference}/order-number`);
  expect(reply.headers.get("cache-control")).toContain("no-store");
  expect(await reply.json()).toEqual({ orderNumber: orderId });
});

test("F3: an address that changes later stops the payment", async () => {
  await upstream.control("POST", `orders/${orderId}/wrong-address`, {});
  knownOrdersGrowOld();
  const view = (await (await buyer.request(`/api/orders/${reference}`)).json()) as {
    phase: string;
    payment: { hold?: { reason: string }; address?: string };
  };
  expect(view.phase).toBe("on_hold");
  expect(view.payment.hold?.reason).toBe("address_changed");
  expect(view.payment.address).toBeUndefined();
});
