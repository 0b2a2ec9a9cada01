import { describe, expect, test } from "vitest";
import { sharedIdentity } from "@/lib/catalog/identity";
import * as client from "@/lib/cryptorefills/client";
import type { Identity } from "@/lib/cryptorefills/headers";
import { buyerIdentity } from "@/lib/http/buyer";
import { peerHeader } from "@/lib/http/peer-header";
import { shopForHost } from "@/lib/shop/current";
import { rawOrder } from "../../support/upstream-order";
import { buyer, says, stubUpstream } from "../../support/upstream-stub";

const upstream = stubUpstream({ APP_VERSION: "9.8.7", SERVER_IP: "192.0.2.1" });

const products = { country: "US", brand_name: "Amazon.com & Co", coin: "USDC", lang: "en" };
const price = { brand_name: "Airbnb", country_code: "US", face_value: "100", coin: "BTC" };
const body = { email: "ü@example.com" };

function shop() {
  const known = shopForHost("localhost:3000");
  if (!known) throw new Error("SITE_URL has no shop");
  return known;
}

type Call = (identity: Identity) => Promise<unknown>;

const CALLS: [request: string, answer: unknown, call: Call][] = [
  ["GET /v3/payment_vias", [], client.getPaymentVias],
  ["GET /v2/brands?country_code=US", {}, (who) => client.getBrands(who, "US")],
  ["GET /v2/homepage?country_code=US", {}, (who) => client.getHomepage(who, "US")],
  [
    "GET /v5/products/country/US?brand_name=Amazon.com+%26+Co&coin=USDC&lang=en",
    [],
    (who) => client.getProducts(who, products),
  ],
  [
    "GET /v4/products/price?brand_name=Airbnb&country_code=US&face_value=100&coin=BTC",
    { coin: "BTC", coin_amount: "0.001" },
    (who) => client.getPrice(who, price),
  ],
  ["POST /v5/orders/validations", {}, (who) => client.validateOrder(who, body)],
  ["POST /v5/orders", rawOrder(), (who) => client.createOrder(who, body)],
  ["GET /v5/orders/o-1", rawOrder({ order_id: "o-1" }), (who) => client.getOrder(who, "o-1")],
];

describe.each(CALLS)("%s", (request, answer, call) => {
  test("is asked for once, at this address, with the headers of the partner", async () => {
    upstream.answer = says(200, answer);
    await call(buyer);
    expect(upstream.asked()).toEqual([request]);
    expect(upstream.requests[0]?.headers).toMatchObject({
      "x-cr-application": "partner",
      "x-cr-version": "1.2.3",
      "x-forwarded-for": "203.0.113.7",
      "user-agent": "Buyer/1",
      "content-type": "application/json",
    });
  });
});

test("what is posted arrives as it was given, and a read has no body", async () => {
  upstream.answer = says(200, {});
  await client.validateOrder(buyer, body);
  await client.getHomepage(buyer, "US");
  expect(upstream.bodies).toEqual([JSON.stringify(body), ""]);
});

test("A1: an answer about another order is none, for its codes are somebody else's", async () => {
  upstream.answer = says(200, rawOrder({ order_id: "o-2" }));
  await expect(client.getOrder(buyer, "o-1")).rejects.toMatchObject({ kind: "bad-response" });
  await expect(client.getOrder(buyer, "O-2")).resolves.toMatchObject({ order_id: "o-2" });
});

test("any answer of 200 to 299 is a success, for nobody knows which a creation gives", async () => {
  upstream.answer = says(201, rawOrder());
  await expect(client.createOrder(buyer, {})).resolves.toMatchObject({ coin_amount: "101.52" });
});

test("a read that is shared carries the shop's constants, and is the same for everybody", async () => {
  await client.getPaymentVias(sharedIdentity(shop()));
  expect(upstream.requests[0]?.headers).toMatchObject({
    "x-cr-application": "partner-sentinel-4711",
    "x-cr-version": "9.8.7",
    "x-forwarded-for": "192.0.2.1",
    "user-agent": "shop/9.8.7",
  });
});

test("C7 a call of a buyer carries that buyer's address and agent, and nothing else of the request", async () => {
  const headers = new Headers({
    [peerHeader()]: "::ffff:203.0.113.99",
    "user-agent": "Mozilla/5.0 (Buyer)",
    "x-forwarded-for": "6.6.6.6",
    cookie: "secret=1",
    authorization: "Bearer secret",
  });
  const identity = buyerIdentity(shop(), headers);
  if (!identity) throw new Error("the buyer has an address");
  await client.getPaymentVias(identity);
  const sent = upstream.requests[0]?.headers;
  expect(sent).toMatchObject({
    "x-cr-application": "partner-sentinel-4711",
    "x-forwarded-for": "203.0.113.99",
    "user-agent": "Mozilla/5.0 (Buyer)",
  });
  expect(JSON.stringify(sent)).not.toContain("secret=1");
  expect(sent?.authorization).toBeUndefined();
});

test("a buyer without a known address is nobody that a call could be made for", () => {
  expect(buyerIdentity(shop(), new Headers())).toBeUndefined();
});
