import { describe, expect, test } from "vitest";
import { emailFault } from "@/lib/checkout/email-fault";
import { emailHint } from "@/lib/checkout/email-hint";
import { phoneFault } from "@/lib/checkout/phone-fault";
import { rangeFault } from "@/lib/checkout/range-fault";

describe("B12: an e-mail address", () => {
  test.each(["a@b.co", " alice@example.com ", "a+b@sub.example.org", "ü@example.com"])(
    "%s is taken",
    (text) => {
      expect(emailFault(text)).toBeUndefined();
    },
  );

  test.each([
    ["", "empty"],
    ["   ", "empty"],
    ["alice", "invalid"],
    ["alice@example", "invalid"],
    ["alice@.com", "invalid"],
    ["alice@example..com", "invalid"],
    ["a b@example.com", "invalid"],
    ["a@b.com,c@d.com", "invalid"],
    ["a@b.com,", "invalid"],
    ["a@b.com>", "invalid"],
    ["alice@example.com\u200b", "invalid"],
    ["\u202aalice@example.com\u202c", "invalid"],
    ["alice@exam\u00adple.com", "invalid"],
    [`${"a".repeat(250)}@example.com`, "invalid"],
  ])("“%s” is %s", (text, fault) => {
    expect(emailFault(text)).toBe(fault);
  });

  test.each([
    ["alice@gmial.com", "alice@gmail.com"],
    ["alice@hotmial.com", "alice@hotmail.com"],
    ["alice@yaho.com", "alice@yahoo.com"],
    [" alice@gmial.com ", "alice@gmail.com"],
    ["alice@gmail.com", undefined],
    ["alice@gmx.com", undefined],
    ["alice@email.com", undefined],
    ["alice@example.com", undefined],
    ["alice", undefined],
  ])("for %s the hint is %s", (text, hint) => {
    expect(emailHint(text)).toBe(hint);
  });
});

test.each([
  ["+905321234567", undefined],
  ["", "empty"],
  ["05321234567", "invalid"],
  ["+0123456789", "invalid"],
  ["+12345", "invalid"],
  ["+1234567890123456", "invalid"],
])("a number “%s” is %s", (text, fault) => {
  expect(phoneFault(text)).toBe(fault);
});

describe("a value within a range", () => {
  const range = { min: "5", max: "100", step: "2.5", currency: "EUR" };

  test.each(["5", "7.5", "100", "10.0"])("%s is taken", (value) => {
    expect(rangeFault(value, range)).toBeUndefined();
  });

  test.each([
    ["4.99", { code: "outside", min: "5", max: "100" }],
    ["100.01", { code: "outside", min: "5", max: "100" }],
    ["8", { code: "step", step: "2.5", nearest: "7.5" }],
    ["1e1", { code: "format" }],
    ["", { code: "format" }],
  ])("%s is refused with what would be right", (value, fault) => {
    expect(rangeFault(value, range)).toEqual(fault);
  });
});
