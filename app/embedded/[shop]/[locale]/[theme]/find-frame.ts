import { countryName, isCountryCode } from "@/lib/catalog/countries";
import { type FrameTheme, toFrameTheme } from "@/lib/embed/theme";
import { isLocale, LOCALES, type Locale } from "@/lib/i18n/locales";
import { currentShop } from "@/lib/shop/current";
import { sellsIn } from "@/lib/shop/rules";
import type { Shop } from "@/lib/shop/schema";

export type FrameParams = { shop: string; locale: string; theme: string };

type Frame = { shop: Shop; locale: Locale; theme: FrameTheme };

/** For whom, in which language and look a frame is shown. */
export function findFrame(params: FrameParams): Frame {
  const { locale } = params;
  return {
    shop: currentShop(params.shop),
    locale: isLocale(locale) ? locale : LOCALES[0],
    theme: toFrameTheme(params.theme),
  };
}

/** The country that a frame's address names, as far as the shop sells there. */
export function findFrameCountry({ shop, locale }: Frame, asked: string) {
  const code = asked.toUpperCase();
  const sold = asked === asked.toLowerCase() && isCountryCode(code) && sellsIn(shop, code);
  return sold ? { code, name: countryName(code, locale) } : undefined;
}
