import { describe, expect, it } from "vitest";
import { checkAmount } from "@/components/checkout/amount-check";
import { markupOf } from "@/components/checkout/markup";
import { networkName, viaName } from "@/components/checkout/payment-names";
import { checkPhone } from "@/components/checkout/phone-check";
import { placeOfProblem } from "@/components/checkout/place-problems";
import { roundUp } from "@/components/checkout/round-up";
import { giftCard } from "./support/checkout-lines";

describe("an amount as people type it", () => {
  const range = { min: "5.5", max: "500", step: "0.5", currency: "EUR" };
  it.each([
    { typed: "25", expected: { kind: "ok", value: "25" } },
    { typed: " 25,50 ", expected: { kind: "ok", value: "25.5" } },
    { typed: "025.00", expected: { kind: "ok", value: "25" } },
    { typed: "0.5", expected: { kind: "outside" } },
    { typed: "25.75", expected: { kind: "step", nearest: "25.5" } },
    { typed: "1.000", expected: { kind: "format" } },
    { typed: "-5", expected: { kind: "format" } },
    { typed: "1e2", expected: { kind: "format" } },
    { typed: "٢٥", expected: { kind: "ok", value: "25" } },
    { typed: "۲۵٫۵", expected: { kind: "ok", value: "25.5" } },
    { typed: "２５，５０", expected: { kind: "ok", value: "25.5" } },
    { typed: "٢٥٬٥٠٠", expected: { kind: "format" } },
    { typed: "٢-٥", expected: { kind: "format" } },
    { typed: "", expected: { kind: "missing" } },
  ])("reads “$typed”", ({ typed, expected }) => {
    expect(checkAmount(typed, range)).toEqual(expected);
  });
});

describe("a number to top up", () => {
  it.each([
    { text: "0532 123 45 67", country: "TR", e164: "+905321234567" },
    { text: "+90 (532) 123-45-67", country: "TR", e164: "+905321234567" },
    { text: "212 555 1234", country: "US", e164: "+12125551234" },
    { text: "+1 787 555 1234", country: "US", e164: "+17875551234" },
  ])("takes $text for $country", async ({ text, country, e164 }) => {
    expect(await checkPhone(text, country)).toMatchObject({ kind: "ok", e164 });
  });

  it.each([
    { text: "+44 7400 123456", country: "TR", kind: "wrong_country" },
    { text: "+1 416 555 1234", country: "US", kind: "wrong_country" },
    { text: "+7 701 123 4567", country: "RU", kind: "wrong_country" },
    { text: "532 12", country: "TR", kind: "invalid" },
    { text: "call 0532 123 45 67", country: "TR", kind: "invalid" },
    { text: "0532 123 45 67 ext 5", country: "TR", kind: "invalid" },
  ])("refuses $text for $country", async ({ text, country, kind }) => {
    expect(await checkPhone(text, country)).toEqual({ kind });
  });
});

describe("a minimum as it is shown", () => {
  it.each([
    { amount: "0.562099175481640", shown: "0.5621" },
    { amount: "0.000008123456", shown: "0.000008124" },
    { amount: "12345.6", shown: "12346" },
    { amount: "60", shown: "60" },
    { amount: "1.5", shown: "1.5" },
    { amount: "0.99999", shown: "1" },
  ])("is never below $amount", ({ amount, shown }) => {
    expect(roundUp({ amount, coin: "USDC" })).toEqual({ amount: shown, coin: "USDC" });
  });
});

describe("what a price adds to a value", () => {
  it("is told for a coin that stands for the currency", () => {
    const face = { amount: "50", currency: "USD" };
    expect(markupOf({ amount: "50.87", coin: "USDC" }, face, "en")).toBe("+1.7%");
    expect(markupOf({ amount: "49", coin: "USDT" }, face, "tr")).toBe("-%2,0");
  });

  it("is left out where it would have to be guessed", () => {
    const face = { amount: "50", currency: "TRY" };
    expect(markupOf({ amount: "0.001", coin: "BTC" }, face, "en")).toBeUndefined();
    expect(markupOf({ amount: "2", coin: "USDC" }, face, "en")).toBeUndefined();
  });

  it("is left out where the value is nothing, and the page stands", () => {
    const face = { amount: "0", currency: "USD" };
    expect(markupOf({ amount: "2", coin: "USDC" }, face, "en")).toBeUndefined();
  });
});

describe("the place of a problem", () => {
  const detail = "…";
  it.each([
    {
      problem: { scope: "line", field: "lines.0.beneficiary" },
      target: "phone",
      place: "recipient-l0",
    },
    { problem: { scope: "line", field: "beneficiary" }, target: "email", place: "email" },
    { problem: { scope: "line" }, target: "email", place: "amount-l0" },
    { problem: { scope: "payment", field: "payment.network" }, target: "email", place: "payment" },
    { problem: { scope: "coupon" }, target: "email", place: "coupon" },
    { problem: { scope: "buyer" }, target: "phone", place: "email" },
    { problem: { scope: "order", field: "amount" }, target: "email", place: "amount-l0" },
    { problem: { scope: "line", field: "amount" }, target: undefined, place: "order" },
    { problem: { scope: "order", field: "something new" }, target: "email", place: "order" },
  ] as const)("is $place for $problem.scope and $problem.field", ({ problem, target, place }) => {
    const line = target && { ...giftCard, product: { ...giftCard.product, deliversTo: target } };
    expect(placeOfProblem({ code: "x", detail, ...problem }, line)).toBe(place);
  });
});

describe("names of networks", () => {
  it("says what people say, and upstream's own word for the rest", () => {
    expect(networkName({ coin: "BTC", network: "Mainnet" })).toBe("Bitcoin");
    expect(networkName({ coin: "USDC", network: "Polygon (Matic)" })).toBe("Polygon");
    expect(networkName({ coin: "USDC", network: "Sonic" })).toBe("Sonic");
    expect(viaName("USER_WALLET")).toBeUndefined();
    expect(viaName("KUCOIN_PAY")).toBe("KuCoin Pay");
  });
});
