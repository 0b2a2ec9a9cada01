import type { PaymentMethod } from "@/lib/contract/catalog";

/** A way to pay that nothing stands in the way of. */
export function paymentMethod(
  coin: string,
  network: string,
  more: Partial<PaymentMethod> = {},
): PaymentMethod {
  return {
    via: "USER_WALLET",
    coin,
    network,
    coinSuspended: false,
    networkSuspended: false,
    verifiedToken: false,
    ...more,
  };
}
