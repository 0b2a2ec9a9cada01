import type { Metadata } from "next";
import { LOCALES, type Locale } from "@/lib/i18n/locales";
import type { Shop } from "@/lib/shop/schema";

type Page = {
  shop: Shop;
  locale: Locale;
  title: string;
  description?: string;
  /** The page's path in a language; the address that search engines should keep. */
  path: (locale: Locale) => string;
};

export function pageMetadata({ shop, locale, title, description, path }: Page): Metadata {
  const url = (language: Locale) => `${shop.url}${path(language)}`;
  return {
    title,
    ...(description === undefined ? {} : { description }),
    alternates: {
      canonical: url(locale),
      languages: Object.fromEntries(LOCALES.map((language) => [language, url(language)])),
    },
    openGraph: {
      title,
      ...(description === undefined ? {} : { description }),
      url: url(locale),
      siteName: shop.name,
      locale,
      type: "website",
    },
  };
}
