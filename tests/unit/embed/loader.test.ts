import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

const loader = readFileSync("public/embed.js");

test("the loader is at most three kilobytes on its way", () => {
  expect(gzipSync(loader, { level: 9 }).byteLength).toBeLessThanOrEqual(3_000);
});

test("it keeps nothing, and speaks to the shop's origin alone", () => {
  const text = loader.toString();
  expect(text).not.toMatch(/document\.cookie|localStorage|sessionStorage|innerHTML|eval\(/);
  expect(text).not.toMatch(/postMessage\([^)]*["']\*["']/);
});
