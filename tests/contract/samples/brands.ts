import { sample } from "../support/shape";

/** A brand as GET /v2/brands lists it. */
export const brand = sample(
  {
    brand_id: "11111111-2222-4333-8444-555555555501",
    family: "Example Shop",
    brand: "Example Shop",
    kind: "giftcard",
    category: "e-commerce",
    additional_categories: ["electronics"],
    logo_url: "https://cdn.cryptorefills.com/logos_v2/example.webp",
    logo_base_url: "https://cdn.cryptorefills.com/logos_v2/example",
    bg_color: "#FFFFFF",
    min: "$5",
    max: "$2,000",
    is_out_of_stock: false,
    country_code: "US",
    product_type: "physical",
    brand_tags: ["sale"],
  },
  {
    optional: [
      "additional_categories",
      "logo_base_url",
      "bg_color",
      "min",
      "max",
      "product_type",
      "brand_tags",
    ],
    nullable: ["category", "bg_color", "brand_tags"],
  },
);

const esim = {
  brand_id: "11111111-2222-4333-8444-555555555502",
  family: "eSIM",
  brand: "eSIM",
  kind: "mobile_recharge",
  category: "e-sim",
  additional_categories: [],
  logo_url: "https://cdn.cryptorefills.com/logos_v2/esim.webp",
  logo_base_url: "https://cdn.cryptorefills.com/logos_v2/esim",
  bg_color: "#0e131f",
  min: "1 GB 3 days",
  max: "50 GB 90 days",
  is_out_of_stock: false,
  country_code: "US",
  brand_tags: [],
};

/** GET /v2/brands */
export const brands = sample(
  {
    country_code: "US",
    last_user_purchases: [],
    suggestions: [],
    categories: [
      sample(
        { kind: "giftcard", category: "e-commerce", popular_brands: [brand], brands: [brand] },
        { nullable: ["category"] },
      ),
      { kind: "mobile_recharge", category: "e-sim", popular_brands: [], brands: [esim] },
    ],
    all_brands: [brand],
    popular_brands: [brand],
  },
  { optional: ["popular_brands"] },
);

/** The kinds that the official site knows. */
export const KINDS = [
  "giftcard",
  "mobile_recharge",
  "utility",
  "nft_giftcard",
  "programmable_gift_card",
];

/** The category keys of the official message catalogue. */
export const CATEGORIES =
  "games gambling travel travel_flights e-commerce e-money bills apparel_clothing electronics entertainment food groceries health_beauty other_products retail streaming home sports_fitness charity_donations books_learning nft_bundle footwear sale e-sim mobile_recharge mobile_talk_time mobile_data mobile_sms mobile_credits mobile_bundle utilities internet landline electricity voip tv_bills water gas".split(
    " ",
  );
