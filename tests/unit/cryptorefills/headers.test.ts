import { expect, test } from "vitest";
import { endpointPath } from "@/lib/cryptorefills/endpoints";
import { upstreamHeaders } from "@/lib/cryptorefills/headers";
import { buyer } from "../../support/upstream-stub";

const agentOf = (userAgent: string) => upstreamHeaders({ ...buyer, userAgent })["User-Agent"];

test.each([
  ["an agent of eight kilobytes is cut", "x".repeat(8192), "x".repeat(512)],
  ["an agent without one printable letter is the shop's own", " \u00e9\u0000 ", "shop/1.2.3"],
  ["an agent keeps its inner spaces", "  Mozilla/5.0 (X11)  ", "Mozilla/5.0 (X11)"],
])("C8 %s", (_name, given, sent) => {
  expect(agentOf(given)).toBe(sent);
});

test.each(["..", "../v2/brands", "a/b", "a?b", "a#b", "%2e%2e", "", "a".repeat(65), "ü", "a b"])(
  "C4 %j is no segment of a path",
  (orderId) => {
    expect(() => endpointPath("order", { orderId })).toThrow("orderId is malformed");
  },
);

test("a query leaves out what is not given and cannot be broken out of", () => {
  const query = { brand_name: "A&coin=BTC#x", coin: undefined, lang: "" };
  expect(endpointPath("price", {}, query)).toBe("/v4/products/price?brand_name=A%26coin%3DBTC%23x");
});
