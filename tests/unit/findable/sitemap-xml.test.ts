// @vitest-environment jsdom
import { expect, test } from "vitest";
import { sitemapIndexXml, sitemapXml } from "@/lib/findable/sitemap-xml";

const URLS = ["https://shop.example/en/us", "https://shop.example/en/us?a=1&b=<2>'\""];

test.each([
  ["urlset", sitemapXml],
  ["sitemapindex", sitemapIndexXml],
])("%s is well-formed and gives every address back", (root, write) => {
  const document = new DOMParser().parseFromString(write(URLS), "application/xml");
  expect(document.documentElement.nodeName).toBe(root);
  expect([...document.querySelectorAll("loc")].map((loc) => loc.textContent)).toEqual(URLS);
});
