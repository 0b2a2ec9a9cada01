import type { ReactNode } from "react";
import type { CartItem } from "@/lib/cart/cart-item";
import type { UsePlace } from "@/lib/checkout/region-fit";
import type { PaymentMethod, Product } from "@/lib/contract/catalog";
import type { Locale } from "@/lib/i18n/locales";
import type { NetworkFee } from "@/lib/payment/network-fees";

export type CheckoutMessages = typeof import("@/messages/en/checkout.json");

/** One product that is being bought, resolved by the server from the page's address. */
export type CheckoutLine = {
  /** Names the line as long as the page lives, whatever becomes of the others. */
  key: string;
  quantity: number;
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
  /** What was said on the product page where it will probably not work, by the place of its use. */
  fitRisks?: Readonly<Partial<Record<UsePlace, string>>> | undefined;
  productHref: string;
  /** A number of the product's country, for products that go to a phone. */
  phoneExample?: string | undefined;
  /** The brand's logo, rendered on the server. */
  logo?: ReactNode;
  /** Terms and instructions, rendered on the server. */
  terms?: ReactNode;
};

export type CheckoutProps = {
  locale: Locale;
  messages: CheckoutMessages;
  lines: CheckoutLine[];
  /** What the address names besides and cannot be ordered now. */
  missing?: readonly CartItem[];
  /** The lines are the device's cart, and what becomes of them here happens to the cart. */
  isCart?: boolean;
  methods: PaymentMethod[];
  /** The method that stands chosen when the page opens, as `methodId` writes it. */
  preferred: string;
  /** The shop's own typical fees by network, where it has some. */
  networkFees?: Readonly<Record<string, NetworkFee>> | undefined;
  ordersHref: string;
  /** Where an account with the seller is kept, for what only an account can do. */
  accountHref?: string | undefined;
  /** Where the seller checks who somebody is. */
  verificationHref?: string | undefined;
  /** The seller's disclosure, rendered on the server. */
  seller: ReactNode;
};

/** A line with the value of its range, or without while what was typed is none. */
export type PricedLine = { line: CheckoutLine; value: string | undefined };

/** What is asked for each line, as far as its product asks for it. */
export type LineValues = { value: string; phone: string; account: string };

export type CheckoutValues = {
  lines: Record<string, LineValues>;
  email: string;
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
export type OrderPlace = "email" | "payment" | "refund" | "refundOwn" | "coupon" | "order";
export type LinePlace = "recipient" | "amount";
/** A place of a line ends in the line's key. */
export type Place = OrderPlace | `${LinePlace}-${string}`;

/** What the page itself can do about a problem, with one click. */
export type PageRemedy =
  | { kind: "remove_line"; line: string }
  | { kind: "set_amount"; line: string; value: string }
  | { kind: "drop_coupon" };
export type Remedy =
  | PageRemedy
  | { kind: "open"; href: string; label: "account" | "verification" | "product" };

/** One sentence about what is wrong, and where. */
export type PlacedProblem = {
  place: Place;
  text: string;
  code?: string | undefined;
  remedies?: Remedy[] | undefined;
};
