import { describe, expect, test } from "vitest";
import { validationSchema } from "@/lib/cryptorefills/schemas/validation";
import { validation } from "./samples/orders";
import { loginRequired, MORE_DETAILS, suspended, troubled } from "./samples/problems";
import {
  BILL_LINE,
  ESIM_LINE,
  FIXED_LINE,
  LINK_LINE,
  RANGE_LINE,
  TOP_UP_LINE,
  validationRequest,
} from "./samples/requests";
import { differences } from "./support/shape";
import { asList, asRecord, asText, type Json, sandboxForTests } from "./support/upstream";

const upstream = sandboxForTests();

const send = (body: unknown) => upstream.post("/v5/orders/validations", body);

async function validated(lines: readonly unknown[], payment: object = {}): Promise<Json> {
  const { status, body } = await send(validationRequest(lines, payment));
  expect(status).toBe(200);
  return asRecord(body);
}

const LINES = { FIXED_LINE, RANGE_LINE, TOP_UP_LINE, ESIM_LINE, LINK_LINE, BILL_LINE };

describe("a validation without trouble", () => {
  test.each(Object.entries(LINES))("of %s has the recorded shape", async (_name, line) => {
    const answer = await validated([line]);
    expect(differences(answer, validation)).toEqual([]);
    expect(answer.problems).toBeNull();
  });

  test("the sample and the answer survive the shop's schema without losing a line", async () => {
    for (const body of [validation, await validated(Object.values(LINES))]) {
      const parsed = validationSchema.parse(body);
      expect(parsed.coin_amount).toBe(body.coin_amount);
      expect(parsed.problems).toEqual([]);
      expect(parsed.deliveries).toHaveLength(asList(body.deliveries).length);
      expect(parsed.summary?.coin_amount_to_pay_via_coupon).toBe("0");
    }
  });

  test("amounts are text, points are numbers", async () => {
    const answer = await validated([FIXED_LINE], { coin: "BTC", network: "Lightning" });
    expect(answer.coin_amount).toMatch(/^0\.\d{8}$/);
    expect(answer.points).toEqual({
      amount: expect.any(Number),
      original_amount: expect.any(Number),
    });
  });

  test("lines say Created, and their price in euros as text", async () => {
    const [line] = asList((await validated([RANGE_LINE])).deliveries);
    expect(line?.delivery_state).toBe("Created");
    expect(asRecord(line?.deliverable).original_price).toBe("92.0000");
  });

  test("a range is echoed by the word, with its value as a number and its currency", async () => {
    for (const product_value of [100, "100"]) {
      const [line] = asList((await validated([{ ...RANGE_LINE, product_value }])).deliveries);
      expect(line?.deliverable).toMatchObject({
        denomination: "range",
        localized_denomination: "range",
        product_value: 100,
        currency_code: "USD",
      });
    }
  });

  test("a literal amount on a range is another, dearer product", async () => {
    const { product_value: _value, ...literal } = { ...RANGE_LINE, denomination: "100 USD" };
    const dear = await validated([literal]);
    const cheap = await validated([RANGE_LINE]);
    expect(cheap.coin_amount).toBe("101.48");
    expect(dear.coin_amount).toBe("104.5");
    expect(asRecord(asList(dear.deliveries)[0]?.deliverable).denomination).toBe("100 USD");
  });

  test("the network may be left out", async () => {
    const { network: _network, ...payment } = validationRequest().payment;
    const { status, body } = await send({ ...validationRequest(), payment });
    expect(status).toBe(200);
    expect(asRecord(body).problems).toBeNull();
  });

  test("the total is the sum of the lines", async () => {
    const answer = await validated([FIXED_LINE, RANGE_LINE]);
    const cents = (text: unknown) => Math.round(Number(text) * 100);
    const lines = asList(answer.deliveries).map(({ deliverable }) => asRecord(deliverable));
    expect(cents(answer.coin_amount)).toBe(
      lines.reduce((sum, { coin_amount }) => sum + cents(coin_amount), 0),
    );
  });

  test("a coupon lowers what is to be paid, and says by how much", async () => {
    const { body } = await send({ ...validationRequest([RANGE_LINE]), promo_code: "WELCOME5" });
    expect(body).toMatchObject({
      coupon_code: "WELCOME5",
      original_coin_amount: "101.48",
      coin_amount: "96.41",
      summary: {
        coin_amount_before_discount: "101.48",
        coin_amount_after_discount: "96.41",
        coin_amount_to_pay_via_coupon: "5.07",
      },
    });
  });

  test("a price can be missing although nothing is wrong: that is not free", async () => {
    const answer = await validated([
      { ...FIXED_LINE, brand_name: "Quietshelf Books", denomination: "25 USD" },
    ]);
    expect(answer).toMatchObject({ coin_amount: null, problems: null });
    expect(differences(answer, validation)).toEqual([]);
    expect(validationSchema.parse(answer).coin_amount).toBeUndefined();
  });

  test("it makes no order", async () => {
    await validated([FIXED_LINE]);
    expect((await upstream.stats()).orders).toBe(0);
  });
});

