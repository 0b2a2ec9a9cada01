import { beforeEach, describe, expect, test, vi } from "vitest";
import { readBrand } from "@/lib/catalog/read-brand";
import type { Product } from "@/lib/contract/catalog";
import type { OrderLine } from "@/lib/contract/order-body";
import { resolveLines } from "@/lib/order-creation/resolve-lines";
import { bodyOf, fixed, line, pageOf, range, shop, valueLine } from "../../support/order-lines";

vi.mock("@/lib/catalog/read-brand");

const sells = (...products: Product[]) => vi.mocked(readBrand).mockResolvedValue(pageOf(products));
const resolve = (...lines: OrderLine[]) => resolveLines(shop, bodyOf(lines));
const problemsOf = async (...lines: OrderLine[]) => {
  const resolution = await resolve(...lines);
  if (resolution.ok || resolution.brandChanged) throw new Error("problems were expected");
  return resolution.problems;
};
const target = (deliversTo: Product["deliversTo"]) => sells({ ...fixed, deliversTo });

beforeEach(() => {
  vi.mocked(readBrand).mockReset();
  sells(fixed, range);
});

test("a line becomes the product that the shop itself sells under that key", async () => {
  const resolution = await resolve(line());
  expect(resolution).toMatchObject({ ok: true, lines: [{ product: fixed }] });
  expect(readBrand).toHaveBeenCalledWith(shop, "US", "example-shop", { coin: "USDC", lang: "en" });
});

test("a value is of the range, and never of a fixed amount that reads the same", async () => {
  const resolution = await resolve(valueLine("100"));
  expect(resolution).toMatchObject({ ok: true, lines: [{ product: range }] });
});

describe("the brand has changed", () => {
  const changed = { ok: false, brandChanged: true };

  test("when the slug now leads to another brand", async () => {
    expect(await resolve(line({ brandId: "b-2" }))).toEqual(changed);
  });

  test("when the country no longer sells it", async () => {
    vi.mocked(readBrand).mockResolvedValue(undefined);
    expect(await resolve(line())).toEqual(changed);
  });

  test.each(["ZZ", "XX"])(
    "when %s is no country, and nobody is asked about it",
    async (country) => {
      expect(await resolve(line({ country }))).toEqual(changed);
      expect(readBrand).not.toHaveBeenCalled();
    },
  );

  test("when the shop does not sell in that country, and nobody is asked about it", async () => {
    const catalogue = { ...shop.catalogue, hiddenCountries: ["US"] };
    expect(await resolveLines({ ...shop, catalogue }, bodyOf([line()]))).toEqual(changed);
    expect(readBrand).not.toHaveBeenCalled();
  });
});

describe("a product is not available", () => {
  const unavailable = [{ code: "NOT_AVAILABLE_PRODUCT", line: 0, brand: "Example Shop" }];

  test.each<[string, OrderLine]>([
    ["under a key that was made up", line({ denomination: "12 USD" })],
    ["under the word for a range", line({ denomination: "range" })],
    ["below its range", valueLine("4")],
    ["above its range", valueLine("501")],
    ["between its steps", valueLine("5.5")],
    ["with a key and a value", line({ value: "100" })],
    ["with neither", (({ denomination: _none, ...rest }) => rest)(line())],
  ])("%s", async (_name, asked) => {
    expect(await problemsOf(asked)).toEqual(unavailable);
  });

  test("by value where there is no range", async () => {
    sells(fixed);
    expect(await problemsOf(valueLine("100"))).toEqual(unavailable);
  });
});

test("a brand that is sold out is said to be", async () => {
  vi.mocked(readBrand).mockResolvedValue(pageOf([fixed], { outOfStock: true }));
  expect(await problemsOf(line())).toMatchObject([{ code: "OUT_OF_STOCK", line: 0 }]);
});

describe("a recipient", () => {
  test.each<[Product["deliversTo"], string]>([
    ["email", "buyer@example.com"],
    ["phone", "+905551234567"],
    ["account", "12 345-A"],
  ])(
    "of the right kind for %s is taken, without the white space around it",
    async (kind, right) => {
      target(kind);
      expect(await resolve(line({ beneficiary: ` ${right}\t` }))).toMatchObject({
        ok: true,
        lines: [{ line: { beneficiary: right } }],
      });
    },
  );

  test.each<[Product["deliversTo"], string]>([
    ["email", "+905551234567"],
    ["email", "buyer@"],
    ["phone", "buyer@example.com"],
    ["phone", "05551234567"],
    ["phone", "+1"],
    ["account", "12"],
    ["account", " 1  "],
  ])("for %s that reads %j is refused at its line", async (kind, wrong) => {
    target(kind);
    expect(await problemsOf(line({ beneficiary: wrong }))).toMatchObject([
      { code: "INVALID_BENEFICIARY_ACCOUNT", line: 0 },
    ]);
  });
});

test("an e-mail address that is none is refused at its field", async () => {
  const resolution = await resolveLines(shop, bodyOf([line()], { email: "buyer@example" }));
  expect(resolution).toMatchObject({ problems: [{ code: "INVALID_EMAIL", field: "email" }] });
});

test("every problem of every line is told at once", async () => {
  const body = bodyOf([line(), line({ denomination: "12 USD" }), line({ beneficiary: "nobody" })], {
    email: "x",
  });
  const resolution = await resolveLines(shop, body);
  if (resolution.ok || resolution.brandChanged) throw new Error("problems were expected");
  expect(resolution.problems.map(({ code, line: at }) => [code, at])).toEqual([
    ["NOT_AVAILABLE_PRODUCT", 1],
    ["INVALID_BENEFICIARY_ACCOUNT", 2],
    ["INVALID_EMAIL", undefined],
  ]);
});
