import * as z from "zod/mini";
import { coinAmountSchema, countrySchema, decimalSchema, faceValueSchema } from "./catalog";
import { problemSchema } from "./problem";

const shortText = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));

const orderLineSchema = z.strictObject({
  /** The brand's slug in its country. */
  brand: shortText(120),
  brandId: shortText(64),
  country: countrySchema,
  /** Exactly one of the two: the product's opaque key, or the value of a range. */
  denomination: z.optional(shortText(200)),
  value: z.optional(decimalSchema),
  beneficiary: shortText(254),
});

const paymentChoiceSchema = z.strictObject({
  via: shortText(40),
  coin: shortText(20),
  network: shortText(60),
});

const acquisitionSchema = z.strictObject({
  utmSource: z.optional(shortText(100)),
  utmMedium: z.optional(shortText(100)),
  utmCampaign: z.optional(shortText(100)),
});

const commonFields = {
  lines: z.array(orderLineSchema).check(z.minLength(1), z.maxLength(10)),
  email: shortText(254),
  payment: paymentChoiceSchema,
  coupon: z.optional(shortText(60)),
  refundAddress: z.optional(shortText(200)),
  newsletter: z._default(z.boolean(), false),
  lang: shortText(10),
  acquisition: z.optional(acquisitionSchema),
};

export const validationBodySchema = z.strictObject(commonFields);
export const orderBodySchema = z.strictObject({
  ...commonFields,
  /** The total that the buyer saw, in the coin paid. */
  acceptedPrice: coinAmountSchema,
});
/** The dearer price that the buyer saw and takes. */
export const acceptBodySchema = z.strictObject({ acceptedPrice: coinAmountSchema });

export const validationResultSchema = z.object({
  ok: z.boolean(),
  total: z.optional(coinAmountSchema),
  lines: z.array(
    z.object({
      brand: z.string(),
      label: z.optional(z.string()),
      price: z.optional(coinAmountSchema),
      faceValue: z.optional(faceValueSchema),
    }),
  ),
  discount: z.optional(coinAmountSchema),
  problems: z.array(problemSchema),
});

export type OrderLine = z.infer<typeof orderLineSchema>;
export type ValidationBody = z.infer<typeof validationBodySchema>;
export type OrderBody = z.infer<typeof orderBodySchema>;
export type ValidationResult = z.infer<typeof validationResultSchema>;
