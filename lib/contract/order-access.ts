import * as z from "zod/mini";

const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));

/** How an order is recovered: by its reference or the seller's own number with its e-mail, or by a link's token. */
export const accessBodySchema = z.union([
  z.strictObject({ reference: text(1024), email: text(254) }),
  z.strictObject({ orderNumber: text(64), email: text(254) }),
  z.strictObject({ token: text(1024) }),
]);

export const scopeSchema = z.enum(["full", "pay"]);

export const linkBodySchema = z.strictObject({ scope: scopeSchema });

export type RecoveryRequest = z.infer<typeof accessBodySchema>;
/** What a browser may do with an order: `pay` follows and pays, and is never given a code. */
export type Scope = z.infer<typeof scopeSchema>;
