import * as z from "zod";
import { amountText, epochSeconds, maybe, orAbsent, tolerantArray } from "./lenient";

const text = orAbsent(z.string());

const deliverableSchema = z.object({
  denomination: text,
  localized_denomination: text,
  brand_name: z.string().catch(""),
  brand_logo: text,
  brand_bg_color: text,
  beneficiary_account: z.string().catch(""),
  country_code: z.string().catch(""),
  delivery_type: z.string().catch("by_email"),
  coin_amount: orAbsent(amountText),
  product_value: orAbsent(amountText),
  currency_code: text,
  pin_code: text,
  pin_serial: text,
  security_code: text,
  operator_reference: text,
  pin_usage_instructions: text,
  installation_url: text,
  android_universal_link: text,
  apple_universal_link: text,
  redeem_instructions: text,
});

export const deliverySchema = z.object({
  id: z.string().catch(""),
  delivery_state: z.string().catch(""),
  kind: z.string().catch("giftcard"),
  deliverable: deliverableSchema,
});

/** The members that the shop reads. An order without one of the five that are required cannot be shown at all. */
export const orderSchema = z.object({
  order_id: z.string().regex(/^[\w-]{1,64}$/),
  created_at: orAbsent(epochSeconds),
  payment_requested_at: orAbsent(epochSeconds),
  order_state: z.string(),
  payment_state: z.string().catch(""),
  wallet_address: maybe(z.string()),
  coin: z.string(),
  network: z.string(),
  coin_amount: amountText,
  original_price: orAbsent(amountText),
  sent_coin_amount: orAbsent(amountText),
  missing_amount: orAbsent(amountText),
  qr_text: text,
  checkout_url: orAbsent(z.url()),
  payment_transactions: tolerantArray(z.string()),
  refund_wallet_address: text,
  original_payment_info: orAbsent(z.object({ coin: z.string(), protocol: z.string() })),
  user: orAbsent(z.object({ email: z.string() })),
  deliveries: tolerantArray(deliverySchema),
});

/** The same for one order. Buyers type numbers in either case. */
export const orderSchemaOf = (orderId: string) =>
  orderSchema.refine(({ order_id }) => order_id.toLowerCase() === orderId.toLowerCase(), {
    path: ["order_id"],
  });

export type UpstreamOrder = z.output<typeof orderSchema>;