describe("a validation with problems", () => {
  const wrong = (change: object) => [{ ...FIXED_LINE, ...change }];
  const CASES: readonly (readonly [string, unknown])[] = [
    [
      "AMOUNT_LESS_THEN_MINIMUM_ALLOWED",
      validationRequest([
        {
          brand_name: "Harmattan Airtime",
          country_code: "NG",
          denomination: "500 NGN",
          beneficiary_account: "+2348012345678",
        },
      ]),
    ],
    [
      "MAXIMUM_AMOUNT_PER_ORDER_EXCEEDED",
      validationRequest(Array.from({ length: 5 }, () => ({ ...RANGE_LINE, product_value: 500 }))),
    ],
    ["DAILY_SPENDING_LIMIT_EXCEEDED", { ...validationRequest(), email: "limit@example.com" }],
    ["MONTHLY_SPENDING_LIMIT_EXCEEDED", { ...validationRequest(), email: "month@example.com" }],
    ["PRODUCT_COUNT_EXCEEDED", validationRequest(Array.from({ length: 11 }, () => FIXED_LINE))],
    ["MULTIPLE_LIMITED_PRODUCT_SAME_ORDER", validationRequest([TOP_UP_LINE, TOP_UP_LINE])],
    ["NOT_AVAILABLE_PRODUCT", validationRequest(wrong({ denomination: "12 USD" }))],
    [
      "OUT_OF_STOCK",
      validationRequest(wrong({ brand_name: "Soldout Sneakers", denomination: "50 USD" })),
    ],
    ["INVALID_BENEFICIARY_ACCOUNT", validationRequest(wrong({ beneficiary_account: "nobody" }))],
    ["NOT_ALLOWED_PAYMENT_VIA", validationRequest([FIXED_LINE], { payment_via: "GATE_PAY" })],
    [
      "UNSUPPORTED_PROTOCOL_COIN_COMBINATION",
      validationRequest(wrong({ brand_name: "Chainpicky", denomination: "10 USD" }), {
        network: "Base",
      }),
    ],
    ["COUPON_BELOW_MIN_AMOUNT", { ...validationRequest(), promo_code: "BIGONLY" }],
    ["COUPON_NOT_VALID_FOR_CATEGORY", { ...validationRequest(), promo_code: "GAMESONLY" }],
    ["COUPON_EXPIRED", { ...validationRequest(), promo_code: "EXPIRED5" }],
    ["COUPON_NOT_FOUND", { ...validationRequest(), promo_code: "NONSENSE" }],
    ["COUPON_REQUIRES_LOGIN", { ...validationRequest(), promo_code: "MEMBERS" }],
  ];

  test.each(CASES)("%s comes with 200, no price, and the recorded details", async (code, body) => {
    const answer = await send(body);
    expect(answer.status).toBe(200);
    const { coin, coin_amount, deliveries, problems } = asRecord(answer.body);
    expect({ coin, coin_amount, deliveries }).toEqual({
      coin: "USDC",
      coin_amount: null,
      deliveries: [],
    });
    expect(asList(problems).map(({ problem }) => problem)).toEqual([code]);
    const expected = MORE_DETAILS[code];
    const given = asList(problems)[0]?.moreDetails;
    expect(expected === undefined ? given : differences(given, expected)).toEqual(
      expected === undefined ? undefined : [],
    );
    expect(validationSchema.parse(answer.body)).toMatchObject({
      coin_amount: undefined,
      problems: [{ problem: code }],
    });
  });

  test("the sample parses with the shop's schema, both problems of it", () => {
    const parsed = validationSchema.parse(troubled);
    expect(parsed.coin_amount).toBeUndefined();
    expect(parsed.problems.map(({ problem }) => problem)).toEqual([
      "AMOUNT_LESS_THEN_MINIMUM_ALLOWED",
      "UNSUPPORTED_PROTOCOL_COIN_COMBINATION",
    ]);
  });

  test("several can come at once", async () => {
    const answer = await validated(
      wrong({ brand_name: "Soldout Sneakers", denomination: "50 USD", beneficiary_account: "x" }),
    );
    expect(asList(answer.problems).map(({ problem }) => problem)).toEqual([
      "OUT_OF_STOCK",
      "INVALID_BENEFICIARY_ACCOUNT",
    ]);
  });

  test("a range is named with its value", async () => {
    const answer = await validated([{ ...RANGE_LINE, product_value: 49 }]);
    const [problem] = asList(answer.problems);
    const { delivery } = asRecord(problem?.moreDetails);
    expect(asRecord(delivery).deliverable).toMatchObject({ product_value: 49 });
  });

  test.each([
    ["TOP_UP_LINE", { ...TOP_UP_LINE, beneficiary_account: "4155551234" }],
    ["another country's number", { ...TOP_UP_LINE, beneficiary_account: "+905321112233" }],
    ["a number for a mailbox", { ...ESIM_LINE, beneficiary_account: "+14155551234" }],
    ["a mailbox for a number", { ...TOP_UP_LINE, beneficiary_account: "buyer@example.com" }],
  ])("the beneficiary must fit the way of delivery: %s", async (_name, line) => {
    const [problem] = asList((await validated([line])).problems);
    expect(problem?.problem).toBe("INVALID_BENEFICIARY_ACCOUNT");
  });

  test("a fabricated amount of a plan is no product", async () => {
    const [problem] = asList(
      (await validated([{ ...ESIM_LINE, denomination: "12 USD" }])).problems,
    );
    expect(problem?.problem).toBe("NOT_AVAILABLE_PRODUCT");
  });

  test("a network that one brand refuses is fine on the next", async () => {
    const line = { ...FIXED_LINE, brand_name: "Chainpicky", denomination: "10 USD" };
    expect((await validated([line], { network: "Polygon (Matic)" })).problems).toBeNull();
  });

  test("any other problem can be laid ready, for one answer", async () => {
    await upstream.control("next", { problems: [{ problem: "KYC_PENDING" }] });
    expect(asList((await validated([FIXED_LINE])).problems)).toEqual([{ problem: "KYC_PENDING" }]);
    expect((await validated([FIXED_LINE])).problems).toBeNull();
  });
});

