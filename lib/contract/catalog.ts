import * as z from "zod/mini";

/** A decimal string exactly as upstream gave it; never a float. */
export const decimalSchema = z.string().check(z.regex(/^\d{1,30}(\.\d{1,30})?$/));
export const countrySchema = z.string().check(z.regex(/^[A-Z]{2}$/));

export const faceValueSchema = z.object({ amount: decimalSchema, currency: z.string() });
export const coinAmountSchema = z.object({ amount: decimalSchema, coin: z.string() });

export const deliveryTargetSchema = z.enum(["email", "phone", "account"]);

const brandCardSchema = z.object({
  slug: z.string(),
  name: z.string(),
  family: z.string(),
  kind: z.string(),
  category: z.string(),
  categories: z.array(z.string()),
  /** `baseUrl` stands without a size suffix; absent when the host is not the configured one. */
  logo: z.object({
    url: z.optional(z.string()),
    baseUrl: z.optional(z.string()),
    background: z.optional(z.string()),
  }),
  priceLabel: z.optional(z.string()),
  outOfStock: z.boolean(),
  deliversTo: z.enum(["email", "phone", "account", "mixed", "unknown"]),
  brandId: z.string(),
  tags: z.array(z.string()),
});

const planSchema = z.object({
  data: z.optional(z.string()),
  unlimited: z.optional(z.boolean()),
  validity: z.optional(z.object({ quantity: z.number(), unit: z.string() })),
  benefits: z.array(
    z.object({ type: z.string(), amount: z.string(), unit: z.string(), unlimited: z.boolean() }),
  ),
});

export const productSchema = z.object({
  /** The product's opaque key, sent upstream verbatim; `"range"` for a range. */
  denomination: z.string(),
  label: z.string(),
  type: z.enum(["fixed", "range"]),
  faceValue: z.optional(faceValueSchema),
  range: z.optional(
    z.object({ min: decimalSchema, max: decimalSchema, step: decimalSchema, currency: z.string() }),
  ),
  price: z.optional(coinAmountSchema),
  deliversTo: deliveryTargetSchema,
  plan: z.optional(planSchema),
  /** What arrives in local money, for top-ups. */
  localValue: z.optional(faceValueSchema),
  regions: z.optional(z.array(z.string())),
});

export type InlineText = {
  type: "text";
  text: string;
  bold?: boolean | undefined;
  href?: string | undefined;
};
/** Third-party text as a typed tree: the only form in which upstream HTML reaches a component. */
export type Block =
  | { type: "paragraph"; children: InlineText[] }
  | { type: "heading"; children: InlineText[] }
  | { type: "list"; ordered: boolean; items: Block[][] };

const inlineSchema = z.object({
  type: z.literal("text"),
  text: z.string(),
  bold: z.optional(z.boolean()),
  href: z.optional(z.string().check(z.startsWith("https://"))),
});

export const blockSchema: z.ZodMiniType<Block> = z.lazy(() =>
  z.discriminatedUnion("type", [
    z.object({ type: z.literal("paragraph"), children: z.array(inlineSchema) }),
    z.object({ type: z.literal("heading"), children: z.array(inlineSchema) }),
    z.object({
      type: z.literal("list"),
      ordered: z.boolean(),
      items: z.array(z.array(blockSchema)),
    }),
  ]),
);

const redemptionSchema = z.object({
  description: z.optional(z.array(blockSchema)),
  howToRedeem: z.optional(z.array(blockSchema)),
  terms: z.optional(z.array(blockSchema)),
  note: z.optional(z.array(blockSchema)),
  region: z.optional(z.string()),
  methods: z.array(z.string()),
  /** The language the texts are really in, which may differ from the one asked for. */
  locale: z.optional(z.string()),
});

export const brandPageSchema = z.object({
  brand: brandCardSchema,
  redemption: redemptionSchema,
  products: z.array(productSchema),
});

const categorySchema = z.object({ key: z.string(), kind: z.string(), count: z.number() });

export const countryCatalogueSchema = z.object({
  country: countrySchema,
  brands: z.array(brandCardSchema),
  categories: z.array(categorySchema),
});

export const homeRowSchema = z.object({
  /** A category key, `popular`, or the slug of upstream's own title. */
  key: z.string(),
  title: z.optional(z.string()),
  brands: z.array(brandCardSchema),
});

export const paymentMethodSchema = z.object({
  via: z.string(),
  coin: z.string(),
  /** Sent back verbatim. */
  network: z.string(),
  coinSuspended: z.boolean(),
  networkSuspended: z.boolean(),
  minimum: z.optional(coinAmountSchema),
  chainId: z.optional(z.number()),
  token: z.optional(z.object({ address: z.string(), decimals: z.number(), symbol: z.string() })),
  verifiedToken: z.boolean(),
  logoUrl: z.optional(z.string()),
});

export const priceQuoteSchema = z.object({
  price: coinAmountSchema,
  faceValue: faceValueSchema,
  markupPercent: z.optional(z.string()),
  quotedAt: z.string(),
});

export type DeliveryTarget = z.infer<typeof deliveryTargetSchema>;
export type FaceValue = z.infer<typeof faceValueSchema>;
export type CoinAmount = z.infer<typeof coinAmountSchema>;
export type BrandCard = z.infer<typeof brandCardSchema>;
export type Product = z.infer<typeof productSchema>;
export type Plan = z.infer<typeof planSchema>;
export type Redemption = z.infer<typeof redemptionSchema>;
export type BrandPage = z.infer<typeof brandPageSchema>;
export type Category = z.infer<typeof categorySchema>;
export type HomeRow = z.infer<typeof homeRowSchema>;
export type PaymentMethod = z.infer<typeof paymentMethodSchema>;
export type PriceQuote = z.infer<typeof priceQuoteSchema>;
