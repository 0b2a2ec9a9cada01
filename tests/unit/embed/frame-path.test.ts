import { describe, expect, test } from "vitest";
import { framePath, toFramePath } from "@/lib/embed/frame-path";

const SHOP = "https://shop.example";

describe("a link of an ordinary page, followed within a frame", () => {
  test.each([
    ["/en/us", "/en/embed/us"],
    ["/en/us/browse?q=air", "/en/embed/us?q=air"],
    ["/pt-BR/br/loja", "/pt-BR/embed/br/loja"],
    ["/en/checkout?c=US&b=x&d=1", "/en/embed/checkout?c=US&b=x&d=1"],
    ["/en/embed/us/x", "/en/embed/us/x"],
  ])("%s stays as %s", (from, to) => {
    expect(toFramePath(new URL(from, SHOP), "auto")).toBe(to);
  });

  test.each([
    "/en/terms",
    "/en/orders",
    "/en/orders/abc",
    "/en",
    "/",
    "/api/catalog/US",
    "/en/us/a/b",
    "/en/embedded/us/x",
  ])("%s opens beside it", (from) => {
    expect(toFramePath(new URL(from, SHOP), "dark")).toBeUndefined();
  });

  test("the look goes along", () => {
    expect(toFramePath(new URL("/en/us/x?coin=BTC", SHOP), "dark")).toBe(
      "/en/embed/us/x?coin=BTC&theme=dark",
    );
    expect(framePath({ locale: "en", theme: "light", country: "US", slug: "x" })).toBe(
      "/en/embed/us/x?theme=light",
    );
    expect(framePath({ locale: "en", theme: "auto" })).toBe("/en/embed");
  });
});
