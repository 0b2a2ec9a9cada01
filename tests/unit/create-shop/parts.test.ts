import fc from "fast-check";
import { expect, test } from "vitest";
import { LOCALES } from "@/lib/i18n/locales";
import { contrastFaults } from "@/lib/shop/contrast";
import { parseLegal } from "@/lib/shop/parse-legal";
import { withVariables } from "@/scripts/create-shop/env-file";
import { legalDrafts } from "@/scripts/create-shop/legal-drafts";
import { paletteOf } from "@/scripts/create-shop/palette-of";

const color = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, "0")}`);

test("whatever the colour of a shop, its two themes can be read", () => {
  fc.assert(
    fc.property(color, (wish) => {
      expect(contrastFaults(paletteOf(wish))).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test("a colour that can be read stays the shop's own", () => {
  expect(paletteOf("#0a5c36").light).toEqual({ brand: "#0a5c36", onBrand: "#ffffff" });
});

test("the drafts of legal texts are there in every language, and are texts that the server takes", async () => {
  const drafts = await legalDrafts("A_b [c] <d> *e*");
  expect([...drafts.keys()].sort()).toEqual(
    LOCALES.flatMap((locale) => [`legal/privacy.${locale}.md`, `legal/terms.${locale}.md`]).sort(),
  );
  for (const [name, draft] of drafts) {
    const { text, faults } = parseLegal(draft);
    expect(faults, name).toEqual([]);
    expect(text.blocks.length, name).toBeGreaterThan(1);
    if (name.includes("terms")) expect(JSON.stringify(text), name).toContain("A_b [c] <d> *e*");
  }
  expect(new Set(drafts.values()).size).toBe(drafts.size);
});

const FILE =
  "# Yours.\nPARTNER_ID=\n# Its address.\nSITE_URL=https://shop.example\n# DEFAULT_SHOP=default\n";

test("a fresh environment file takes every value at its line", () => {
  const values = {
    PARTNER_ID: "p",
    SITE_URL: "https://rosa.example",
    DEFAULT_SHOP: "rosa",
    X: "1",
  };
  expect(withVariables(FILE, values, { isFresh: true })).toBe(
    "# Yours.\nPARTNER_ID=p\n# Its address.\nSITE_URL=https://rosa.example\nDEFAULT_SHOP=rosa\nX=1\n",
  );
});

test("in a file that somebody keeps, what is set stays, and the rest is filled in", () => {
  const values = { PARTNER_ID: "p", SITE_URL: "https://rosa.example", ROSA_PARTNER_ID: "" };
  expect(withVariables(FILE, values, { isFresh: false })).toBe(
    "# Yours.\nPARTNER_ID=p\n# Its address.\nSITE_URL=https://shop.example\n# DEFAULT_SHOP=default\nROSA_PARTNER_ID=\n",
  );
});
