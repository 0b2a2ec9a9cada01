import { expect, test } from "vitest";
import { kindOf } from "@/lib/shop/kinds";

test.each([
  ["giftcard", [], "giftcard"],
  ["mobile_recharge", ["mobile_credits"], "topup"],
  ["mobile_recharge", ["e-sim"], "esim"],
  ["utility", [], "bill"],
  ["something_new", [], "other"],
  // Every object has a member of this name, and it is no kind.
  ["constructor", [], "other"],
])("upstream's %s in %j is of the kind %s", (kind, categories, expected) => {
  expect(kindOf({ kind, categories })).toBe(expected);
});