describe("a refused validation", () => {
  test.each([
    ["SUSPENDED_COIN", { coin: "DOGE", network: "Mainnet" }, "DOGE"],
    ["SUSPENDED_NETWORK", { coin: "USDC", network: "Avalanche" }, "USDC"],
  ])("%s is an error of its own and names the coin", async (detail, payment, coin) => {
    const answer = await send(validationRequest([FIXED_LINE], payment));
    expect(answer.status).toBe(422);
    expect(differences(answer.body, suspended)).toEqual([]);
    expect(answer.body).toMatchObject({ detail, moreDetails: { coin } });
  });

  test("e-money needs an account: 422, not a problem in the list", async () => {
    const answer = await send(
      validationRequest([
        { ...FIXED_LINE, brand_name: "Openloop Prepaid", denomination: "25 USD" },
      ]),
    );
    expect(answer.status).toBe(422);
    expect(differences(answer.body, loginRequired)).toEqual([]);
    expect(asText(asRecord(answer.body).detail)).toBe("LOGIN_REQUIRED");
  });

  test.each([
    ["no lines", { deliveries: [] }],
    ["no e-mail", { email: undefined }],
    ["an unknown coin", { payment: { ...validationRequest().payment, coin: "EUR" } }],
    [
      "a network the coin is not on",
      { payment: { ...validationRequest().payment, network: "Tron" } },
    ],
    ["a payment of another type", { payment: { ...validationRequest().payment, type: "card" } }],
  ])("%s is a bad request", async (_name, change) => {
    const answer = await send({ ...validationRequest(), ...change });
    expect(answer).toMatchObject({ status: 400, body: { status: 400, detail: "BAD_REQUEST" } });
  });
});
