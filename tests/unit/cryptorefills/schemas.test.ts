import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { brandsSchema } from "@/lib/cryptorefills/schemas/brand";
import { amountText, epochSeconds } from "@/lib/cryptorefills/schemas/lenient";
import { orderSchema } from "@/lib/cryptorefills/schemas/order";
import { paymentViasSchema } from "@/lib/cryptorefills/schemas/payment-via";
import { priceSchema, productGroupsSchema } from "@/lib/cryptorefills/schemas/product";
import { validationSchema } from "@/lib/cryptorefills/schemas/validation";
import { rawDelivery, rawOrder } from "../../support/upstream-order";

const brand = { brand_id: "b-1", brand: "Example Shop" };

describe("an amount", () => {
  test.each(["0.000000010000000001", "118.210", "0", "0.562099175481640"])(
    "%s stays as upstream wrote it, to the last digit",
    (text) => {
      expect(amountText.parse(text)).toBe(text);
    },
  );

  test.each([
    [100, "100"],
    [101.52, "101.52"],
    [1e-7, "0.0000001"],
    [1.234567891234568e-7, "0.0000001234567891234568"],
    [0, "0"],
  ])("the number %s becomes the text %s", (number, text) => {
    expect(amountText.parse(number)).toBe(text);
  });

  test.each(["", "-1", "1e-7", "1,5", " 1", "0x10", "NaN", ".5", "1.", "$5"])(
    "%j is no amount",
    (text) => {
      expect(amountText.safeParse(text).success).toBe(false);
    },
  );

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 1e21, 1e-31, null, true, {}])(
    "%s is no amount",
    (value) => {
      expect(amountText.safeParse(value).success).toBe(false);
    },
  );

  test("E8: is in plain digits and worth the same, whatever number it was", () => {
    const numbers = fc.double({ min: 1e-13, max: 1e20, noNaN: true });
    const plain = fc.property(numbers, (value) => {
      const text = amountText.parse(value);
      return /^\d+(\.\d+)?$/.test(text) && Number(text) === value;
    });
    expect(fc.check(plain).counterexample).toBeNull();
  });
});

test.each([
  ["1787679708", 1_787_679_708],
  ["1787679708.25", 1_787_679_708.25],
  [1_787_679_708.25, 1_787_679_708.25],
])("the time %j is %s seconds", (time, seconds) => {
  expect(epochSeconds.parse(time)).toBe(seconds);
});

test.each([1_787_679_708_123_456, -1, "1787679708123456", "soon"])(
  "the time %j is none, and does not break the order that has it",
  (created_at) => {
    expect(orderSchema.parse(rawOrder({ created_at })).created_at).toBeUndefined();
  },
);

describe("a row that is broken costs that row alone:", () => {
  const broken = [null, 7, "x", [], {}, { brand_id: "b-2" }, { brand: "No id" }];

  test("among brands", () => {
    const answer = {
      categories: [null, { category: null, brands: [...broken, brand], popular_brands: null }],
      all_brands: [...broken, brand],
    };
    const parsed = brandsSchema.parse(answer);
    expect(parsed.all_brands.map(({ brand_id }) => brand_id)).toEqual(["b-1"]);
    expect(parsed.categories).toHaveLength(1);
    expect(parsed.categories[0]?.brands.map(({ brand_id }) => brand_id)).toEqual(["b-1"]);
    expect(parsed.popular_brands).toEqual([]);
  });

  test("among products", () => {
    const products = [{ denomination: "10 USD", coin_amount: "11.31" }, ...broken.slice(0, 3)];
    const parsed = productGroupsSchema.parse([{ ...brand, products }, ...broken]);
    expect(parsed).toHaveLength(1);
    expect(parsed[0]?.products.map(({ denomination }) => denomination)).toEqual(["10 USD"]);
  });

  test("among ways of paying", () => {
    const via = {
      name: "USER_WALLET",
      currencies: [null, { name: "USDC", networks: [{}, { name: "Base" }] }],
    };
    const parsed = paymentViasSchema.parse([{}, via, "x"]);
    expect(parsed).toHaveLength(1);
    expect(parsed[0]?.currencies[0]?.networks.map(({ name }) => name)).toEqual(["Base"]);
  });

  test("among the deliveries of an order", () => {
    const parsed = orderSchema.parse(rawOrder({ deliveries: [null, rawDelivery(), { id: "x" }] }));
    expect(parsed.deliveries).toHaveLength(1);
  });
});

