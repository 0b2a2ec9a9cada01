import * as z from "zod/mini";
import { coinAmountSchema, decimalSchema, deliveryTargetSchema } from "./catalog";
import { scopeSchema } from "./order-access";

export const phases = [
  "preparing",
  "awaiting_payment",
  "on_hold",
  "verifying",
  "partly_paid",
  "confirming",
  "paid",
  "delivering",
  "review",
  "done",
  "expired",
  "failed",
  "setup_failed",
  "refunded",
  "canceled",
  "unknown",
] as const;

const phaseSchema = z.enum(phases);

const orderPaymentSchema = z.object({
  coin: z.string(),
  network: z.string(),
  /** Address, amount and uri are present only while paying is right. */
  address: z.optional(z.string()),
  amount: z.optional(decimalSchema),
  /** What the main QR code carries; absent whenever the address is. */
  qr: z.optional(z.string()),
  uri: z.optional(z.string()),
  uriKind: z.enum(["request", "address", "none"]),
  /** Which kind of thing `address` is; an invoice carries its own amount and has no address. */
  addressFormat: z.enum([
    "evm",
    "solana",
    "bitcoin",
    "litecoin",
    "dogecoin",
    "tron",
    "ton",
    "lightning",
    "other",
  ]),
  received: decimalSchema,
  missing: z.optional(decimalSchema),
  overpaid: z.optional(decimalSchema),
  token: z.optional(z.object({ address: z.string(), decimals: z.number(), symbol: z.string() })),
  explorerUrl: z.optional(z.string()),
  transactions: z.array(z.object({ hash: z.string(), url: z.optional(z.string()) })),
  /** An external processor's page, https only. */
  checkoutUrl: z.optional(z.string()),
  /** The coin and network that really arrived when they differ from the ones asked for. */
  original: z.optional(z.object({ coin: z.string(), network: z.string() })),
  hold: z.optional(
    z.object({
      reason: z.enum([
        "price_changed",
        "wrong_echo",
        "address_changed",
        "bad_address",
        /** Nothing says for sure how much is still to be paid. */
        "unverified",
      ]),
      accepted: z.optional(decimalSchema),
      actual: z.optional(decimalSchema),
    }),
  ),
});

const lineViewSchema = z.object({
  id: z.string(),
  brand: z.string(),
  label: z.string(),
  kind: z.string(),
  country: z.string(),
  logo: z.optional(z.object({ url: z.string(), background: z.optional(z.string()) })),
  deliversTo: deliveryTargetSchema,
  beneficiaryMasked: z.string(),
  state: z.enum(["waiting", "delivering", "delivered", "failed", "refunded", "unknown"]),
  /** There is a code, link or eSIM profile to ask `reveal` for. */
  revealable: z.boolean(),
  /** An operator's own confirmation number of a top-up. */
  reference: z.optional(z.string()),
  failure: z.optional(z.string()),
});

export const orderViewSchema = z.object({
  reference: z.string(),
  scope: scopeSchema,
  phase: phaseSchema,
  /** Upstream's own word, for support; never shown as it is. */
  state: z.string(),
  paymentState: z.string(),
  createdAt: z.optional(z.string()),
  serverNow: z.string(),
  expiresAt: z.optional(z.string()),
  secondsLeft: z.optional(z.number()),
  /** How the page keeps watching: whether the stream serves this phase, and the polling pace without it. */
  watch: z.object({ stream: z.boolean(), pollSeconds: z.optional(z.number()) }),
  final: z.boolean(),
  payment: orderPaymentSchema,
  lines: z.array(lineViewSchema),
  emailMasked: z.string(),
  totals: z.object({ due: coinAmountSchema, before: z.optional(coinAmountSchema) }),
  refundAddress: z.optional(z.string()),
  support: z.object({ email: z.optional(z.string()), url: z.optional(z.string()) }),
});

export const revealedDeliverySchema = z.object({
  id: z.string(),
  code: z.optional(z.string()),
  /** Only https. */
  codeUrl: z.optional(z.string()),
  serial: z.optional(z.string()),
  securityCode: z.optional(z.string()),
  esim: z.optional(
    z.object({
      lpa: z.string(),
      installUrl: z.optional(z.string()),
      appleUrl: z.optional(z.string()),
      androidUrl: z.optional(z.string()),
    }),
  ),
  instructions: z.optional(z.array(z.string())),
});

export type Phase = z.infer<typeof phaseSchema>;
export type OrderPayment = z.infer<typeof orderPaymentSchema>;
export type LineView = z.infer<typeof lineViewSchema>;
export type OrderView = z.infer<typeof orderViewSchema>;
export type RevealedDelivery = z.infer<typeof revealedDeliverySchema>;
