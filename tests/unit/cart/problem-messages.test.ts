import { describe, expect, it } from "vitest";
import { PROBLEM_CODES } from "@/lib/cryptorefills/problems";
import en from "@/messages/en/problems.json";

type Sentences = Record<string, string>;
const placeholders = (sentence: string) => [...new Set(sentence.match(/\{\w+[},]/g))].sort();

describe("what is said about each problem", () => {
  it.each(PROBLEM_CODES)("has a sentence for %s", (code) => {
    expect(en).toHaveProperty(code.toLowerCase());
  });

  it("has a form without gaps for every sentence that needs a value", () => {
    for (const [key, sentence] of Object.entries(en as Sentences)) {
      if (placeholders(sentence).length > 0) expect(en).toHaveProperty(`${key}_plain`);
      if (key.endsWith("_plain")) expect(placeholders(sentence)).toEqual([]);
    }
  });
});
