import type { Locale } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";

type EmbedWords = typeof import("@/messages/en/embed.json");

/** The sentences that only pages in a frame have. Every language has the keys of the first. */
export async function readEmbedWords(locale: Locale): Promise<EmbedWords> {
  return (await loadMessages(locale)).embed as EmbedWords;
}
