import { isAddressOf, isLegacyBitcoinAddress } from "./address-check";
import { networkOf } from "./networks";
import { takesRefundAddress } from "./takes-refund-address";

/** Why a refund could not be sent to this address; `undefined` when it could. */
export type RefundFault = "unsupported" | "legacy_only" | "invalid";

type Way = { coin: string; network: string };

/**
 * The same rule in the browser and on the server. The seller refunds bitcoin to addresses of the old
 * form only, and an address cannot be changed once the order is made.
 */
export function refundFault(way: Way, address: string): RefundFault | undefined {
  if (!takesRefundAddress(way)) return "unsupported";
  const { format } = networkOf(way.coin, way.network);
  if (!isAddressOf(format, address)) return "invalid";
  return format === "bitcoin" && !isLegacyBitcoinAddress(address) ? "legacy_only" : undefined;
}
