import type { CoinAmount, FaceValue } from "@/lib/contract/catalog";
import { formatLocale } from "@/lib/i18n/format-locale";
import { isPositive, percentAbove } from "@/lib/payment/amount";

/** Coins that stand for one unit of a currency, so that a price can be held against a value. */
const STABLE: Record<string, string> = {
  DAI: "USD",
  EURC: "EUR",
  EUROC: "EUR",
  FDUSD: "USD",
  PYUSD: "USD",
  USDC: "USD",
  "USDC.e": "USD",
  USDE: "USD",
  USDS: "USD",
  USDT: "USD",
  "USDT.e": "USD",
};

/** How much more than its value a product costs, where both are in the same unit. */
export function markupOf(price: CoinAmount, face: FaceValue, locale: string): string | undefined {
  if (STABLE[price.coin] !== face.currency || !isPositive(face.amount)) return undefined;
  return new Intl.NumberFormat(formatLocale(locale), {
    style: "unit",
    unit: "percent",
    signDisplay: "exceptZero",
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(percentAbove(face.amount, price.amount) as `${number}`);
}
