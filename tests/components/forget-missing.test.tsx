// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ForgetMissing } from "@/components/checkout/forget-missing";
import type { CartItem } from "@/lib/cart/cart-item";
import { readCart, writeCart } from "@/lib/cart/cart-store";

beforeEach(() => localStorage.clear());
afterEach(cleanup);

const card: CartItem = { country: "US", slug: "acme", quantity: 1, denomination: "25 USD" };
const gone: CartItem = { country: "US", slug: "gone", quantity: 9, denomination: "5 USD" };

it.each([
  { cart: [card, gone], left: [card], path: "/en/checkout?l=US%2Facme%2F1%2Fd%3A25+USD&cart=1" },
  { cart: [gone], left: [], path: "/en/checkout" },
])("what cannot be ordered makes room in the cart: $path", ({ cart, left, path }) => {
  writeCart(localStorage, cart);
  const navigate = vi.fn();
  render(<ForgetMissing items={[gone]} label="Remove" locale="en" navigate={navigate} />);
  fireEvent.click(screen.getByRole("button", { name: "Remove" }));
  expect(readCart(localStorage)).toEqual(left);
  expect(navigate).toHaveBeenCalledWith(path);
});
