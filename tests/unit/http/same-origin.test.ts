import { expect, test } from "vitest";
import { isSameOrigin } from "@/lib/http/same-origin";

const shop = "https://shop.example";
test.each([
  [{ origin: shop }, true],
  [{ origin: shop, "sec-fetch-site": "same-origin" }, true],
  [{}, false],
  [{ origin: "null" }, false],
  [{ origin: "https://evil.example" }, false],
  [{ origin: "http://shop.example" }, false],
  [{ origin: "https://shop.example.evil" }, false],
  [{ origin: shop, "sec-fetch-site": "cross-site" }, false],
  [{ origin: shop, "sec-fetch-site": "same-site" }, false],
])("B8 %j may change something: %s", (headers, expected) => {
  expect(isSameOrigin(new Headers(headers as Record<string, string>), shop)).toBe(expected);
});
