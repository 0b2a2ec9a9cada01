import { isAmount, shortest } from "./amount";
import type { PaymentRequest, TokenUnits } from "./payment-request";

const SOL_DECIMALS = 9;
/** Solana Pay's own parameters; only `reference` may be repeated. */
const KNOWN: ReadonlySet<string> = new Set([
  "amount",
  "spl-token",
  "reference",
  "label",
  "message",
  "memo",
]);
const KEY = /^[1-9A-HJ-NP-Za-km-z]{32,44}$/;

/**
 * Solana Pay's transfer request. Unlike elsewhere, the amount is in user units.
 * @throws RangeError for an amount that the token cannot hold.
 */
export function encodeSolanaPay(address: string, amount: string, token?: TokenUnits): string {
  const exact = shortest(amount, token?.decimals ?? SOL_DECIMALS);
  const mint = token ? `&spl-token=${token.address}` : "";
  return `solana:${address}?amount=${exact}${mint}`;
}

export function parseSolanaPay(text: string): PaymentRequest | undefined {
  const match = /^solana:([^?]+)(?:\?(.*))?$/.exec(text);
  const address = match?.[1] ?? "";
  if (!KEY.test(address)) return undefined;
  const query = new URLSearchParams(match?.[2] ?? "");
  const amount = query.get("amount");
  const token = query.get("spl-token");
  const keys = [...query.keys()];
  const once = keys.filter((key) => key !== "reference");
  if (!keys.every((key) => KNOWN.has(key)) || new Set(once).size !== once.length) return undefined;
  if (amount !== null && !isAmount(amount)) return undefined;
  if (token !== null && !KEY.test(token)) return undefined;
  return {
    scheme: "solana",
    address,
    ...(amount === null ? {} : { amount }),
    ...(token === null ? {} : { token }),
  };
}
