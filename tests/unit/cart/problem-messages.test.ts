import { describe, expect, it } from "vitest";
import { PROBLEM_CODES } from "@/lib/cryptorefills/problems";
import enCheckout from "@/messages/en/checkout.json";
import en from "@/messages/en/problems.json";
import trCheckout from "@/messages/tr/checkout.json";
import tr from "@/messages/tr/problems.json";

type Sentences = Record<string, string>;
const placeholders = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/g))].sort();

describe("what is said about each problem", () => {
  it.each(PROBLEM_CODES)("has a sentence for %s", (code) => {
    expect(en).toHaveProperty(code.toLowerCase());
  });

  it.each([
    { name: "problems", left: en as Sentences, right: tr as Sentences },
    { name: "checkout", left: enCheckout as Sentences, right: trCheckout as Sentences },
  ])("has the same keys and placeholders in both languages: $name", ({ left, right }) => {
    expect(Object.keys(right).sort()).toEqual(Object.keys(left).sort());
    for (const [key, sentence] of Object.entries(left)) {
      expect([key, placeholders(right[key] ?? "")]).toEqual([key, placeholders(sentence)]);
    }
  });

  it("has a form without gaps for every sentence that needs a value", () => {
    for (const [key, sentence] of Object.entries(en as Sentences)) {
      if (placeholders(sentence).length > 0) expect(en).toHaveProperty(`${key}_plain`);
      if (key.endsWith("_plain")) expect(placeholders(sentence)).toEqual([]);
    }
  });
});
