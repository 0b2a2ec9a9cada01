import type { Metadata } from "next";
import { OG_SIZE, ogUrl } from "@/lib/findable/og-url";
import { LOCALES, type Locale } from "@/lib/i18n/locales";
import type { Shop } from "@/lib/shop/schema";
import { toLocale } from "./to-locale";

type Page = {
  shop: Shop;
  locale: Locale;
  title: string;
  description?: string;
  /** The page's path in a language; the address that search engines should keep. */
  path: (locale: Locale) => string;
  /** What the picture of the page shows; the shop alone without it. */
  picture?: { country: string; brand?: string };
};

/** Every address is built from the shop's configured one, whatever host a request named. */
export function pageMetadata(page: Page): Metadata {
  const { shop, locale, title, description, path, picture = {} } = page;
  const url = (language: Locale) => `${shop.url}${path(language)}`;
  const image = { url: ogUrl(shop, locale, picture), alt: title, ...OG_SIZE };
  return {
    title,
    ...(description === undefined ? {} : { description }),
    alternates: {
      canonical: url(locale),
      languages: {
        ...Object.fromEntries(LOCALES.map((language) => [language, url(language)])),
        "x-default": url(toLocale(shop.defaults.locale)),
      },
    },
    openGraph: {
      title,
      ...(description === undefined ? {} : { description }),
      url: url(locale),
      siteName: shop.name,
      locale,
      type: "website",
      images: [image],
    },
    twitter: { card: "summary_large_image", images: [image] },
  };
}
