// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { browserStore, dropPageStores } from "@/lib/cart/browser-storage";

const block = () =>
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });

beforeEach(() => {
  dropPageStores();
  localStorage.clear();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("a browser that keeps nothing", () => {
  it("gets one store for the whole page, and another for each kind", () => {
    block();
    browserStore("localStorage").setItem("attempt", "key-1");
    expect(browserStore("localStorage").getItem("attempt")).toBe("key-1");
    expect(browserStore("sessionStorage").getItem("attempt")).toBeNull();
  });

  it("stays with it when the browser keeps things again", () => {
    block();
    browserStore("localStorage").setItem("attempt", "key-1");
    vi.restoreAllMocks();
    expect(browserStore("localStorage").getItem("attempt")).toBe("key-1");
    expect(localStorage.length).toBe(0);
  });

  it("keeps nothing of it after a wipe", () => {
    block();
    browserStore("localStorage").setItem("cart", "x");
    dropPageStores();
    expect(browserStore("localStorage").getItem("cart")).toBeNull();
  });
});

describe("the browser's own store", () => {
  it("is used where it works", () => {
    browserStore("localStorage").setItem("cart", "x");
    expect(localStorage.getItem("cart")).toBe("x");
  });
});

it("a server keeps nothing of one buyer for another", () => {
  vi.stubGlobal("window", undefined);
  browserStore("localStorage").setItem("cart", "x");
  expect(browserStore("localStorage").getItem("cart")).toBeNull();
});
