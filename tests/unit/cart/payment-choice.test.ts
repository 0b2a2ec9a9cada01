import { describe, expect, it } from "vitest";
import { coinsOf, methodId, networksOf, preferredMethod } from "@/lib/cart/payment-choice";
import { paymentMethod } from "../../support/payment-method";

const defaults = { coin: "USDC", network: "Solana" };
const solana = paymentMethod("USDC", "Solana");
const base = paymentMethod("USDC", "Base");
const bitcoin = paymentMethod("BTC", "Mainnet");

describe("the method that stands chosen", () => {
  it.each([
    {
      name: "USDC on Solana where it is offered",
      methods: [bitcoin, base, solana],
      wish: { defaults: { coin: "BTC", network: "Mainnet" } },
      expected: solana,
    },
    {
      name: "the coin the buyer came with",
      methods: [base, solana, bitcoin],
      wish: { coin: "BTC", defaults },
      expected: bitcoin,
    },
    {
      name: "the shop's own network for the shop's own coin",
      methods: [solana, base],
      wish: { coin: "USDC", defaults: { coin: "USDC", network: "Base" } },
      expected: base,
    },
    {
      name: "the shop's default where Solana is paused",
      methods: [{ ...solana, networkSuspended: true }, base, bitcoin],
      wish: { defaults: { coin: "BTC", network: "Mainnet" } },
      expected: bitcoin,
    },
    {
      name: "the first that can be used when nothing else fits",
      methods: [{ ...solana, coinSuspended: true }, paymentMethod("ETH", "Base")],
      wish: { coin: "XYZ", defaults },
      expected: paymentMethod("ETH", "Base"),
    },
    {
      name: "none when everything is paused",
      methods: [{ ...solana, coinSuspended: true }],
      wish: { defaults },
      expected: undefined,
    },
  ])("is $name", ({ methods, wish, expected }) => {
    expect(preferredMethod(methods, wish)).toEqual(expected);
  });
});

describe("coins and networks", () => {
  it("lists a coin once, usable while one of its networks is", () => {
    const methods = [
      { ...solana, networkSuspended: true },
      base,
      { ...bitcoin, coinSuspended: true },
    ];
    expect(coinsOf(methods)).toEqual([
      { coin: "USDC", usable: true },
      { coin: "BTC", usable: false },
    ]);
  });

  it("puts what can be used first and the buyer's own wallet before other pages", () => {
    const gate = paymentMethod("USDC", "Base", { via: "GATE_PAY" });
    const paused = paymentMethod("USDC", "Optimism", { networkSuspended: true });
    expect(networksOf([paused, gate, base, solana], "USDC").map(methodId)).toEqual(
      [solana, base, gate, paused].map(methodId),
    );
  });

  it("puts a minimum that is met first, and then what usually costs the sender least", () => {
    const ethereum = paymentMethod("USDC", "ETH Mainnet");
    const small = paymentMethod("USDC", "Base", { minimum: { amount: "50", coin: "USDC" } });
    const estimate = { amount: "10", coin: "USDC" };
    expect(networksOf([ethereum, small, solana], "USDC", { estimate }).map(methodId)).toEqual(
      [solana, ethereum, small].map(methodId),
    );
    expect(networksOf([ethereum, base, solana], "USDC").map(methodId)).toEqual(
      [solana, base, ethereum].map(methodId),
    );
  });
});
