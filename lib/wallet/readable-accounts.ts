import { isAddress } from "@solana/kit";
import type { OrderPayment } from "../contract/order-view";
import { tokenAccountOf } from "./solana-destination";
import { walletTransfer } from "./wallet-transfer";

/**
 * The accounts that may be looked up for an order: where it is paid to, its token, the payer, and the
 * token accounts of both. None when nothing is to be paid on Solana now.
 */
export async function readableAccounts(
  payment: OrderPayment,
  payer: string,
): Promise<ReadonlySet<string>> {
  const transfer = walletTransfer(payment, payment.missing ?? payment.amount ?? "");
  if (transfer?.family !== "solana") return new Set();
  const { recipient, token } = transfer;
  if (!isAddress(recipient) || !isAddress(payer)) return new Set();
  if (token === undefined) return new Set([recipient, payer]);
  if (!isAddress(token)) return new Set();
  const owners = [recipient, payer];
  const held = await Promise.all(owners.map((owner) => tokenAccountOf(owner, token)));
  return new Set([...owners, token, ...held]);
}
