import { getLocale } from "next-intl/server";
import { RecoveryView } from "@/components/orders/recovery-view";
import { isLocale, LOCALES } from "@/lib/i18n/locales";
import { readOrderWords } from "../read-order-words";

/** What the browser shows after it has taken over; the page's own answer is the same view. */
export default async function OrderNotFound() {
  const asked = await getLocale();
  const locale = isLocale(asked) ? asked : LOCALES[0];
  const { orders } = await readOrderWords(locale);
  return <RecoveryView messages={orders} locale={locale} />;
}
