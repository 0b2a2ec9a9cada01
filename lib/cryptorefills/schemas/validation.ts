import * as z from "zod";
import { amountText, orAbsent, tolerantArray } from "./lenient";
import { deliverySchema } from "./order";

const upstreamProblemSchema = z.object({
  problem: z.string(),
  moreDetails: z.unknown().optional(),
});

type Problem = z.output<typeof upstreamProblemSchema>;

/** A problem that cannot be read is still one: dropped like a broken row, it would read as a yes. */
const problemsSchema = z
  .array(z.unknown())
  .nullish()
  .transform((rows): Problem[] =>
    (rows ?? []).map((row) => {
      const result = upstreamProblemSchema.safeParse(row);
      return result.success ? result.data : { problem: typeof row === "string" ? row : "UNKNOWN" };
    }),
  );

export const validationSchema = z.object({
  coin: orAbsent(z.string()),
  coin_amount: orAbsent(amountText),
  // Null, empty and absent all mean that nothing is wrong.
  problems: problemsSchema,
  summary: orAbsent(z.object({ coin_amount_to_pay_via_coupon: orAbsent(amountText) })),
  deliveries: tolerantArray(deliverySchema),
});

export type ValidationResponse = z.output<typeof validationSchema>;
