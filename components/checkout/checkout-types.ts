import type { ReactNode } from "react";
import type { PaymentMethod, Product } from "@/lib/contract/catalog";
import type { Locale } from "@/lib/i18n/locales";
import type { NetworkFee } from "@/lib/payment/network-fees";

export type CheckoutMessages = typeof import("@/messages/en/checkout.json");

/** What is being bought, resolved by the server from the page's address. */
export type CheckoutChoice = {
  country: string;
  countryName: string;
  slug: string;
  brandId: string;
  brandName: string;
  product: Product;
  /** The value the buyer came with, for a range. */
  value?: string | undefined;
  /** Where the product works, in the words of its terms. */
  region?: string | undefined;
  /** An eSIM needs a phone that takes one, which only the buyer can know. */
  isEsim?: boolean | undefined;
  productHref: string;
};

export type CheckoutProps = {
  locale: Locale;
  messages: CheckoutMessages;
  choice: CheckoutChoice;
  methods: PaymentMethod[];
  /** The method that stands chosen when the page opens, as `methodId` writes it. */
  preferred: string;
  /** The shop's own typical fees by network, where it has some. */
  networkFees?: Readonly<Record<string, NetworkFee>> | undefined;
  ordersHref: string;
  /** A number of the product's country, for products that go to a phone. */
  phoneExample?: string | undefined;
  utmSource?: string | undefined;
  /** The brand's logo, rendered on the server. */
  logo?: ReactNode;
  /** Terms and instructions, rendered on the server. */
  terms?: ReactNode;
  /** The seller's disclosure, rendered on the server. */
  seller: ReactNode;
};

export type CheckoutValues = {
  email: string;
  phone: string;
  account: string;
  value: string;
  coin: string;
  method: string;
  coupon: string;
  /** Where a refund goes; empty when the buyer names no address. */
  refundAddress: string;
  /** The buyer says that the address is a wallet of their own. */
  refundOwn: boolean;
  newsletter: boolean;
};

/** The places of the form where something can be wrong; each has an element to jump to. */
const PLACES = [
  "email",
  "recipient",
  "amount",
  "payment",
  "refund",
  "refundOwn",
  "coupon",
  "order",
] as const;
export type Place = (typeof PLACES)[number];

/** One sentence about what is wrong, and where. */
export type PlacedProblem = { place: Place; text: string; code?: string | undefined };
