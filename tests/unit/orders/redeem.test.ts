import { expect, test } from "vitest";
import { httpsUrl } from "@/lib/https-url";
import { maskBeneficiary, maskEmail } from "@/lib/orders/mask";
import { redeemable } from "@/lib/orders/redeem";

test.each([
  ["ABCD-EFGH-1234", { kind: "code", code: "ABCD-EFGH-1234" }],
  ["  ABCD ", { kind: "code", code: "ABCD" }],
  ["https://gift.example/r/1", { kind: "link", url: "https://gift.example/r/1" }],
  ["LPA:1$smdp.example$CODE-1", { kind: "esim", lpa: "LPA:1$smdp.example$CODE-1" }],
  ["", { kind: "none" }],
  [undefined, { kind: "none" }],
])("A9: a pin of %j is %j", (pin, expected) => {
  expect(redeemable(pin)).toEqual(expected);
});

test.each([
  "http://gift.example/1",
  "javascript:alert(1)",
  "https://user:secret@gift.example/",
  "https://gift.example/a b",
  "https:\\\\gift.example",
  "data:text/html,x",
  "JAVASCRIPT:alert(1)//https://gift.example",
  "\u0001https://gift.example",
  "ftp://gift.example",
])("A9: %s is never a link", (text) => {
  expect(httpsUrl(text)).toBeUndefined();
  expect(redeemable(text).kind).toBe("code");
});

test("a masked address or number shows enough to know one's own", () => {
  expect(maskEmail("alice@example.com")).toBe("a***@example.com");
  expect(maskEmail("nonsense")).toBe("***");
  expect(maskBeneficiary("+905321234567")).toBe("•••\u00a04567");
  expect(maskBeneficiary("12345")).toBe("•••");
});
