import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { peerHeader } from "@/lib/http/peer-header";
import { FAILURE_MS, SELLER_FAILURE_MS } from "@/lib/order-access/recover";
import { order } from "../support/order-bodies";
import { knownOrdersGrowOld, ShopClient, startUpstream } from "../support/shop-client";

const EMAIL = "buyer@example.com";
const SECURE = "https://other.example";
const DAY_MS = 86_400_000;

const folder = mkdtempSync(join(tmpdir(), "shops-"));
let upstream: Awaited<ReturnType<typeof startUpstream>>;
let buyer: ShopClient;
let reference: string;
let orderId: string;

beforeAll(async () => {
  for (const [id, config] of [
    ["default", { name: "One" }],
    ["other", { name: "Other", url: SECURE }],
  ] as const) {
    mkdirSync(join(folder, id));
    writeFileSync(join(folder, id, "shop.json"), JSON.stringify(config));
  }
  upstream = await startUpstream({ SHOPS_DIR: folder });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await upstream.close();
});
beforeEach(async () => {
  await upstream.control("POST", "reset");
  buyer = new ShopClient();
  reference = await order(buyer, EMAIL);
  orderId = String((await upstream.orders())[0]?.order_id);
});
afterEach(() => {
  vi.useRealTimers();
});

const path = (rest = "") => `/api/orders/${reference}${rest}`;
const act = (action: string, body: object = {}) =>
  upstream.control("POST", `orders/${orderId}/${action}`, body);
const tokenFor = async (scope: "pay" | "full") => {
  const reply = await buyer.post(path("/link"), { scope });
  const { url } = (await reply.json()) as { url: string };
  return new URL(url).hash.slice("#t=".length);
};
const pass = (ms: number) => {
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.setSystemTime(Date.now() + ms);
};
const carry = (from: ShopClient, to: ShopClient, rename = (name: string) => name) => {
  for (const [name, value] of from.cookies) to.cookies.set(rename(name), value);
  return to;
};

describe("A1: the stranger's 404", () => {
  const WAYS: [string, (client: ShopClient) => Promise<Response>][] = [
    ["read", (client) => client.request(path())],
    ["stream", (client) => client.request(path("/subscribe"))],
    ["reveal", (client) => client.post(path("/reveal"))],
    ["number", (client) => client.post(path("/order-number"))],
    ["link", (client) => client.post(path("/link"), { scope: "full" })],
    ["accept", (client) => client.post(path("/accept"))],
    ["forget", (client) => client.request(path("/access"), { method: "DELETE" })],
  ];
  const answers = (client: ShopClient) =>
    Promise.all(
      WAYS.map(async ([, ask]) => {
        const reply = await ask(client);
        const { requestId, ...body } = (await reply.json()) as Record<string, unknown>;
        expect(reply.headers.get("x-request-id")).toBe(requestId);
        const headers = [...reply.headers].filter(([name]) => name !== "x-request-id");
        return { status: reply.status, body, headers };
      }),
    );

  test("is the same whatever was asked for, and says nothing of the order", async () => {
    await upstream.control("DELETE", "log");
    const [first, ...others] = await answers(new ShopClient());
    expect(first).toMatchObject({ status: 404, body: { code: "not_found" } });
    expect(first?.headers).toEqual([
      ["cache-control", "private, no-store"],
      ["content-type", "application/problem+json"],
      ["referrer-policy", "no-referrer"],
    ]);
    for (const other of others) expect(other).toEqual(first);
    expect(JSON.stringify(first)).not.toContain(reference);
    expect(await upstream.log()).toEqual([]);
  });

  test("is what an order's own buyer gets once the proof has run out", async () => {
    const strange = await answers(new ShopClient());
    expect((await buyer.request(path())).status).toBe(200);
    pass(91 * DAY_MS);
    await upstream.control("DELETE", "log");
    expect(await answers(buyer)).toEqual(strange);
    expect(await upstream.log()).toEqual([]);
  });

  test("is what the same reference gets on another shop, even with the proof carried over", async () => {
    const strange = await answers(new ShopClient());
    const elsewhere = carry(buyer, new ShopClient(SECURE), (name) => `__Host-${name}`);
    await upstream.control("DELETE", "log");
    expect(await answers(elsewhere)).toEqual(strange);
    expect(await answers(carry(buyer, new ShopClient(SECURE)))).toEqual(strange);
    expect(await upstream.log()).toEqual([]);
  });

  test("is what a proof gets that belongs to another reference's order", async () => {
    const stranger = new ShopClient();
    await order(stranger);
    const [name = ""] = [...buyer.cookies.keys()].filter((key) => key.startsWith("op_"));
    const [theirs = ""] = [...stranger.cookies].flatMap(([key, value]) =>
      key.startsWith("op_") ? [value] : [],
    );
    stranger.cookies.set(name, theirs);
    await upstream.control("DELETE", "log");
    expect((await stranger.request(path())).status).toBe(404);
    expect(await upstream.log()).toEqual([]);
  });

  test("is what an order gets that upstream no longer has", async () => {
    const [strange] = await answers(new ShopClient());
    await upstream.control("POST", "reset");
    knownOrdersGrowOld();
    const reply = await buyer.request(path());
    const { requestId: _id, ...body } = (await reply.json()) as Record<string, unknown>;
    expect({ status: reply.status, body }).toEqual({ status: 404, body: strange?.body });
  });
});

