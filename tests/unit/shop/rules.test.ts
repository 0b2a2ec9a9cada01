import { describe, expect, test } from "vitest";
import { toCatalogue } from "@/lib/catalog/to-catalogue";
import { toPaymentMethods } from "@/lib/catalog/to-payment-methods";
import { brandsSchema } from "@/lib/cryptorefills/schemas/brand";
import { paymentViasSchema } from "@/lib/cryptorefills/schemas/payment-via";
import { sellsIn } from "@/lib/shop/rules";
import { shopSchema } from "@/lib/shop/schema";

const shopOf = (config: object) => ({
  ...shopSchema.parse({ name: "Shop", ...config }),
  id: "default",
  url: "https://s.example",
  revision: "1",
});

const row = (id: string, name: string, family: string, kind: string, category: string) => ({
  brand_id: id,
  brand: name,
  family,
  kind,
  category,
});
const ANSWER = brandsSchema.parse({
  country_code: "US",
  all_brands: [
    row("b-1", "Amazon.com", "Amazon", "giftcard", "e-commerce"),
    row("b-2", "Netflix", "Netflix", "giftcard", "streaming"),
    row("b-3", "Tellme", "Tellme", "mobile_recharge", "mobile_credits"),
    row("b-4", "Roamwell", "Roamwell", "mobile_recharge", "e-sim"),
    row("b-5", "Cashcard", "Cashcard", "giftcard", "e-money"),
  ],
});
const namesWith = (catalogue: object) =>
  toCatalogue(ANSWER, "US", shopOf({ catalogue }), "https://api.example").brands.map(
    ({ name }) => name,
  );

describe("a shop sells what its rules allow, and hidden wins over allowed", () => {
  test.each([
    [{}, ["Amazon.com", "Netflix", "Tellme", "Roamwell"]],
    [{ eMoney: true }, ["Amazon.com", "Netflix", "Tellme", "Roamwell", "Cashcard"]],
    [{ kinds: ["giftcard"] }, ["Amazon.com", "Netflix"]],
    [{ kinds: ["esim"] }, ["Roamwell"]],
    [{ kinds: ["topup"] }, ["Tellme"]],
    [{ categories: ["streaming", "e-sim"] }, ["Netflix", "Roamwell"]],
    [{ categories: ["e-money"] }, []],
    [{ hiddenCategories: ["streaming"] }, ["Amazon.com", "Tellme", "Roamwell"]],
    [{ brands: ["amazon", "b-3"] }, ["Amazon.com", "Tellme"]],
    [{ brands: ["amazon-com", "netflix"], hiddenBrands: ["b-2"] }, ["Amazon.com"]],
    [{ hiddenBrands: ["amazon"] }, ["Netflix", "Tellme", "Roamwell"]],
    [{ brands: ["amaz"] }, []],
  ])("%o", (catalogue, names) => {
    expect(namesWith(catalogue)).toEqual(names);
  });
});

test("what is hidden is in no category and no list of popular brands either", () => {
  const answer = { ...ANSWER, popular_brands: ANSWER.all_brands };
  const shop = shopOf({ catalogue: { hiddenBrands: ["netflix"] } });
  const catalogue = toCatalogue(answer, "US", shop, "https://api.example");
  expect(JSON.stringify(catalogue)).not.toMatch(/netflix|streaming|b-2/i);
});

test("countries are allowed by one list and hidden by another", () => {
  const rules = (catalogue: object) => shopOf({ catalogue });
  expect(sellsIn(rules({}), "DE")).toBe(true);
  expect(sellsIn(rules({ countries: ["US"] }), "DE")).toBe(false);
  expect(sellsIn(rules({ hiddenCountries: ["DE"] }), "DE")).toBe(false);
  expect(sellsIn(rules({ countries: ["DE"], hiddenCountries: ["DE"] }), "DE")).toBe(false);
});

const VIAS = paymentViasSchema.parse([
  {
    name: "wallet",
    currencies: [
      { name: "USDC", networks: [{ name: "Solana" }, { name: "Base" }] },
      { name: "BTC", networks: [{ name: "Bitcoin" }, { name: "Lightning" }] },
    ],
  },
]);
const waysWith = (payment: object) =>
  toPaymentMethods(VIAS, "https://api.example", shopOf({ payment })).map(
    ({ coin, network }) => `${coin} ${network}`,
  );

describe("a shop takes the coins and networks that its rules allow", () => {
  test.each([
    [{}, ["USDC Solana", "USDC Base", "BTC Bitcoin", "BTC Lightning"]],
    [{ coins: ["usdc"] }, ["USDC Solana", "USDC Base"]],
    [{ hiddenCoins: ["USDC"] }, ["BTC Bitcoin", "BTC Lightning"]],
    [{ networks: ["Base", "Lightning"] }, ["USDC Base", "BTC Lightning"]],
    [{ hiddenNetworks: ["LIGHTNING", "base"] }, ["USDC Solana", "BTC Bitcoin"]],
    [{ coins: ["BTC"], networks: ["Base"] }, []],
  ])("%o", (payment, ways) => {
    expect(waysWith(payment)).toEqual(ways);
  });
});
