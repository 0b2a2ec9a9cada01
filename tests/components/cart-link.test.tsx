// @vitest-environment jsdom
import { act, render, screen } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { CartLink } from "@/components/shop/cart-link";
import { fill } from "@/lib/i18n/fill";
import common from "@/messages/en/common.json";
import { strictConsole } from "./support/strict-console";

strictConsole();
beforeEach(() => localStorage.clear());

it("the cart's link tells the cart of now when the browser brings back a page that it kept", async () => {
  localStorage.setItem("cart", JSON.stringify(["US/pixelforge/2/d:20 USD"]));
  render(<CartLink locale="en" words={common.header} />);
  const two = fill(common.header.cartCount, { count: 2 }, "en");
  expect(screen.getByRole("link", { name: two }).getAttribute("href")).toContain("pixelforge");
  // As another document of the same tab does it, of which no event tells.
  localStorage.removeItem("cart");
  await act(
    async () => void window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })),
  );
  const link = screen.getByRole("link", { name: common.header.cart });
  expect(link.getAttribute("href")).not.toContain("pixelforge");
});
