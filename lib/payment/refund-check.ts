import { isAddressOf, isLegacyBitcoinAddress } from "./address-check";
import { networkOf } from "./networks";

/** Why a refund could not be sent to this address; `undefined` when it could. */
export type RefundFault = "unsupported" | "legacy_only" | "invalid";

type Way = { coin: string; network: string };

/** Whether money on this network can be sent back to an address at all. An invoice is paid once. */
export function takesRefundAddress({ coin, network }: Way): boolean {
  const { format } = networkOf(coin, network);
  return format !== "lightning" && format !== "other";
}

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
