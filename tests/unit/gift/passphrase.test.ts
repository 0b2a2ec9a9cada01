import { expect, test } from "vitest";
import { isLongEnough, MIN_PASSPHRASE, suggestPassphrase } from "@/lib/gift/passphrase";

test("a suggested passphrase can be said by phone, is long enough and never the same", () => {
  const made = Array.from({ length: 200 }, suggestPassphrase);
  for (const text of made) expect(text).toMatch(/^([a-hjkmnp-z2-9]{4}-){2}[a-hjkmnp-z2-9]{4}$/);
  expect(new Set(made).size).toBe(made.length);
  expect(made.every(isLongEnough)).toBe(true);
});

test("a passphrase is long enough by what counts of it", () => {
  expect(isLongEnough("x".repeat(MIN_PASSPHRASE))).toBe(true);
  expect(isLongEnough("x".repeat(MIN_PASSPHRASE - 1))).toBe(false);
  expect(isLongEnough(`  a ${" ".repeat(20)} b `)).toBe(false);
});
