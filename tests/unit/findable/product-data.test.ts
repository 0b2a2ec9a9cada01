import { expect, test } from "vitest";
import type { BrandPage, Product } from "@/lib/contract/catalog";
import { productData } from "@/lib/findable/product-data";

const product = (amount: string): Product => ({
  denomination: amount,
  label: `$${amount}`,
  type: "fixed",
  price: { amount, coin: "USDC" },
  deliversTo: "email",
});

const range: Product = {
  denomination: "range",
  label: "5–100 USD",
  type: "range",
  range: { min: "5", max: "100", step: "1", currency: "USD" },
  deliversTo: "email",
};

function dataOf(products: Product[], outOfStock = false) {
  const brand = {
    slug: "pixelforge",
    name: "Pixelforge",
    family: "giftcard",
    kind: "giftcard",
    category: "games",
    categories: [],
    logo: {},
    outOfStock,
    deliversTo: "email",
    brandId: "b-1",
    tags: [],
  } satisfies BrandPage["brand"];
  const page = { brand, redemption: { methods: [] }, products };
  const url = "https://shop.example/en/us/pixelforge";
  const image = "https://shop.example/og.png";
  return productData({ page, url, image, description: "Buy it", category: "Games" });
}

test("prices are compared as decimals, not as texts or floats", () => {
  const { offers } = dataOf(["9.5", "100.0000000000000001", "100", "10"].map(product));
  expect(offers).toMatchObject({
    lowPrice: "9.5",
    highPrice: "100.0000000000000001",
    offerCount: 4,
    priceCurrency: "USDC",
    availability: "https://schema.org/InStock",
  });
});

test("every offer names the seller, who is not the shop", () => {
  const { offers } = dataOf([product("10")]);
  expect(offers?.offers.map(({ seller }) => seller.name)).toEqual(["Cryptorefills"]);
});

test("what has no price has no offer, and what is sold out says so", () => {
  expect(dataOf([range])).not.toHaveProperty("offers");
  expect(dataOf([])).not.toHaveProperty("offers");
  const { offers } = dataOf([product("10"), range], true);
  expect(offers).toMatchObject({ offerCount: 1, availability: "https://schema.org/OutOfStock" });
});

test("a long list of amounts is counted whole and told in part", () => {
  const { offers } = dataOf(Array.from({ length: 300 }, (_, index) => product(String(index + 1))));
  expect(offers).toMatchObject({ offerCount: 300, lowPrice: "1", highPrice: "300" });
  expect(offers?.offers.length).toBeLessThan(100);
});