describe("A5: codes", () => {
  test("are in no answer before the order is done, and then only where they are asked for", async () => {
    for (const action of ["start", "confirm", "preparing"]) {
      await act(action);
      knownOrdersGrowOld();
      const reply = await buyer.post(path("/reveal"));
      expect(await reply.json(), action).toEqual({ deliveries: [] });
    }
    await act("deliver");
    knownOrdersGrowOld();
    const [made] = (await upstream.orders()) as {
      deliveries: { deliverable: { pin_code: string; pin_serial: string } }[];
    }[];
    const { pin_code: code, pin_serial: serial } = made?.deliveries[0]?.deliverable ?? {};
    const view = await (await buyer.request(path())).text();
    expect(JSON.parse(view)).toMatchObject({ phase: "done", lines: [{ revealable: true }] });
    expect(view).not.toContain(String(code));
    expect(view).not.toContain(String(serial));
    const revealed = await buyer.post(path("/reveal"));
    expect(revealed.headers.get("cache-control")).toBe("private, no-store");
    expect(revealed.headers.get("referrer-policy")).toBe("no-referrer");
    expect(await revealed.json()).toMatchObject({ deliveries: [{ code, serial }] });
  });

  test("of an order with a failed line are those of the others", async () => {
    await act("fail-line");
    knownOrdersGrowOld();
    expect(await (await buyer.request(path())).json()).toMatchObject({
      lines: [{ state: "failed", revealable: false }],
    });
    expect(await (await buyer.post(path("/reveal"))).json()).toEqual({ deliveries: [] });
  });

  test("are asked for by the shop's own page alone", async () => {
    await act("deliver");
    const evil = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    const reply = await buyer.post(path("/reveal"), {}, evil);
    expect(reply.status).toBe(403);
    expect(await reply.json()).toMatchObject({ code: "cross_origin" });
  });
});

