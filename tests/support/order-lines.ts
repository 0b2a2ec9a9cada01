import type { BrandCard, BrandPage, Product } from "@/lib/contract/catalog";
import type { OrderLine, ValidationBody } from "@/lib/contract/order-body";
import { type Shop, shopSchema } from "@/lib/shop/schema";

export const shop: Shop = {
  ...shopSchema.parse({ name: "Test" }),
  id: "default",
  url: "http://localhost:3000",
  revision: "r1",
};

export const brand: BrandCard = {
  slug: "example-shop",
  name: "Example Shop",
  family: "Example Shop",
  kind: "giftcard",
  category: "e-commerce",
  categories: [],
  logo: {},
  outOfStock: false,
  deliversTo: "email",
  brandId: "b-1",
  tags: [],
};

export const fixed: Product = {
  denomination: "100 USD",
  label: "$100",
  type: "fixed",
  deliversTo: "email",
};

export const range: Product = {
  denomination: "range",
  label: "",
  type: "range",
  range: { min: "5", max: "500", step: "1", currency: "USD" },
  deliversTo: "email",
};

export const pageOf = (products: Product[], more: Partial<BrandCard> = {}): BrandPage => ({
  brand: { ...brand, ...more },
  redemption: { methods: [] },
  products,
});

export const line = (more: Partial<OrderLine> = {}): OrderLine => ({
  brand: "example-shop",
  brandId: "b-1",
  country: "US",
  denomination: "100 USD",
  beneficiary: "buyer@example.com",
  ...more,
});

/** The same line asked for by the value of a range. */
export function valueLine(value: string): OrderLine {
  const { denomination: _denomination, ...rest } = line();
  return { ...rest, value };
}

export const bodyOf = (lines: OrderLine[], more: Partial<ValidationBody> = {}): ValidationBody => ({
  lines,
  email: "buyer@example.com",
  payment: { via: "USER_WALLET", coin: "USDC", network: "Solana" },
  newsletter: false,
  lang: "en",
  ...more,
});
