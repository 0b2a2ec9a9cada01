// @vitest-environment jsdom
import { beforeEach, expect, it } from "vitest";
import type { CheckoutLine } from "@/components/checkout/checkout-types";
import { fitNotes } from "@/components/checkout/fit-notes";
import { browserStore } from "@/lib/cart/browser-storage";
import { rememberPlaceOfUse } from "@/lib/device/place-of-use";

beforeEach(() => localStorage.clear());

const line = (denomination: string, fitRisks: CheckoutLine["fitRisks"]) =>
  ({ country: "US", slug: "roamly", product: { denomination }, fitRisks }) as CheckoutLine;
const LINES = [
  line("1 GB", { elsewhere: "only in the States" }),
  line("5 GB", { here: "only in Turkey", elsewhere: "only in Turkey" }),
];
const told = () => fitNotes(LINES).map(({ place, text }) => [place, text]);

it("B10: each line is told of by its own plan and its own answer", () => {
  const store = browserStore("localStorage");
  rememberPlaceOfUse(store, { country: "US", slug: "roamly", denomination: "1 GB" }, "elsewhere");
  rememberPlaceOfUse(store, { country: "US", slug: "roamly", denomination: "5 GB" }, "here");
  expect(told()).toEqual([
    ["elsewhere", "only in the States"],
    ["here", "only in Turkey"],
  ]);
});

it("B10: who was never asked is told what does not work in the country it is sold for", () => {
  expect(told()).toEqual([["here", "only in Turkey"]]);
});
