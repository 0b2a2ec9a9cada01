import type { OrderPayment, Phase } from "../contract/order-view";
import { isAddressOf } from "../payment/address-check";
import { exceedsBy, isLess } from "../payment/amount";
import { parseInvoice } from "../payment/lightning";
import { networkOf } from "../payment/networks";
import { missingOf } from "./missing-of";
import { HANDLING } from "./status";
import type { UpstreamOrder } from "./upstream-order";

/** How much dearer than accepted an order may come back before the buyer is asked. */
export const PRICE_TOLERANCE_BASIS_POINTS = 50;

/** A payment provider's page may stand open before upstream calls the order payable. */
export function asksForMoney(phase: Phase, order: UpstreamOrder): boolean {
  return HANDLING[phase].payable || (phase === "preparing" && order.checkout_url !== undefined);
}

export type Hold = NonNullable<OrderPayment["hold"]>;

export type Agreed = {
  /** What the buyer agreed to pay, a decimal in the coin. */
  acceptedTotal: string;
  /** The created order did not echo what was asked for. */
  wrongEcho: boolean;
  /** What was agreed is not known, nor whether a wallet was asked already. */
  recovered: boolean;
  addressMatches(address: string): boolean;
};

/** Why an order must not be paid although upstream asks for it; a dearer price is the only reason that a buyer may accept. */
export function holdOf(order: UpstreamOrder, phase: Phase, agreed: Agreed): Hold | undefined {
  const { acceptedTotal: accepted } = agreed;
  const { coin, network, wallet_address: address, coin_amount: actual } = order;
  if (address !== undefined && !agreed.addressMatches(address)) {
    return { reason: "address_changed" };
  }
  if (address && !isAddressOf(networkOf(coin, network).format, address)) {
    return { reason: "bad_address" };
  }
  if (agreed.wrongEcho || invoiceAsksElse(order, actual)) return { reason: "wrong_echo" };
  const isRestUnknown = phase === "partly_paid" && missingOf(order) === undefined;
  if (agreed.recovered || isRestUnknown) return { reason: "unverified" };
  return exceedsBy(accepted, actual, PRICE_TOLERANCE_BASIS_POINTS)
    ? { reason: "price_changed", accepted, actual }
    : undefined;
}

/** The invoice of an order on Lightning, which stands where others have an address. */
export function invoiceOf({ coin, network, wallet_address: address = "" }: UpstreamOrder) {
  return networkOf(coin, network).format === "lightning" ? parseInvoice(address) : undefined;
}

/** A wallet pays what the invoice says, whatever the page says beside it. */
export function invoiceAsksElse(order: UpstreamOrder, due: string): boolean {
  const amount = invoiceOf(order)?.amount;
  if (amount === undefined) return false;
  const [less, more] = isLess(amount, due) ? [amount, due] : [due, amount];
  return exceedsBy(less, more, PRICE_TOLERANCE_BASIS_POINTS);
}
