import { PALETTE } from "../../styles/palette";
import { directionOf } from "../i18n/direction";
import type { Locale } from "../i18n/locales";
import type { Shop } from "../shop/schema";
import { ordersPath } from "../urls";

const LONGEST_SHORT_NAME = 12;

type Words = { tagline: string; orders: string };

/** A shop as an app that can be installed: its own name, colours and icons. */
export function manifestOf(shop: Shop, locale: Locale, words: Words) {
  const png = (file: string, size: number, purpose: "any" | "maskable") => ({
    src: `/icons/${file}.png?v=${shop.revision}`,
    sizes: `${size}x${size}`,
    type: "image/png",
    purpose,
  });
  return {
    id: "/",
    name: shop.name,
    ...(shop.name.length <= LONGEST_SHORT_NAME && { short_name: shop.name }),
    description: words.tagline,
    lang: locale,
    dir: directionOf(locale),
    start_url: "/",
    scope: "/",
    display: "standalone",
    theme_color: shop.theme.light.brand ?? PALETTE.light.brand,
    background_color: PALETTE.light.canvas,
    icons: [
      png("192", 192, "any"),
      png("512", 512, "any"),
      png("maskable", 512, "maskable"),
      { src: `/icon.svg?v=${shop.revision}`, sizes: "any", type: "image/svg+xml", purpose: "any" },
    ],
    shortcuts: [{ name: words.orders, url: ordersPath(locale) }],
  };
}
