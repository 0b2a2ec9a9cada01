import { describe, expect, test } from "vitest";
import { isRootFile } from "@/lib/http/root-files";

describe("an address beside the pages", () => {
  test.each([
    "/robots.txt",
    "/sitemap.xml",
    "/sitemaps/en/us.xml",
    "/sitemaps/pt-BR/br.xml",
    "/llms.txt",
    "/manifest.webmanifest",
    "/og.png",
    "/icon.svg",
    "/icons/maskable.png",
    "/flags/tr.svg",
    "/sw.js",
  ])("%s is one", (path) => {
    expect(isRootFile(path)).toBe(true);
  });

  test.each([
    "/flags/zz.svg",
    "/icons/64.png",
    "/icons/../og.png",
    "/sitemaps/en/us.xml/more",
    "/sitemaps/default~0123456789/en/us.xml",
    "/en/us/robots.txt",
    "/default~0123456789/en/us/a.b",
    "//robots.txt",
    "/robots.txt/",
    "/og.png2",
    "/og%2epng",
  ])("%s is none", (path) => {
    expect(isRootFile(path)).toBe(false);
  });
});
