import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { FEATURED } from "../../sandbox/data/featured";
import { FAULT_ENDPOINTS, FAULT_KINDS } from "../../sandbox/http/faults";
import { ACTIONS } from "../../sandbox/orders/actions";
import { orderRequest } from "./samples/requests";
import { openStream } from "./support/read-stream";
import { asRecord, HEADERS, sandboxForTests } from "./support/upstream";

const upstream = sandboxForTests();
const control = (method: string, path: string) => upstream.send(method, `/__control/${path}`, {});

describe("the log", () => {
  test("holds method, path, query, headers, body and status of what was received, in order", async () => {
    await upstream.get("/v2/brands?country_code=AQ");
    await upstream.post("/v5/orders", orderRequest());
    expect(await upstream.log()).toEqual([
      {
        method: "GET",
        path: "/v2/brands",
        query: "?country_code=AQ",
        headers: expect.objectContaining(HEADERS),
        status: 200,
      },
      {
        method: "POST",
        path: "/v5/orders",
        query: "",
        headers: expect.objectContaining(HEADERS),
        body: orderRequest(),
        status: 201,
      },
    ]);
  });

  test("holds what was refused, and what nobody serves", async () => {
    await upstream.send("GET", "/v3/payment_vias", {});
    await upstream.get("/v9/none");
    expect((await upstream.log()).map(({ path, status }) => [path, status])).toEqual([
      ["/v3/payment_vias", 400],
      ["/v9/none", 404],
    ]);
  });

  test("holds a creation whose answer was lost, without a status", async () => {
    await upstream.fault({ endpoint: "orders", kind: "drop-after-create" });
    await expect(upstream.create()).rejects.toThrow("fetch failed");
    expect(await upstream.log()).toMatchObject([{ path: "/v5/orders", status: null }]);
  });

  test("holds a stream while it is open", async () => {
    const order = await upstream.create();
    const stream = await openStream(upstream.url(), order.order_id);
    await stream.events(1);
    expect((await upstream.log()).at(-1)).toMatchObject({
      path: `/v5/orders/${order.order_id}/subscribe`,
      status: 200,
    });
    await stream.close();
  });

  test("knows nothing of controls and pictures", async () => {
    await control("GET", "stats");
    await upstream.send("GET", "/icons/btc_32x32.png", {});
    await upstream.send("GET", "/", {});
    expect(await upstream.log()).toEqual([]);
  });

  test("can be emptied", async () => {
    await upstream.get("/v3/payment_vias");
    await control("DELETE", "log");
    expect(await upstream.log()).toEqual([]);
  });
});

describe("controls", () => {
  test("orders lists them all as they are now", async () => {
    const first = await upstream.create();
    const second = await upstream.move(await upstream.create(), "pay");
    expect((await control("GET", "orders")).body).toEqual([first, second]);
  });

  test("reset forgets orders, log, counts, faults and the clock", async () => {
    const order = await upstream.create();
    await upstream.send("GET", "/v3/payment_vias", {});
    await upstream.fault({ kind: "status" });
    await upstream.control("clock", { advanceSeconds: 3600 });
    await upstream.control("reset");
    expect(await upstream.stats()).toEqual({ requests: 0, refused: 0, orders: 0, openStreams: 0 });
    expect((await upstream.get(`/v5/orders/${order.order_id}`)).status).toBe(404);
    const { created_at } = await upstream.create();
    expect(Math.abs(Number(created_at) - Date.now() / 1000)).toBeLessThan(10);
  });

  test("next lays an answer ready, whatever its status, for one call", async () => {
    await upstream.control("next", { endpoint: "orders", status: 403, body: { error_code: "X" } });
    const answer = await upstream.post("/v5/orders", orderRequest());
    expect(answer).toMatchObject({ status: 403, body: { error_code: "X" } });
    expect((await upstream.post("/v5/orders", orderRequest())).status).toBe(201);
  });

  test("next keeps an answer for the request that it is meant for", async () => {
    await upstream.control("next", { endpoint: "brands", when: "country_code=TR", body: "laid" });
    expect((await upstream.get("/v2/brands?country_code=US")).body).not.toBe("laid");
    expect((await upstream.get("/v2/brands?country_code=TR")).body).toBe("laid");
    expect((await upstream.get("/v2/brands?country_code=TR")).body).not.toBe("laid");
  });

  test.each([
    ["POST", "orders/none/pay"],
    ["POST", "nonsense"],
    ["GET", "reset"],
  ])("%s %s is not found", async (method, path) => {
    expect((await control(method, path)).status).toBe(404);
  });

  test("an unknown action is not found and changes nothing", async () => {
    const order = await upstream.create();
    expect((await upstream.control(`orders/${order.order_id}/constructor`)).status).toBe(404);
    expect((await upstream.get(`/v5/orders/${order.order_id}`)).body).toEqual(order);
  });
});

