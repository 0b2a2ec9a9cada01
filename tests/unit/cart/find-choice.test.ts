import { describe, expect, it } from "vitest";
import { findChoice } from "@/lib/cart/find-choice";
import type { Product } from "@/lib/contract/catalog";

const fixed: Product = {
  denomination: "25 USD",
  label: "$25",
  type: "fixed",
  deliversTo: "email",
};
const range: Product = {
  denomination: "range",
  label: "$5 – $100",
  type: "range",
  range: { min: "5", max: "100", step: "1", currency: "USD" },
  deliversTo: "email",
};

describe("the product that an address means", () => {
  it.each([
    { name: "a fixed amount by its exact key", query: { denomination: "25 USD" }, found: fixed },
    { name: "the range by a value", query: { value: "50" }, found: range },
    { name: "the range by its name", query: { denomination: "range" }, found: range },
    {
      name: "nothing by a key that is only alike",
      query: { denomination: "25 usd" },
      found: undefined,
    },
    { name: "nothing without a choice", query: { denomination: "" }, found: undefined },
  ])("finds $name", ({ query, found }) => {
    expect(findChoice({ products: [fixed, range] }, query)).toBe(found);
  });
});
