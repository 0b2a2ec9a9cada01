import type { CoinAmount } from "@/lib/contract/catalog";
import { fromBaseUnits, toBaseUnits } from "@/lib/payment/amount";

/** A limit with four significant digits, rounded up: whoever sends that much is above it. */
export function roundUp({ amount, coin }: CoinAmount): CoinAmount {
  const [whole = "0", fraction = ""] = amount.split(".");
  const leading = /[1-9]/.exec(fraction)?.index ?? 0;
  const kept = whole === "0" ? leading + 4 : Math.max(0, 4 - whole.length);
  if (fraction.length <= kept) return { amount, coin };
  const units = toBaseUnits(kept === 0 ? whole : `${whole}.${fraction.slice(0, kept)}`, kept);
  const rest = /[1-9]/.test(fraction.slice(kept)) ? 1n : 0n;
  return { amount: fromBaseUnits(units + rest, kept), coin };
}
