import { networkOf } from "./networks";

/** Whether money on this network can be sent back to an address at all. An invoice is paid once. */
export function takesRefundAddress(way: { coin: string; network: string }): boolean {
  const { format } = networkOf(way.coin, way.network);
  return format !== "lightning" && format !== "other";
}
