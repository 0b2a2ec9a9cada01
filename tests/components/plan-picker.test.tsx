// @vitest-environment jsdom
import { fireEvent, render, screen, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { AmountForm } from "@/components/product/amount-form";
import { toAmountOptions } from "@/components/product/amount-option";
import { fitAnswers } from "@/components/product/fit-answers";
import { browserStore } from "@/lib/cart/browser-storage";
import type { BrandPage, Product } from "@/lib/contract/catalog";
import { placeOfUse } from "@/lib/device/place-of-use";
import words from "@/messages/en/product.json";
import { strictConsole } from "./support/strict-console";

strictConsole();
beforeEach(() => localStorage.clear());

const plan = (data: string | undefined, quantity: number, price: string, regions: string[]) =>
  ({
    denomination: `${data ?? "Unlimited"} ${quantity} days`,
    label: `${data ?? "Unlimited"} ${quantity} days`,
    type: "fixed",
    price: { amount: price, coin: "USDC" },
    deliversTo: "email",
    plan: {
      ...(data ? { data } : { unlimited: true }),
      validity: { quantity, unit: "DAY" },
      benefits: [],
    },
    regions,
  }) satisfies Product;

const products = [
  plan("10 GB", 30, "17", ["US", "CA"]),
  plan("1 GB", 3, "3.5", ["US"]),
  plan("3 GB", 7, "8", ["US"]),
  plan(undefined, 3, "12", ["CA", "MX"]),
];

function open(some: Product[]) {
  vi.stubGlobal("fetch", vi.fn());
  const page = {
    brand: { name: "Roamly" },
    redemption: {},
    products: some,
  } as unknown as BrandPage;
  const country = { code: "US", name: "United States" };
  render(
    <AmountForm
      action="/en/checkout"
      country="US"
      slug="roamly"
      locale="en"
      words={words.form}
      fits={fitAnswers(page, { country, locale: "en", words: words.fit })}
      fitWords={words.fit}
      options={toAmountOptions(page, { locale: "en", words })}
      coins={["USDC"]}
      homeCoin="USDC"
      inDays={words.plan.units.DAY}
    />,
  );
}
const radios = (name = words.form.planTitle) =>
  within(screen.getByRole("group", { name })).getAllByRole<HTMLInputElement>("radio");
const shown = () => radios().map(({ value }) => value);
const checked = () =>
  radios()
    .filter((one) => one.checked)
    .map(({ value }) => value);
const choose = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const plans = words.form.plans;

it("plans are one group of radio buttons, shortest first, each with what a unit of it costs", async () => {
  open(products);
  await screen.findByLabelText(plans.sortLabel);
  expect(screen.getByRole("group", { name: words.form.planTitle })).toBeTruthy();
  const days = ["1 GB 3 days", "Unlimited 3 days", "3 GB 7 days", "10 GB 30 days"];
  expect(shown()).toEqual(days);
  expect(new Set(radios().map(({ name }) => name)).size).toBe(1);
  expect(screen.getByText("≈ 1.7 USDC per GB")).toBeTruthy();
  expect(screen.getByText("≈ 4 USDC per day")).toBeTruthy();
});

it("they are narrowed by data, days and place, and what is bought is always one that is seen", async () => {
  open(products);
  await screen.findByLabelText(plans.regionLabel);
  choose(plans.regionLabel, "CA");
  expect(shown()).toEqual(["Unlimited 3 days", "10 GB 30 days"]);
  expect(checked()).toEqual(["10 GB 30 days"]);
  expect(screen.getByRole("status").textContent).toBe("2 of 4 plans");
  const amounts = screen.getByLabelText<HTMLSelectElement>(plans.dataLabel);
  expect([...amounts.options].map(({ text }) => text)).toEqual([
    "Any amount",
    "10 GB",
    "Unlimited",
  ]);
  choose(plans.dataLabel, "10");
  expect(shown()).toEqual(["10 GB 30 days"]);
  choose(plans.regionLabel, "");
  choose(plans.dataLabel, "");
  expect(shown()).toHaveLength(4);
  choose(plans.regionLabel, "MX");
  expect(checked()).toEqual(["Unlimited 3 days"]);
});

it("no place is asked for where all plans work in the same ones", async () => {
  open(products.map((product) => ({ ...product, regions: ["US"] })));
  expect(await screen.findByLabelText(plans.lengthLabel)).toBeTruthy();
  expect(screen.queryByLabelText(plans.regionLabel)).toBeNull();
});

describe("B10: where it works", () => {
  const verdict = () => screen.getByTestId("fit").textContent;
  const plan = (value: string) => {
    const tile = radios().find((one) => one.value === value);
    if (!tile) throw new Error(`There is no plan ${value}`);
    fireEvent.click(tile);
  };
  const buy = () => fireEvent.click(screen.getByRole("button", { name: words.form.submit }));
  const remembered = (denomination: string) =>
    placeOfUse(browserStore("localStorage"), { country: "US", slug: "roamly", denomination });

  it("is said of the plan that is chosen, and not of all plans of the brand", async () => {
    open(products);
    await screen.findByLabelText(plans.sortLabel);
    plan("1 GB 3 days");
    expect(verdict()).toBe("Roamly 1 GB 3 days works there.");
    plan("Unlimited 3 days");
    expect(verdict()).toContain("Roamly Unlimited 3 days works only in Canada and Mexico.");
    fireEvent.click(screen.getByLabelText(words.fit.elsewhere));
    plan("10 GB 30 days");
    expect(verdict()).toContain("Roamly 10 GB 30 days works only in United States and Canada.");
    plan("1 GB 3 days");
    expect(verdict()).toContain(
      "Roamly 1 GB 3 days works only with accounts and shops in United States.",
    );
  });

  it("is accepted for one plan and not for the next, and the answer is kept for each", async () => {
    open(products);
    await screen.findByLabelText(plans.sortLabel);
    const sent = vi.fn((event: Event) => event.preventDefault());
    document.addEventListener("submit", sent, { once: true });
    plan("Unlimited 3 days");
    fireEvent.click(screen.getByLabelText(words.fit.accept));
    plan("10 GB 30 days");
    fireEvent.click(screen.getByLabelText(words.fit.elsewhere));
    buy();
    expect(screen.getByText(words.fit.missing)).toBeTruthy();
    expect(remembered("10 GB 30 days")).toBeUndefined();
    fireEvent.click(screen.getByLabelText(words.fit.accept));
    buy();
    expect(remembered("10 GB 30 days")).toBe("elsewhere");
    expect(remembered("Unlimited 3 days")).toBeUndefined();
    expect(sent).toHaveBeenCalled();
  });

  it("names the brand alone where all plans work in the same places", async () => {
    open(products.map((product) => ({ ...product, regions: ["US"] })));
    await screen.findByLabelText(plans.lengthLabel);
    expect(verdict()).toBe("Roamly works there.");
  });
});
