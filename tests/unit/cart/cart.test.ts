import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { memoryStore } from "@/lib/cart/browser-storage";
import {
  CART_MAX,
  type CartItem,
  capItems,
  countItems,
  formatCartItem,
  parseCartItem,
} from "@/lib/cart/cart-item";
import { addToCart, readCart, writeCart } from "@/lib/cart/cart-store";
import { takeFromCart } from "@/lib/cart/change-cart";
import { checkoutPath } from "@/lib/urls";

const card: CartItem = { country: "US", slug: "acme", quantity: 1, denomination: "25 USD" };
const range: CartItem = { country: "DE", slug: "bolt", quantity: 2, value: "49.5" };
const topUp: CartItem = { country: "TR", slug: "tel", quantity: 1, denomination: "100 TRY" };

const anyItem = fc
  .record({
    country: fc.constantFrom("US", "DE", "TR"),
    slug: fc.stringMatching(/^[a-z0-9-]{1,40}$/),
    quantity: fc.integer({ min: 1, max: CART_MAX }),
    product: fc.oneof(
      fc.record({ denomination: fc.string({ minLength: 1, maxLength: 60, unit: "grapheme" }) }),
      fc.record({ value: fc.stringMatching(/^[1-9]\d{0,5}(\.\d{1,2})?$/) }),
    ),
  })
  .map(({ product, ...common }) => ({ ...common, ...product }) as CartItem)
  .filter((item) => !("denomination" in item) || item.denomination.length <= 200);

describe("an item as a text", () => {
  it("is read back as it was written, whatever its product is called", () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        expect(parseCartItem(formatCartItem(item))).toEqual(item);
      }),
    );
  });

  it("goes through an address unchanged", () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 5 }), (items) => {
        const { searchParams } = new URL(checkoutPath("en", items), "https://shop.test");
        expect(searchParams.getAll("l").map(parseCartItem)).toEqual(items);
      }),
    );
  });

  it.each([
    "",
    "US",
    "us/acme/1/d:25",
    "US/acme/0/d:25",
    "US/acme/11/d:25",
    "US/acme/-1/d:25",
    "US/acme/1/x:25",
    "US/acme/1/d:",
    "US//1/d:25",
    `US/acme/1/d:${"x".repeat(201)}`,
  ])("“%s” is none", (text) => {
    expect(parseCartItem(text)).toBeUndefined();
  });
});

describe("a cart", () => {
  it("makes equal products one item", () => {
    const store = memoryStore();
    expect(addToCart(store, card, false)).toBe(true);
    expect(addToCart(store, card, false)).toBe(true);
    expect(addToCart(store, { ...card, denomination: "50 USD" }, false)).toBe(true);
    expect(readCart(store).map(({ quantity }) => quantity)).toEqual([2, 1]);
  });

  it("keeps products apart that each go to somebody else", () => {
    const store = memoryStore();
    addToCart(store, topUp, true);
    addToCart(store, topUp, true);
    expect(readCart(store)).toEqual([topUp, topUp]);
  });

  it("has room for as many products as upstream delivers in one order", () => {
    const store = memoryStore();
    writeCart(store, [{ ...card, quantity: 9 }]);
    expect(addToCart(store, range, false)).toBe(false);
    expect(addToCart(store, topUp, true)).toBe(true);
    expect(countItems(readCart(store))).toBe(CART_MAX);
  });

  it("never holds more, whoever wrote it", () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 12 }), (items) => {
        const kept = capItems(items);
        expect(countItems(kept)).toBe(Math.min(countItems(items), CART_MAX));
      }),
    );
  });

  it.each([null, "{", "7", '["US/acme/0/d:1", 7, null]', '{"a":1}'])(
    "is empty when the store holds %s",
    (text) => {
      const store = memoryStore();
      if (text !== null) store.setItem("cart", text);
      expect(readCart(store)).toEqual([]);
    },
  );

  it("loses what was ordered and nothing else", () => {
    const store = memoryStore();
    writeCart(store, [{ ...card, quantity: 3 }, range, topUp]);
    takeFromCart(store, [{ ...card, quantity: 2 }, range]);
    expect(readCart(store)).toEqual([card, topUp]);
  });
});
