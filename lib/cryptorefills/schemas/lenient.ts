import * as z from "zod";

/** Upstream sends amounts as strings, and now and then as numbers; here they are always plain decimals. */
export const amountText = z
  .union([z.string(), z.number().nonnegative().lt(1e21).transform(plainDecimal)])
  .pipe(z.string().regex(/^\d{1,30}(\.\d{1,30})?$/));

/** A number in plain notation: `1e-7` is no amount that a wallet accepts. Digit for digit, for a float would round. */
function plainDecimal(value: number): string {
  const [mantissa = "", exponent] = String(value).split("e-");
  if (exponent === undefined) return mantissa;
  return `0.${"0".repeat(Number(exponent) - 1)}${mantissa.replace(".", "")}`;
}

/**
 * Epoch seconds: text in recordings, a bare and sometimes fractional number elsewhere. What no date can
 * hold is none.
 */
export const epochSeconds = z
  .union([z.number().nonnegative().lt(1e12), z.string().regex(/^\d{1,12}(\.\d+)?$/)])
  .transform(Number);

export const maybe = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? undefined);

/** A member that may be anything: when it is not what the shop can use, it counts as absent. */
export const orAbsent = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .unknown()
    .optional()
    .transform((value): z.output<Schema> | undefined => {
      const result = schema.safeParse(value);
      return result.success ? result.data : undefined;
    });

/** A list that loses the members it cannot read instead of being lost with them. */
export const tolerantArray = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .array(z.unknown())
    .nullish()
    .transform((values): z.output<Schema>[] =>
      (values ?? []).flatMap((value) => {
        const result = schema.safeParse(value);
        return result.success ? [result.data] : [];
      }),
    );
