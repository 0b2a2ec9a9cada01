import { getLocale } from "next-intl/server";
import type { OrdersMessages } from "@/components/orders/orders-messages";
import { RecoveryView } from "@/components/orders/recovery-view";
import { isLocale, LOCALES } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";

/** What the browser shows after it has taken over; the page's own answer is the same view. */
export default async function OrderNotFound() {
  const asked = await getLocale();
  const locale = isLocale(asked) ? asked : LOCALES[0];
  const { orders } = (await loadMessages(locale)) as unknown as { orders: OrdersMessages };
  return <RecoveryView messages={orders} locale={locale} />;
}
