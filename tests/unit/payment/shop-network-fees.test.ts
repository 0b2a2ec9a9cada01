import { expect, test } from "vitest";
import { shopSchema } from "@/lib/shop/schema";

const read = (networkFees: unknown) =>
  shopSchema.safeParse({ name: "Kiosk", payment: { networkFees } });

test("a shop may state its own fees by network", () => {
  const fees = { "btc|mainnet": { lowUsd: "1", highUsd: "1", seconds: 900 } };
  expect(read(fees).data?.payment.networkFees).toEqual(fees);
  expect(read(undefined).data?.payment.networkFees).toEqual({});
});

test.each([
  ["a name that would never be found", { Base: { lowUsd: "1", highUsd: "2", seconds: 5 } }],
  ["a range upside down", { base: { lowUsd: "2", highUsd: "1", seconds: 5 } }],
  ["a number for money", { base: { lowUsd: 1, highUsd: "2", seconds: 5 } }],
  ["no time", { base: { lowUsd: "1", highUsd: "2" } }],
])("%s is refused", (_name, fees) => {
  expect(read(fees).success).toBe(false);
});
