import * as z from "zod";
import { brandSchema } from "./brand";
import { amountText, orAbsent, tolerantArray } from "./lenient";

/** A number, or what stands for one; of a range the least is certain and the most is possible. */
const benefitAmount = z.union([
  z.number().transform((amount) => ({ amount })),
  z.object({ amount: z.number() }),
  z
    .object({ min: z.number(), max: z.number() })
    .transform(({ min, max }) => ({ amount: min, max })),
]);

const benefitSchema = z.object({
  type: z.string(),
  unit: z.string().catch(""),
  amount: z
    .object({ base: benefitAmount })
    .transform(({ base }): { amount: number; max?: number } => base),
});

const fixedFace = z.object({
  currency_code: z.string(),
  amount: z.object({ type: z.literal("fixed"), price: amountText }),
});

const localCurrency = z.object({
  code: z.string(),
  amount: z.object({ type: z.literal("fixed"), price: amountText }),
});

const rangeSchema = z.object({
  min: amountText,
  max: amountText,
  currency: z.string(),
  step_size: amountText.catch("1"),
});

export const productSchema = z.object({
  is_dynamic: z.boolean().catch(false),
  denomination: orAbsent(z.string().min(1)),
  localized_denomination: orAbsent(z.string().min(1)),
  coin: orAbsent(z.string()),
  coin_amount: orAbsent(amountText),
  delivery_type: z.string().catch("by_email"),
  face_value: orAbsent(fixedFace),
  local_currency: orAbsent(localCurrency),
  range: orAbsent(rangeSchema),
  benefits: tolerantArray(benefitSchema),
  additional_details: orAbsent(
    z.object({
      benefits: tolerantArray(benefitSchema),
      validity: orAbsent(z.object({ unit: z.string(), quantity: z.number() })),
      durationInDays: orAbsent(z.number()),
    }),
  ),
  valid_regions: tolerantArray(z.string()),
});

const richDescriptionSchema = z.object({
  locale: orAbsent(z.string()),
  description: orAbsent(z.string()),
  how_to_redeem: orAbsent(z.string()),
  term_and_conditions: orAbsent(z.string()),
  redeem_geo: orAbsent(z.string()),
  note: orAbsent(z.string()),
});

export const productGroupSchema = brandSchema.omit({ min: true, max: true }).extend({
  products: tolerantArray(productSchema),
  redeem_method: tolerantArray(z.string()),
  rich_description: orAbsent(richDescriptionSchema),
});

export const productGroupsSchema = tolerantArray(productGroupSchema);

export const priceSchema = z.object({ coin: z.string(), coin_amount: amountText });

export type UpstreamProduct = z.output<typeof productSchema>;
export type ProductGroup = z.output<typeof productGroupSchema>;
