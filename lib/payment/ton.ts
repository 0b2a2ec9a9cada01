import { fromBaseUnits, toBaseUnits } from "./amount";
import type { PaymentRequest, TokenUnits } from "./payment-request";

const TON_DECIMALS = 9;
const ADDRESS = /^[A-Za-z0-9_-]{48}$/;

/**
 * A transfer of Toncoin, or of a jetton by its master contract. Amounts are integers.
 * @throws RangeError for an amount that the token cannot hold.
 */
export function encodeTon(address: string, amount: string, jetton?: TokenUnits): string {
  const units = toBaseUnits(amount, jetton?.decimals ?? TON_DECIMALS);
  const master = jetton ? `jetton=${jetton.address}&` : "";
  return `ton://transfer/${address}?${master}amount=${units}`;
}

export function parseTon(text: string, decimals = TON_DECIMALS): PaymentRequest | undefined {
  const match = /^ton:\/\/transfer\/([^?]+)(?:\?(.*))?$/.exec(text);
  const address = match?.[1] ?? "";
  if (!ADDRESS.test(address)) return undefined;
  const query = new URLSearchParams(match?.[2] ?? "");
  const keys = [...query.keys()];
  // Wallets refuse unknown and repeated parameters, so such a request is of no use.
  const known = keys.every((key) => key === "amount" || key === "jetton" || key === "text");
  if (!known || new Set(keys).size !== keys.length) return undefined;
  const units = query.get("amount");
  const token = query.get("jetton");
  if (units !== null && !/^\d{1,40}$/.test(units)) return undefined;
  if (token !== null && !ADDRESS.test(token)) return undefined;
  return {
    scheme: "ton",
    address,
    ...(units === null ? {} : { amount: fromBaseUnits(BigInt(units), decimals) }),
    ...(token === null ? {} : { token }),
  };
}
