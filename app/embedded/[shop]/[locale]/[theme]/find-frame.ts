import { toLocale } from "@/app/[shop]/[locale]/to-locale";
import { type FrameTheme, toFrameTheme } from "@/lib/embed/theme";
import type { Locale } from "@/lib/i18n/locales";
import { currentShop } from "@/lib/shop/current";
import type { Shop } from "@/lib/shop/schema";

export type FrameParams = { shop: string; locale: string; theme: string };

type Frame = { shop: Shop; locale: Locale; theme: FrameTheme };

/** For whom, in which language and look a frame is shown. */
export function findFrame({ shop, locale, theme }: FrameParams): Frame {
  return { shop: currentShop(shop), locale: toLocale(locale), theme: toFrameTheme(theme) };
}
