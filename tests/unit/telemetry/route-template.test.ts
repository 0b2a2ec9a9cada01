import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { routeTemplate } from "@/lib/telemetry/route-template";

test.each([
  ["/", "/"],
  ["/en", "/[locale]"],
  ["/en/us", "/[locale]/[country]"],
  ["/tr/tr/browse", "/[locale]/[country]/browse"],
  ["/en/us/pixelforge", "/[locale]/[country]/[brand]"],
  ["/en/checkout", "/[locale]/checkout"],
  ["/en/gift", "/[locale]/gift"],
  ["/en/embed/checkout", "/[locale]/checkout"],
  ["/en/embed/us/pixelforge", "/[locale]/[country]/[brand]"],
  ["/en/orders/secret-reference", "/[locale]/orders/[…]"],
  ["/api/orders/secret-reference", "/api/orders/[orderId]"],
  ["/api/orders/secret-reference/reveal", "/api/orders/[orderId]/reveal"],
  ["/api/orders/a/b/c", "/api/[…unknown]"],
  ["/_next/static/chunks/a.js", "/_next/static"],
  ["/wp-login.php", "file or unknown"],
])("%s is counted as %s", (path, template) => {
  expect(routeTemplate(path)).toBe(template);
});

test("no reference, slug or word of a visitor gets into a template", () => {
  for (const path of [
    "/en/orders/REF",
    "/api/orders/REF",
    "/api/orders/REF/REF",
    "/en/us/REF/REF",
  ]) {
    expect(routeTemplate(path)).not.toContain("REF");
  }
});

test("every route handler is counted under its own name", () => {
  const routes = readdirSync("app/api", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("route.ts") && !/unknown|demo/.test(file))
    .map((file) => `/api/${file.slice(0, -"/route.ts".length)}`);
  for (const route of routes) {
    expect(routeTemplate(route.replaceAll(/\[\w+\]/g, "x")), route).toBe(route);
  }
});
