import { describe, expect, test } from "vitest";
import { MAX_WORDS, parseGift, toGift } from "@/lib/gift/gift";
import { plainWords } from "@/lib/gift/plain-text";
import { HOSTILE_HTML } from "../../support/hostile-html";

const base = { code: "ABC-1" };

describe("the words of a gift", () => {
  test("keep letters, emoji, line breaks and the marks that Arabic and Hebrew need", () => {
    const words = "Für Åsa 👩‍👩‍👧\nمرحبا\u200f!\n\nx";
    expect(parseGift({ ...base, words })?.words).toBe(words);
  });

  test.each([
    ["right-to-left overrides", "pay \u202eme\u202c", "pay me"],
    ["isolates", "a\u2066b\u2069c\u2067d\u2068e", "abcde"],
    ["embeddings", "a\u202ab\u202bc\u202dd", "abcd"],
    ["control characters", "a\u0000b\u0008c\u001b[31md", "abc[31md"],
    ["halves of characters", "a\ud800b", "ab"],
    ["a wall of empty lines", `a${"\n".repeat(400)}b`, "a\n\nb"],
    ["other line ends", "a\r\nb\u2028c\rd", "a\nb\nc\nd"],
  ])("lose %s", (_name, said, kept) => {
    expect(parseGift({ ...base, words: said })?.words).toBe(kept);
  });

  test.each(HOSTILE_HTML.filter((html) => html.length <= MAX_WORDS))(
    "stay text, whatever they look like: %s",
    (html) => {
      expect(parseGift({ ...base, words: html })?.words).toBe(plainWords(html));
    },
  );

  test(`are at most ${MAX_WORDS} characters, an emoji being one`, () => {
    expect(parseGift({ ...base, words: "🎁".repeat(MAX_WORDS) })).toBeDefined();
    expect(parseGift({ ...base, words: "x".repeat(MAX_WORDS + 1) })).toBeUndefined();
  });
});

describe("a gift made by hand", () => {
  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "http://plain.example/",
    "//evil.example/",
    "https:evil.example",
    "https://user:pass@evil.example/",
    "https://evil.example\\@good.example/",
    " https://evil.example/",
    "https://evil.example/ x",
    "https://evil.example/\u202egpj",
    `https://evil.example/${"a".repeat(2_000)}`,
  ])("A9: is refused with the link %s", (codeUrl) => {
    expect(parseGift({ codeUrl })).toBeUndefined();
  });

  test("A9: may hold an https link", () => {
    const codeUrl = "https://redeem.example/claim/1";
    expect(parseGift({ codeUrl })).toEqual({ codeUrl });
  });

  test.each([
    ["nothing to redeem", { words: "hello" }],
    ["a field that a gift has not", { ...base, html: "<b>x</b>" }],
    ["a prototype", JSON.parse('{"code":"A","__proto__":{"x":1}}')],
    ["a code that is no text", { code: 12 }],
    ["a code of too many characters", { code: "x".repeat(501) }],
    ["a code with a turn of direction in it", { code: "ABC\u202e1" }],
    ["a code with a character that nobody sees", { code: "AB\u200bC" }],
    ["a code in two lines", { code: "AB\nC" }],
    ["an eSIM that is none", { lpa: "https://evil.example" }],
    ["a brand that is a path", { ...base, brand: { country: "US", slug: "../../orders" } }],
    ["a country that is none", { ...base, brand: { country: "us/..", slug: "a" } }],
    ["a label in two lines", { ...base, label: "$20\nfrom the shop" }],
    ["a list", [base]],
    ["nothing", null],
  ])("is refused with %s", (_name, data) => {
    expect(parseGift(data)).toBeUndefined();
  });
});

describe("a revealed code as a gift", () => {
  const given = { line: { label: "$20" }, brand: undefined, words: "" };

  test("holds code, serial and security code, and nothing of the order", () => {
    const delivery = {
      id: "line-1",
      code: "ABC",
      serial: "S1",
      securityCode: "007",
      instructions: ["Scratch it"],
    };
    expect(toGift({ ...given, delivery, words: " Hi \u202e " })).toEqual({
      label: "$20",
      words: "Hi",
      code: "ABC",
      serial: "S1",
      securityCode: "007",
    });
  });

  test("holds the profile of an eSIM without the pages around it", () => {
    const lpa = "LPA:1$smdp.example$ACT-77";
    const esim = { lpa, installUrl: "https://esim.example/install" };
    expect(toGift({ ...given, delivery: { id: "1", esim } })).toEqual({ label: "$20", lpa });
  });

  test("is none when the code cannot be shown as it is", () => {
    expect(toGift({ ...given, delivery: { id: "1", code: "A\u0007B" } })).toBeUndefined();
    expect(toGift({ ...given, delivery: { id: "1" } })).toBeUndefined();
  });
});
