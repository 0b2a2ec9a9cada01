import { ImageResponse } from "next/og";
import { countryName } from "@/lib/catalog/countries";
import { readBrands } from "@/lib/catalog/read-brands";
import { OG_SIZE } from "@/lib/findable/og-url";
import { countryParam } from "@/lib/http/country-param";
import { handle } from "@/lib/http/handle";
import { HttpProblem } from "@/lib/http/http-problem";
import { pictureReply } from "@/lib/http/picture-reply";
import { LOCALES, type Locale } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import { pictureFonts } from "@/lib/pictures/fonts";
import { cachedPicture } from "@/lib/pictures/picture-cache";
import { firstPrintable, printable } from "@/lib/pictures/printable";
import { shopPictures } from "@/lib/pictures/shop-pictures";
import type { Shop } from "@/lib/shop/schema";
import { PALETTE } from "@/styles/palette";
import { OgDrawing, type OgText } from "./og-drawing";

/** The picture of a shop, of a country's page or of a brand's page, where the page is shared. */
export const GET = handle({ route: "/og.png" }, async ({ request, shop, locale, limit }) => {
  const asked = new URL(request.url).searchParams;
  const country = asked.has("country") ? countryParam(shop, asked.get("country") ?? "") : undefined;
  const text = await ogText(shop, locale, country, asked.get("brand") ?? undefined);
  const fonts = await pictureFonts();
  const pictures = shopPictures(shop);
  const brand = shop.theme.light.brand ?? PALETTE.light.brand;
  const picture = await cachedPicture(
    `og|${shop.id}|${shop.revision}|${JSON.stringify(text)}`,
    async () =>
      new ImageResponse(<OgDrawing text={text} brand={brand} {...pictures} />, {
        ...OG_SIZE,
        fonts,
      }),
    () => limit("LIMIT_IMAGES"),
  );
  return pictureReply("png", picture);
});

/** In the page's language where the drawing's font has its script, else in the first language. */
async function ogText(
  shop: Shop,
  locale: Locale,
  country: string | undefined,
  slug: string | undefined,
): Promise<OgText> {
  const [words, fallback] = await Promise.all([tagline(locale), tagline(LOCALES[0])]);
  const line = firstPrintable(words, fallback);
  const name = printable(shop.name);
  if (country === undefined) return { title: name || line, line, shop: name };
  const place = firstPrintable(countryName(country, locale), countryName(country, LOCALES[0]));
  if (slug === undefined) return { title: place, line, shop: name };
  const { brands } = await readBrands(shop, country);
  const brand = brands.find((candidate) => candidate.slug === slug);
  if (!brand) throw new HttpProblem("not_found");
  return { title: printable(brand.name) || place, line: place, shop: name };
}

async function tagline(locale: Locale): Promise<string> {
  return (await loadMessages(locale)).findable.tagline;
}