describe("the page at the root", () => {
  const read = async () => String((await upstream.send("GET", "/", {})).body);

  test("lists every endpoint, also before there is an order", async () => {
    const page = await read();
    for (const path of [
      "/v3/payment_vias",
      "/v2/brands",
      "/v2/homepage",
      "/v5/products/country/US",
      "/v4/products/price",
      "/v5/orders/validations",
      "/v5/orders/{id}/subscribe",
      "/v3/qrs/{id}",
      "/logos_v2/",
    ]) {
      expect(page).toContain(path);
    }
    expect(page).toContain("None yet");
  });

  test("shows each order with its state and a button for every action", async () => {
    const order = await upstream.move(await upstream.create(), "pay-part");
    const page = await read();
    expect(page).toContain("PartialPaymentStarted / PaymentStarted");
    for (const action of "settle start pay confirm pay-part pay-more pay-late wrong-coin preparing deliver fail-line rebuy manual quarantine refund expire fail setup-failure cancel created wrong-address".split(
      " ",
    )) {
      expect(page).toContain(`data-path="/__control/orders/${order.order_id}/${action}"`);
    }
  });

  test("offers for a delivered order only what can still happen", async () => {
    const order = await upstream.move(await upstream.create(), "deliver");
    const buttons = [...(await read()).matchAll(/__control\/orders\/[\w-]+\/([a-z-]+)/g)];
    expect(buttons.map(([, action]) => action)).toEqual(["refund"]);
    expect(order.order_state).toBe("Done");
  });

  test("every button's path and body is accepted by the sandbox", async () => {
    await upstream.create();
    const buttons = [
      ...(await read()).matchAll(/data-method="(\w+)" data-path="([^"]+)" data-body="([^"]+)"/g),
    ].filter(([, , path]) => !path?.includes("/orders/"));
    expect(buttons.length).toBeGreaterThan(7);
    for (const [, method = "", path = "", body = ""] of buttons) {
      const json = body.replace(/&#(\d+);/g, (_all, code) => String.fromCharCode(Number(code)));
      const { status } = await upstream.send(
        method,
        path,
        { "content-type": "application/json" },
        method === "POST" ? { body: JSON.parse(json) } : {},
      );
      expect(status, `${path} ${json}`).toBe(200);
    }
  });

  test("escapes what buyers typed", async () => {
    await upstream.create({ ...orderRequest(), email: '"><script>@example.com' });
    const page = await read();
    expect(page).not.toContain("<script>@");
    expect(page).toContain("script&#62;@example.com");
  });
});

test("a body that is no JSON is a bad request, not the end of the sandbox", async () => {
  const reply = await fetch(`${upstream.url()}/v5/orders`, {
    method: "POST",
    headers: HEADERS,
    body: "{",
  });
  expect(reply.status).toBe(400);
  expect(asRecord(await reply.json()).detail).toBe("BAD_REQUEST");
  expect((await upstream.get("/v3/payment_vias")).status).toBe(200);
});

describe("the README", () => {
  const readme = readFileSync("sandbox/README.md", "utf8");

  test.each([
    ...Object.keys(ACTIONS),
    "settle",
    ...Object.keys(FAULT_KINDS),
    ...FAULT_ENDPOINTS.slice(1),
  ])("has a place for %s", (name) => {
    expect(readme).toContain(`\`${name}\``);
  });

  test.each(Object.values(FEATURED).flatMap((rows) => rows.map(({ name }) => name)))(
    "says what the brand %s is for",
    (name) => {
      const [family = "", member] = name.split(/ (?=(?:Bundle|PIN)$)/);
      expect(
        readme.split("\n").some((line) => line.includes(family) && line.includes(member ?? "")),
      ).toBe(true);
    },
  );
});
