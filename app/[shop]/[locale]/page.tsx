import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { CountryPicker } from "@/components/catalog/country-picker";
import { COUNTRY_ALIASES, POPULAR_COUNTRIES } from "@/components/catalog/popular-countries";
import { JsonLd } from "@/components/shop/json-ld";
import { COUNTRY_CODES, countryName } from "@/lib/catalog/countries";
import { organizationData } from "@/lib/findable/organization-data";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import { fold } from "@/lib/search/fold";
import { currentShop } from "@/lib/shop/current";
import { sellsIn } from "@/lib/shop/rules";
import type { Shop } from "@/lib/shop/schema";
import { homePath } from "@/lib/urls";
import { pageMetadata } from "./page-metadata";
import { toLocale } from "./to-locale";

export const revalidate = 86_400;

export function generateStaticParams(): [] {
  return [];
}

type Props = { params: Promise<{ shop: string; locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { shop: segment, locale: asked } = await params;
  const locale = toLocale(asked);
  const shop = currentShop(segment);
  const { picker } = (await loadMessages(locale)).catalog;
  return pageMetadata({
    shop,
    locale,
    title: fill(picker.metaTitle, { count: soldIn(shop).length }, locale),
    description: picker.metaDescription,
    path: homePath,
  });
}

export default async function CountryPickerPage({ params }: Props) {
  const { shop: segment, locale: asked } = await params;
  const locale = toLocale(asked);
  setRequestLocale(locale);
  const shop = currentShop(segment);
  const { picker } = (await loadMessages(locale)).catalog;
  return (
    <div className="mx-auto grid w-full grid-cols-[minmax(0,1fr)] max-w-page gap-8 px-4 py-10 sm:px-6 sm:py-14">
      <JsonLd data={organizationData(shop)} />
      <header className="grid max-w-reading gap-3">
        <h1 className="font-semibold text-3xl sm:text-4xl">{picker.title}</h1>
        <p className="text-lg text-muted">{picker.text}</p>
      </header>
      <CountryPicker
        countries={pickerCountries(shop, locale)}
        popular={POPULAR_COUNTRIES.filter((code) => sellsIn(shop, code))}
        locale={locale}
        words={picker}
      />
    </div>
  );
}

const soldIn = (shop: Shop) => COUNTRY_CODES.filter((code) => sellsIn(shop, code));

/** In the order of the language; also found by the English name and by what people call them. */
function pickerCountries(shop: Shop, locale: Locale) {
  const order = new Intl.Collator(locale);
  return soldIn(shop)
    .map((code) => {
      const name = countryName(code, locale);
      const english = fold(countryName(code, "en"));
      const words = [english === fold(name) ? "" : english, COUNTRY_ALIASES[code] ?? ""];
      return { code, name, also: words.join(" ").trim() };
    })
    .sort((a, b) => order.compare(a.name, b.name));
}
