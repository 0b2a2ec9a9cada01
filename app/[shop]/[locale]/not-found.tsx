import { getLocale } from "next-intl/server";
import { NotFoundView } from "@/components/shop/not-found-view";
import { loadMessages } from "@/lib/i18n/messages";
import { toLocale } from "./to-locale";

/** What the browser shows after it has taken over; pages answer with the same view themselves. */
export default async function NotFound() {
  const locale = toLocale(await getLocale());
  const { common } = await loadMessages(locale);
  return <NotFoundView words={common.notFound} locale={locale} />;
}
