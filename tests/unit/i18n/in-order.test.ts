import { expect, test } from "vitest";
import { formatMoney } from "@/components/checkout/format-money";
import { inOrder } from "@/lib/i18n/in-order";

test("an amount in a language from the right keeps its order and has no marks of its own", () => {
  expect(inOrder("\u200f10 US$", "ar")).toBe("\u206610 US$\u2069");
  expect(inOrder("$10", "en")).toBe("$10");
});

test("money is written as the language writes it, with Western digits", () => {
  const money = { amount: "1234.5", currency: "USD" };
  expect(formatMoney(money, "en")).toBe("$1,234.50");
  expect(formatMoney(money, "de").replace(/\s/g, " ")).toBe("1.234,50 $");
  expect(formatMoney(money, "ar").replace(/\s/g, " ")).toBe("\u20661,234.50 US$\u2069");
  expect(formatMoney({ amount: "500", currency: "POINTS" }, "ar")).toContain("500 POINTS");
});
