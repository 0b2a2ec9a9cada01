import { llmsText } from "@/lib/findable/llms-text";
import { handle } from "@/lib/http/handle";
import { textReply } from "@/lib/http/text-reply";
import { loadMessages } from "@/lib/i18n/messages";
import { toLocale } from "../[shop]/[locale]/to-locale";

export const GET = handle({ route: "/llms.txt" }, async ({ shop }) => {
  const locale = toLocale(shop.defaults.locale);
  const { findable } = await loadMessages(locale);
  return textReply(llmsText(shop, locale, findable.llms));
});
