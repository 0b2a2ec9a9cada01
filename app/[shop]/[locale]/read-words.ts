import type { CatalogWords } from "@/components/catalog/catalog-words";
import type { ProductWords } from "@/components/product/product-words";
import type { CommonWords, LegalWords, ShopWords } from "@/components/shop/words";
import { isLocale, LOCALES, type Locale } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";

type Words = {
  common: CommonWords;
  catalog: CatalogWords;
  product: ProductWords;
  legal: LegalWords;
  shop: ShopWords;
};

/** The sentences of the catalogue pages. Every language has the keys of the first; a test holds it. */
export async function readWords(locale: Locale): Promise<Words> {
  return (await loadMessages(locale)) as unknown as Words;
}

/** The proxy lets no other locale through; the fallback is for the type. */
export function toLocale(value: string): Locale {
  return isLocale(value) ? value : LOCALES[0];
}
