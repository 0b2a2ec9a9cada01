import * as z from "zod";
import { amountText, orAbsent, tolerantArray } from "./lenient";

const networkSchema = z.object({
  name: z.string().min(1),
  threshold: orAbsent(amountText),
  is_suspended: z.boolean().nullish().catch(undefined),
  chain_id: orAbsent(z.int().positive()),
  smart_contract: orAbsent(
    z.object({ address: z.string(), decimals: z.int().min(0).max(36), symbol: z.string() }),
  ),
  logo_url: orAbsent(z.url()),
});

const currencySchema = z.object({
  name: z.string().min(1),
  is_suspended: z.boolean().nullish().catch(undefined),
  logo_url: orAbsent(z.url()),
  networks: tolerantArray(networkSchema),
});

export const paymentViaSchema = z.object({
  name: z.string().min(1),
  available: z.boolean().nullish().catch(undefined),
  currencies: tolerantArray(currencySchema),
});

export const paymentViasSchema = tolerantArray(paymentViaSchema);

export type PaymentVia = z.output<typeof paymentViaSchema>;