describe("a link", () => {
  test("for everything opens the codes on a second device", async () => {
    await act("deliver");
    knownOrdersGrowOld();
    const second = new ShopClient();
    await second.post("/api/orders/access", { token: await tokenFor("full") });
    expect(await (await second.post(path("/reveal"))).json()).toMatchObject({
      deliveries: [{ code: expect.any(String) }],
    });
  });

  test("for paying costs the buyer's own browser nothing when it is opened there", async () => {
    const reply = await buyer.post("/api/orders/access", { token: await tokenFor("pay") });
    expect(reply.status).toBe(200);
    expect((await buyer.post(path("/reveal"))).status).toBe(200);
  });

  test("is over after a day", async () => {
    const token = await tokenFor("full");
    pass(DAY_MS + 1_000);
    const reply = await new ShopClient().post("/api/orders/access", { token });
    expect(reply.status).toBe(404);
    expect(reply.headers.getSetCookie()).toEqual([]);
  });

  test("of one shop opens nothing on another", async () => {
    const reply = await new ShopClient(SECURE).post("/api/orders/access", {
      token: await tokenFor("full"),
    });
    expect(reply.status).toBe(404);
  });

  test("of an unknown kind is refused", async () => {
    expect((await buyer.post(path("/link"), { scope: "admin" })).status).toBe(400);
  });

  test("is on the shop's own address, and its secret is no part of what a server sees", async () => {
    const reply = await buyer.post(path("/link"), { scope: "pay" });
    expect(reply.headers.get("cache-control")).toContain("no-store");
    const url = new URL(((await reply.json()) as { url: string }).url);
    expect(url.origin + url.pathname).toBe(`http://localhost:3000/en/orders/${reference}`);
    expect(url.search).toBe("");
  });

  test("says what it is for and until when", async () => {
    const started = Date.now();
    const reply = await buyer.post(path("/link"), { scope: "pay" });
    const { scope, expiresAt } = (await reply.json()) as { scope: string; expiresAt: string };
    expect(scope).toBe("pay");
    expect(Math.abs(Date.parse(expiresAt) - started - DAY_MS)).toBeLessThan(10_000);
  });
});

describe("recovery", () => {
  const ask = (body: object, ip = "203.0.113.7") =>
    new ShopClient().post("/api/orders/access", body, { [peerHeader()]: ip });

  test("by e-mail sets one proof and says the place", async () => {
    const reply = await ask({ reference, email: EMAIL });
    expect(await reply.json()).toEqual({ location: `/en/orders/${reference}` });
    expect(reply.headers.getSetCookie()).toHaveLength(1);
    expect(reply.headers.get("cache-control")).toContain("no-store");
  });

  test.each<[string, () => object]>([
    ["nothing", () => ({})],
    ["an e-mail alone", () => ({ email: EMAIL })],
    ["everything at once", () => ({ reference, orderNumber: orderId, email: EMAIL, token: "x" })],
    ["a reference that is no text", () => ({ reference: 7, email: EMAIL })],
  ])("with %s is refused", async (_name, body) => {
    expect((await ask(body())).status).toBe(400);
  });

  test("on the wrong shop fails like a wrong e-mail", async () => {
    const started = performance.now();
    const reply = await new ShopClient(SECURE).post("/api/orders/access", {
      reference,
      email: EMAIL,
    });
    expect(reply.status).toBe(404);
    expect(performance.now() - started).toBeGreaterThanOrEqual(FAILURE_MS - 10);
  });

  test("by the seller's number works with an upstream that is slow", async () => {
    knownOrdersGrowOld();
    await upstream.control("POST", "faults", { endpoint: "order", kind: "delay", ms: 2_500 });
    expect((await ask({ orderNumber: orderId, email: EMAIL })).status).toBe(200);
  });

  test("waits no longer for a slow upstream than for a wrong e-mail", async () => {
    knownOrdersGrowOld();
    const ms = SELLER_FAILURE_MS + 3_000;
    await upstream.control("POST", "faults", { endpoint: "order", kind: "delay", ms });
    const started = performance.now();
    const reply = await ask({ orderNumber: orderId, email: EMAIL });
    expect(reply.status).toBe(404);
    expect(performance.now() - started).toBeLessThan(SELLER_FAILURE_MS + 400);
  }, 15_000);
});

test("G3: over https every cookie is bound to the host and to https", async () => {
  const client = new ShopClient(SECURE);
  const opened = await order(client, EMAIL);
  expect((await client.request(`/api/orders/${opened}`)).status).toBe(200);
  const reply = await client.request(`/api/orders/${opened}/access`, { method: "DELETE" });
  const lines = reply.headers.getSetCookie();
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(line).toMatch(/^__Host-op_[\w-]{12}=; Path=\/;.*; Secure$/);
  expect((await client.request(`/api/orders/${opened}`)).status).toBe(404);
});
