import * as z from "zod";
import { amountText, orAbsent, tolerantArray } from "./lenient";
import { deliverySchema } from "./order";

export const upstreamProblemSchema = z.object({
  problem: z.string(),
  moreDetails: z.unknown().optional(),
});

export const validationSchema = z.object({
  coin: orAbsent(z.string()),
  coin_amount: orAbsent(amountText),
  original_coin_amount: orAbsent(amountText),
  coupon_code: orAbsent(z.string()),
  // Null, empty and absent all mean that nothing is wrong.
  problems: tolerantArray(upstreamProblemSchema),
  summary: orAbsent(
    z.object({
      coin_amount_before_discount: orAbsent(amountText),
      coin_amount_to_pay_via_coupon: orAbsent(amountText),
    }),
  ),
  deliveries: tolerantArray(deliverySchema),
});

export type ValidationResponse = z.output<typeof validationSchema>;
