import * as z from "zod";

/** Upstream sends amounts as strings, and now and then as numbers; here they are always text. */
export const amountText = z
  .union([z.string().regex(/^\d{1,30}(\.\d{1,30})?$/), z.number().nonnegative().lt(1e21)])
  .transform((value) => (typeof value === "number" ? plainDecimal(value) : value));

/** A number in plain notation: `1e-7` is no amount that a wallet accepts. */
function plainDecimal(value: number): string {
  const text = String(value);
  if (!text.includes("e")) return text;
  return value.toFixed(20).replace(/\.?0+$/, "");
}

/** Epoch seconds: text in recordings, a bare and sometimes fractional number elsewhere. */
export const epochSeconds = z
  .union([z.number(), z.string().regex(/^\d{1,12}(\.\d+)?$/)])
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
