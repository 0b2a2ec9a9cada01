import { expect, test } from "vitest";
import { FAILURE_KINDS, isRejection, toFailure, WalletFailure } from "@/lib/wallet/wallet-failure";
import en from "@/messages/en/wallet.json";
import tr from "@/messages/tr/wallet.json";

test.each([
  { code: 4001 },
  { code: -32603, data: { originalError: { code: 4001 } } },
  new Error("User rejected the request."),
  new Error("User denied transaction signature"),
  new Error("The user cancelled the request"),
])("a definite no is recognised: %j", (error) => {
  expect(isRejection(error)).toBe(true);
});

test.each([
  undefined,
  "4001",
  { code: -32603 },
  { code: 4900, message: "disconnected" },
  new Error("Transaction was rejected by the network"),
  new Error("Timeout; maybe user rejected"),
])("anything else may have been sent: %j", (error) => {
  expect(isRejection(error)).toBe(false);
});

test("an unexpected error becomes a failure with words", () => {
  expect(toFailure({ code: 4001 }, "connect_rejected").kind).toBe("connect_rejected");
  expect(toFailure({ code: -32002 }, "connect_rejected").kind).toBe("busy");
  expect(toFailure(new TypeError("x"), "connect_rejected").kind).toBe("unknown");
  const known = new WalletFailure("recipient");
  expect(toFailure(known, "connect_rejected")).toBe(known);
});

test("every failure has its own words in every language", () => {
  for (const words of [en, tr]) {
    expect(Object.keys(words.failure).sort()).toEqual([...FAILURE_KINDS].sort());
    const titles = Object.values(words.failure).map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  }
});
