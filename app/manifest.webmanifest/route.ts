import { manifestOf } from "@/lib/findable/manifest-of";
import { handle } from "@/lib/http/handle";
import { textReply } from "@/lib/http/text-reply";
import { loadMessages } from "@/lib/i18n/messages";

/** Lets a phone or a desktop install the shop under its own name and icon. */
export const GET = handle({ route: "/manifest.webmanifest" }, async ({ shop, locale }) => {
  const { findable } = await loadMessages(locale);
  return textReply(JSON.stringify(manifestOf(shop, locale, findable)), "application/manifest+json");
});
