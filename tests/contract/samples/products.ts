import { sample } from "../support/shape";
import { brand } from "./brands";

const { min: _min, max: _max, ...brandHead } = brand;

const benefit = sample(
  {
    type: "DATA",
    unit: "GB",
    unit_type: "DATA",
    amount: sample(
      { base: 10, promotion_bonus: 0, total_excluding_tax: 10, total_including_tax: 10 },
      {
        also: Object.fromEntries(
          ["base", "promotion_bonus", "total_excluding_tax", "total_including_tax"].map((key) => [
            key,
            [
              { type: "fixed", amount: 10 },
              { type: "range", min: 1, max: 10, increment: 1 },
            ],
          ]),
        ),
      },
    ),
    additional_information: "4G",
  },
  { optional: ["additional_information"] },
);

/** A row with `is_dynamic: false`: a card, a top-up or a plan. */
export const fixedProduct = sample(
  {
    product_id: "aaaaaaaa-0000-4000-8000-000000000010",
    is_dynamic: false,
    denomination: "10 USD",
    localized_denomination: "$10",
    coin: "USDC",
    coin_amount: "11.31",
    original_coin_amount: "11.31",
    payment_method: "USDC-MATIC",
    delivery_type: "by_email",
    points: "11",
    product_type: "physical",
    face_value: { currency_code: "USD", amount: { type: "fixed", price: "10" } },
    local_currency: { code: "NGN", amount: { type: "fixed", price: 500 } },
    benefits: [benefit],
    additional_details: { description: "Data plan", durationInDays: 30 },
    valid_regions: ["US"],
  },
  {
    optional: [
      "localized_denomination",
      "original_coin_amount",
      "product_type",
      "face_value",
      "local_currency",
      "benefits",
      "additional_details",
      "valid_regions",
    ],
    nullable: ["coin_amount"],
    also: {
      additional_details: [
        {
          benefits: [benefit],
          validity: { unit: "DAYS", quantity: 30 },
          pin: { usage_info: ["Dial *100#"], validity: "30 days", terms: "None" },
          productType: "Bundle",
          description: "Data plan",
          promotions: [],
        },
      ],
    },
  },
);

const range = { min: 50, max: 500, currency: "USD", step_size: 1, default: "500.0" };

/** A row with `is_dynamic: true`: no denomination and no price, but limits as numbers. */
export const rangeProduct = sample(
  {
    product_id: "aaaaaaaa-0000-4000-8000-000000000011",
    is_dynamic: true,
    range,
    coin: "USDC",
    payment_method: "USDC-MATIC",
    delivery_type: "by_email",
    points: "44",
    product_type: "physical",
    face_value: { currency_code: "USD", amount: { type: "range", min: "50.00", max: "500.00" } },
  },
  {
    optional: ["product_type", "face_value"],
    also: {
      face_value: [
        {
          currency_code: "USD",
          amount: {
            type: "range",
            min: { amount: 5, currency: "USD" },
            max: { amount: 500, currency: "USD" },
          },
        },
        { currency_code: "USD", amount: { type: "range", minimum: "5.00", maximum: "500.00" } },
      ],
    },
  },
);

const richDescription = sample(
  {
    markup: "html",
    locale: "en",
    country_code: "US",
    description: "<p>Credit for games.</p>",
    how_to_redeem: "<ol><li>Sign in</li></ol>",
    term_and_conditions: "<p>No refunds.</p>",
    redeem_geo: "US only",
    note: "<p><b>#protip</b> Hurry.</p>",
    brand_tagline: "Play more",
    brand_use_case: "Games",
    brand_url: "https://games.example/",
    brand_alt_names: "Games",
    sizeInBytes: 812,
  },
  {
    optional: [
      "description",
      "how_to_redeem",
      "term_and_conditions",
      "redeem_geo",
      "note",
      "brand_tagline",
      "brand_use_case",
      "brand_url",
      "brand_alt_names",
      "sizeInBytes",
    ],
    nullable: ["country_code"],
  },
);

/** GET /v5/products/country/{cc}: one group of the answered list. */
export const productGroup = sample(
  {
    ...brandHead,
    default_denomination: "20 USD",
    redeem_method: ["Online", "InStore"],
    product_tc: "",
    rich_description: richDescription,
    products: [fixedProduct, rangeProduct],
    promotion: sample(
      {
        title: "Double points",
        description: "Until Sunday",
        terms: "Once each",
        startDate: "2026-11-01",
        endDate: "2026-11-30",
        by: "Example Games",
      },
      { optional: ["by"] },
    ),
  },
  {
    optional: [
      "additional_categories",
      "logo_base_url",
      "bg_color",
      "product_type",
      "brand_tags",
      "redeem_method",
      "product_tc",
      "promotion",
    ],
    nullable: [
      "category",
      "bg_color",
      "brand_tags",
      "is_out_of_stock",
      "products",
      "rich_description",
    ],
  },
);

/** GET /v4/products/price: the range row with a price, without the face value. */
export const price = sample(
  {
    product_id: "aaaaaaaa-0000-4000-8000-000000000011",
    is_dynamic: true,
    range,
    coin: "USDC",
    coin_amount: "101.48",
    original_coin_amount: "101.48",
    payment_method: "USDC-MATIC",
    delivery_type: "by_email",
    points: "88",
    product_type: "physical",
  },
  { optional: ["product_type"] },
);
