import { type LlmsWords, llmsText } from "@/lib/findable/llms-text";
import { handle } from "@/lib/http/handle";
import { textReply } from "@/lib/http/text-reply";
import { isLocale, LOCALES } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";

export const GET = handle({ route: "/llms.txt" }, async ({ shop }) => {
  const { locale: own } = shop.defaults;
  const locale = isLocale(own) ? own : LOCALES[0];
  const { findable } = await loadMessages(locale);
  // Every language has the keys of the first; a test holds it.
  return textReply(llmsText(shop, locale, findable.llms as LlmsWords));
});
