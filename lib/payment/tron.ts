import { isAmount, shortest } from "./amount";
import type { PaymentRequest } from "./payment-request";

const ADDRESS = /^T[1-9A-HJ-NP-Za-km-z]{33}$/;

/**
 * Tron has no standard; this is the form that some wallets read. Many choke on the amount.
 * @throws RangeError for an amount that the token cannot hold.
 */
export function encodeTron(address: string, amount: string, decimals: number): string {
  return `tron:${address}?amount=${shortest(amount, decimals)}`;
}

export function parseTron(text: string): PaymentRequest | undefined {
  const match = /^tron:([^?]+)(?:\?amount=([^&]+))?$/.exec(text);
  const [, address = "", amount] = match ?? [];
  if (!ADDRESS.test(address) || (amount !== undefined && !isAmount(amount))) return undefined;
  return { scheme: "tron", address, ...(amount === undefined ? {} : { amount }) };
}
