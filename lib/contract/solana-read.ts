import * as z from "zod/mini";

const address = z.string().check(z.regex(/^[1-9A-HJ-NP-Za-km-z]{32,44}$/));
const order = {
  reference: z.string().check(z.regex(/^[\w-]{40,1024}$/)),
  /** The account that is to pay. */
  payer: address,
};
const ofAccount = z.tuple([address]);

/** The five reads that a payment needs. Nothing that writes, searches or subscribes is among them. */
export const solanaReadSchema = z.discriminatedUnion("method", [
  z.strictObject({ ...order, method: z.literal("getAccountInfo"), params: ofAccount }),
  z.strictObject({ ...order, method: z.literal("getBalance"), params: ofAccount }),
  z.strictObject({ ...order, method: z.literal("getTokenAccountBalance"), params: ofAccount }),
  z.strictObject({ ...order, method: z.literal("getLatestBlockhash"), params: z.tuple([]) }),
  z.strictObject({
    ...order,
    method: z.literal("getMinimumBalanceForRentExemption"),
    params: z.tuple([z.literal(165)]),
  }),
]);

export type SolanaRead = z.infer<typeof solanaReadSchema>;
