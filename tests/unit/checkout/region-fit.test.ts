import { describe, expect, it } from "vitest";
import { isRisky, regionFit } from "@/lib/checkout/region-fit";

const sold = (region?: string, regions?: string[], deliversTo: "email" | "phone" = "email") => ({
  country: "US",
  redemption: { ...(region !== undefined && { region }) },
  product: { deliversTo, ...(regions && { regions }) },
});

describe("B10: whether a product works for somebody", () => {
  it.each([
    ["a card of this country, used here", sold(), "here", { kind: "works" }],
    ["a card of this country, used elsewhere", sold(), "elsewhere", { kind: "only_here" }],
    ["a card that works everywhere", sold("Works worldwide"), "elsewhere", { kind: "works" }],
    [
      "a plan for several countries",
      sold(undefined, ["US", "CA", "MX"]),
      "elsewhere",
      { kind: "limited", countries: ["US", "CA", "MX"] },
    ],
    [
      "a plan for several countries, here",
      sold(undefined, ["US", "CA"]),
      "here",
      { kind: "works" },
    ],
    [
      "a plan for other countries, here",
      sold(undefined, ["CA", "MX"]),
      "here",
      { kind: "limited", countries: ["CA", "MX"] },
    ],
    [
      "a plan for one country of a brand that works everywhere",
      sold("Works worldwide", ["TR"]),
      "elsewhere",
      { kind: "limited", countries: ["TR"] },
    ],
    ["a region in codes", sold("CA, MX"), "here", { kind: "limited", countries: ["CA", "MX"] }],
    ["a region that is this country", sold("US only"), "elsewhere", { kind: "only_here" }],
    ["a region in a sentence", sold("Use IT in stores"), "here", { kind: "works" }],
  ] as const)("%s", (_name, product, place, verdict) => {
    expect(regionFit(product as Parameters<typeof regionFit>[0], place)).toEqual(verdict);
  });

  it("is not asked where a number decides", () => {
    expect(regionFit(sold(undefined, undefined, "phone"), "elsewhere")).toBeUndefined();
  });

  it("is a risk that has to be read, unless it works", () => {
    expect(isRisky({ kind: "works" }, "elsewhere")).toBe(false);
    expect(isRisky({ kind: "only_here" }, "elsewhere")).toBe(true);
    expect(isRisky({ kind: "only_here" }, "here")).toBe(false);
    expect(isRisky({ kind: "limited", countries: ["CA"] }, "here")).toBe(true);
    expect(isRisky(undefined, "elsewhere")).toBe(false);
  });
});
