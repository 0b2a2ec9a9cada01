import type { CoinAmount, FaceValue } from "@/lib/contract/catalog";
import { formatLocale } from "@/lib/i18n/format-locale";
import { inOrder } from "@/lib/i18n/in-order";

/** A face value as people write it; a decimal string goes in as it is, never through a float. */
export function formatMoney({ amount, currency }: FaceValue, locale: string): string {
  try {
    const text = new Intl.NumberFormat(formatLocale(locale), {
      style: "currency",
      currency,
      trailingZeroDisplay: "stripIfInteger",
    }).format(amount as `${number}`);
    return inOrder(text, locale);
  } catch {
    // Points and other units of a brand are no currencies that Intl knows.
    return `${amount} ${currency}`;
  }
}

/** A crypto amount is shown exactly as it has to be sent, whatever the language. */
export function formatCoin({ amount, coin }: CoinAmount): string {
  return `${amount} ${coin}`;
}
