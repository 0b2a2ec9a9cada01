import { getLocale } from "next-intl/server";
import { NotFoundView } from "@/components/shop/not-found-view";
import { readWords, toLocale } from "./read-words";

/** What the browser shows after it has taken over; pages answer with the same view themselves. */
export default async function NotFound() {
  const locale = toLocale(await getLocale());
  const { common } = await readWords(locale);
  return <NotFoundView words={common.notFound} locale={locale} />;
}
