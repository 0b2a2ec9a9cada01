import type { OrderFailure } from "@/lib/cart/order-failure";
import type { CoinAmount } from "@/lib/contract/catalog";
import type { CheckoutMessages } from "./checkout-types";

export type FailureProps = {
  failure: OrderFailure;
  /** Whether an order may have been sent, which decides what may be promised. */
  step: "details" | "review";
  busy: boolean;
  accepted?: CoinAmount;
  email?: string;
  productHref: string;
  ordersHref: string;
  messages: CheckoutMessages;
  locale: string;
  onRetry: () => void;
  onChallenge?: (token: string) => void;
  onAccept: (price: CoinAmount) => void;
  onCheckAgain: () => void;
  onBack?: () => void;
  onStartOver: () => void;
};
