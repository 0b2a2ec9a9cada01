import { describe, expect, test } from "vitest";
import { UpstreamError } from "@/lib/cryptorefills/errors";
import { PROBLEM_CODES, problemInfo, problemsOf } from "@/lib/cryptorefills/problems";
import { validationSchema } from "@/lib/cryptorefills/schemas/validation";

const refusedWith = (body: unknown) =>
  new UpstreamError("refused", { endpoint: "createOrder", status: 422, body });
const codesOf = (body: unknown) => problemsOf(refusedWith(body)).map(({ code }) => code);

test("a refusal by its word is that problem, with its details", () => {
  const moreDetails = { coin: "USDC" };
  expect(problemsOf(refusedWith({ detail: "SUSPENDED_COIN", moreDetails }))).toEqual([
    { code: "SUSPENDED_COIN", moreDetails },
  ]);
});

test("several problems are all told, wherever they stand", () => {
  const problems = [{ problem: "OUT_OF_STOCK" }, { problem: "LOGIN_REQUIRED", moreDetails: 1 }];
  const expected = [
    { code: "OUT_OF_STOCK", moreDetails: undefined },
    { code: "LOGIN_REQUIRED", moreDetails: 1 },
  ];
  expect(problemsOf(refusedWith({ problems }))).toEqual(expected);
  expect(problemsOf(validationSchema.parse({ problems }))).toEqual(expected);
});

test("a validation without problems has none, and a refusal always has one", () => {
  expect(problemsOf(validationSchema.parse({ problems: null }))).toEqual([]);
  expect(codesOf({ problems: [] })).toEqual(["UNKNOWN"]);
});

test.each<[string, unknown, string]>([
  ["an error code", { error_code: "NOT_ACTIVE" }, "NOT_ACTIVE"],
  ["a message that is a word", { message: "BLOCKED_COUNTRY" }, "BLOCKED_COUNTRY"],
  ["a word in mixed case", { detail: "Cryptorefill_NFT_GIFTCARD" }, "CRYPTOREFILL_NFT_GIFTCARD"],
  [
    "a code beside a sentence",
    { detail: "Sorry, sold out.", error_code: "OUT_OF_STOCK" },
    "OUT_OF_STOCK",
  ],
  ["only a sentence", { detail: "Mail bob@example.com for help" }, "UNKNOWN"],
  ["markup", { detail: "<SCRIPT>" }, "UNKNOWN"],
  ["a number", { detail: 42 }, "UNKNOWN"],
  ["a word without end", { detail: "A".repeat(61) }, "UNKNOWN"],
  ["a page", "<html>", "UNKNOWN"],
  ["nothing", undefined, "UNKNOWN"],
])("%s is taken for what it is", (_name, body, code) => {
  expect(codesOf(body)).toEqual([code]);
});

describe("the table of problems", () => {
  test("has no word that no answer could be read as", () => {
    for (const code of PROBLEM_CODES) expect(codesOf({ detail: code })).toEqual([code]);
  });

  test("knows nothing about what objects are made of", () => {
    expect(problemInfo("constructor")).toBeUndefined();
    expect(problemInfo("FOO_BAR")).toBeUndefined();
  });

  test.each([
    ["INVALID_BENEFICIARY_ACCOUNT", "line", "beneficiary"],
    ["AMOUNT_LESS_THEN_MINIMUM_ALLOWED", "payment", "payment"],
    ["DAILY_SPENDING_LIMIT_EXCEEDED", "order", "amount"],
    ["INVALID_EMAIL_DOMAIN", "buyer", "email"],
    ["COUPON_EXPIRED", "coupon", "coupon"],
    ["FULLNAME_MISSING", "payment", "payment"],
  ])("puts %s at the %s, field %s", (code, scope, field) => {
    expect(problemInfo(code)).toMatchObject({ scope, field });
  });
});
