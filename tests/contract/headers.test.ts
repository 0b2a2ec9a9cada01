import { request } from "node:http";
import { describe, expect, test } from "vitest";
import { upstreamHeaders } from "@/lib/cryptorefills/headers";
import { orderRequest } from "./samples/requests";
import { HEADERS, sandboxForTests } from "./support/upstream";

const upstream = sandboxForTests();

const ENDPOINTS: readonly (readonly [string, string, unknown])[] = [
  ["GET", "/v3/payment_vias", undefined],
  ["GET", "/v3/currencies", undefined],
  ["GET", "/v2/brands?country_code=AQ", undefined],
  ["GET", "/v2/homepage?country_code=AQ", undefined],
  ["GET", "/v5/products/country/US?brand_name=Pixelforge&coin=USDC", undefined],
  [
    "GET",
    "/v4/products/price?brand_name=Example+Stays&country_code=US&face_value=100&coin=USDC",
    undefined,
  ],
  ["POST", "/v5/orders/validations", orderRequest()],
  ["POST", "/v5/orders", orderRequest()],
];

const MALFORMED: readonly (readonly [string, string | undefined])[] = [
  ["x-cr-application", undefined],
  ["x-cr-application", "two words"],
  ["x-cr-version", undefined],
  ["x-forwarded-for", undefined],
  ["x-forwarded-for", "203.0.113.7, 10.0.0.1"],
  ["x-forwarded-for", "203.0.113.7:4711"],
  ["x-forwarded-for", "unknown"],
  ["content-type", undefined],
  ["content-type", "text/plain"],
  ["user-agent", ""],
  ["cookie", "session=1"],
  ["authorization", "Bearer x"],
  ["referer", "https://shop.example/en"],
];

const withHeader = (name: string, value: string | undefined) => {
  const { [name]: _left, ...rest } = HEADERS;
  return value === undefined ? rest : { ...rest, [name]: value };
};

describe.each(ENDPOINTS)("%s %s", (method, path, body) => {
  test("answers a call with all headers", async () => {
    const { status } = await upstream.send(method, path, HEADERS, { body });
    expect([200, 201]).toContain(status);
    expect((await upstream.stats()).refused).toBe(0);
  });

  test.each(MALFORMED)("refuses %s: %s, and counts it", async (name, value) => {
    const answer = await upstream.send(method, path, withHeader(name, value), { body });
    expect(answer).toMatchObject({ status: 400, body: { status: 400, detail: "BAD_REQUEST" } });
    expect(await upstream.stats()).toMatchObject({ refused: 1, orders: 0 });
  });
});

test.each(["", "/subscribe"])(
  "an order%s is refused without the partner's header too",
  async (end) => {
    const order = await upstream.create();
    const answer = await upstream.send("GET", `/v5/orders/${order.order_id}${end}`, {
      ...withHeader("x-cr-application", undefined),
      accept: "text/event-stream",
    });
    expect(answer.status).toBe(400);
    expect((await upstream.stats()).refused).toBe(1);
  },
);

test.each([
  ["accept", { ...HEADERS, connection: "keep-alive" }],
  ["connection", { ...HEADERS, accept: "text/event-stream", connection: "close" }],
])("a stream is refused without its %s", async (name, headers) => {
  const order = await upstream.create();
  const refused = await new Promise<string>((resolve, reject) => {
    const path = `${upstream.url()}/v5/orders/${String(order.order_id)}/subscribe`;
    request(path, { agent: false, headers }, async (reply) => {
      let text = "";
      for await (const chunk of reply) text += String(chunk);
      resolve(`${reply.statusCode} ${text.toLowerCase()}`);
    })
      .on("error", reject)
      .end();
  });
  expect(refused).toContain("400");
  expect(refused).toContain(`header ${name} is missing or malformed`);
});

test("an IPv6 address is an address", async () => {
  const headers = { ...HEADERS, "x-forwarded-for": "2001:db8::7" };
  expect((await upstream.send("GET", "/v3/payment_vias", headers)).status).toBe(200);
});

test("the headers that the shop builds are complete", async () => {
  const headers = upstreamHeaders({
    partnerId: "partner-4711",
    version: "1.0.0",
    ip: "203.0.113.7",
    userAgent: "Mozilla/5.0 \u{1F600}",
  });
  expect((await upstream.send("GET", "/v3/payment_vias", headers)).status).toBe(200);
});

test("answers set a cookie that a shop must keep to itself", async () => {
  const { headers } = await upstream.get("/v3/payment_vias");
  expect(headers.get("set-cookie")).toBe("upstream=1");
});
