import { expect, it } from "vitest";
import { checkAmount } from "@/components/checkout/amount-check";
import { rangeProblem } from "@/components/product/range-problem";
import words from "@/messages/en/product.json";

const { errors } = words.form;
const range = {
  min: "1",
  max: "10000",
  step: "1",
  currency: "USD",
  hint: "",
  ownRecipient: false,
  suggestions: [],
};
const problemOf = (typed: string) => rangeProblem(checkAmount(typed, range), range, errors, "en");

it.each(["25", " 25 ", "25,00", "1 000", "1\u00a0000"])("takes %j for an amount", (typed) => {
  expect(problemOf(typed)).toBeUndefined();
});

it.each(["1,000", "1.000", "1.000,50", "ten"])("does not guess what %j means", (typed) => {
  expect(problemOf(typed)).toBe(errors.format.replace("{example}", "1"));
});

it.each([
  ["", errors.missing],
  ["20000", errors.outside],
])("says what is wrong with %j", (typed, sentence) => {
  expect(problemOf(typed)).toBe(sentence.replace("{min}", "$1").replace("{max}", "$10,000"));
});
