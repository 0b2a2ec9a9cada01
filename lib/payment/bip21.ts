import { isAmount, shortest } from "./amount";
import type { PaymentRequest } from "./payment-request";

const SCHEMES = ["bitcoin", "litecoin", "dogecoin"] as const;
type Scheme = (typeof SCHEMES)[number];
const DECIMALS = 8;
/**
 * What may stand beside an address without changing who is paid: an invoice or an offer would be paid
 * in its place, and what nobody knows could mean anything.
 */
const HARMLESS: ReadonlySet<string> = new Set(["amount", "label", "message"]);

/**
 * BIP21, and the same form for the coins that borrow it. The amount is in whole coins.
 * @throws RangeError for an amount that the chain cannot hold.
 */
export function encodeBip21(scheme: Scheme, address: string, amount: string): string {
  return `${scheme}:${address}?amount=${shortest(amount, DECIMALS)}`;
}

export function parseBip21(text: string): PaymentRequest | undefined {
  const match = /^([a-z]+):([a-zA-Z0-9]{20,100})(?:\?(.*))?$/i.exec(text);
  const scheme = SCHEMES.find((known) => known === match?.[1]?.toLowerCase());
  if (!match || !scheme) return undefined;
  const query = new URLSearchParams(match[3] ?? "");
  const keys = [...query.keys()];
  if (!keys.every((key) => HARMLESS.has(key)) || new Set(keys).size !== keys.length) {
    return undefined;
  }
  const amount = query.get("amount");
  if (amount !== null && !isAmount(amount)) return undefined;
  return { scheme, address: match[2] ?? "", ...(amount === null ? {} : { amount }) };
}