test.each([
  ["a list that is null", { products: null }],
  ["a list that is missing", {}],
])("%s is empty", (_name, more) => {
  expect(productGroupsSchema.parse([{ ...brand, ...more }])[0]?.products).toEqual([]);
});

test.each(["no url", "", 7, null])(
  "a logo of %j counts as absent, and its brand stays",
  (logo_url) => {
    const [parsed] = brandsSchema.parse({ all_brands: [{ ...brand, logo_url }] }).all_brands;
    expect(parsed?.brand).toBe("Example Shop");
    expect(parsed?.logo_url).toBeUndefined();
  },
);

test.each(["red", "#12345", "#12345678", "url(x)"])(
  "a colour of %j counts as absent",
  (bg_color) => {
    const [parsed] = brandsSchema.parse({ all_brands: [{ ...brand, bg_color }] }).all_brands;
    expect(parsed?.bg_color).toBeUndefined();
  },
);

test("members that nobody knows are dropped before they go anywhere", () => {
  expect(orderSchema.parse(rawOrder({ payment_id: "secret" }))).not.toHaveProperty("payment_id");
});

describe("an order", () => {
  test.each(["order_id", "order_state", "coin", "network", "coin_amount"])(
    "without %s is none, for it could not be paid rightly",
    (member) => {
      expect(orderSchema.safeParse(rawOrder({ [member]: undefined })).success).toBe(false);
    },
  );

  test.each(["../../v2/brands", "a b", "", "x".repeat(65)])(
    "with the id %j is none",
    (order_id) => {
      expect(orderSchema.safeParse(rawOrder({ order_id })).success).toBe(false);
    },
  );

  test("with mixed types is the same order", () => {
    const mixed = rawOrder({ created_at: 1_790_000_000, coin_amount: 101.52, sent_coin_amount: 0 });
    expect(orderSchema.parse(mixed)).toEqual(orderSchema.parse(rawOrder()));
  });

  test("whose lesser members are nonsense is shown without them", () => {
    const nonsense = {
      user: 7,
      checkout_url: "nowhere",
      qr_text: [],
      payment_transactions: [1, "tx"],
    };
    const parsed = orderSchema.parse(rawOrder(nonsense));
    expect(parsed).toMatchObject({
      order_state: "WaitingForPayment",
      payment_transactions: ["tx"],
    });
    expect(parsed.user).toBeUndefined();
    expect(parsed.checkout_url).toBeUndefined();
  });
});

test("a price without an amount is none", () => {
  expect(priceSchema.safeParse({ coin: "USDC", coin_amount: null }).success).toBe(false);
});

describe("a validation", () => {
  test.each([[null], [[]], [undefined]])("with the problems %j has none", (problems) => {
    expect(validationSchema.parse({ problems }).problems).toEqual([]);
  });

  test.each<[unknown, string]>([
    ["OUT_OF_STOCK", "OUT_OF_STOCK"],
    [{ code: "OUT_OF_STOCK" }, "UNKNOWN"],
    [{ problem: null }, "UNKNOWN"],
    [null, "UNKNOWN"],
  ])("with the unreadable problem %j still has one", (row, problem) => {
    expect(validationSchema.parse({ problems: [row] }).problems).toEqual([{ problem }]);
  });

  test("whose problems are no list is not understood at all", () => {
    expect(validationSchema.safeParse({ problems: { problem: "X" } }).success).toBe(false);
  });
});
