import { getLocale } from "next-intl/server";
import { RecoveryView } from "@/components/orders/recovery-view";
import { loadMessages } from "@/lib/i18n/messages";
import { toLocale } from "../../to-locale";

/** What the browser shows after it has taken over; the page's own answer is the same view. */
export default async function OrderNotFound() {
  const locale = toLocale(await getLocale());
  const { orders } = await loadMessages(locale);
  return <RecoveryView messages={orders} locale={locale} />;
}
