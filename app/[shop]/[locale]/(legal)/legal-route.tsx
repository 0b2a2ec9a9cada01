import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { JsonLd } from "@/components/shop/json-ld";
import { LegalContact } from "@/components/shop/legal-contact";
import { DefaultLegalPage, OwnLegalPage } from "@/components/shop/legal-page";
import { faqData } from "@/lib/findable/faq-data";
import { fill } from "@/lib/i18n/fill";
import { loadMessages } from "@/lib/i18n/messages";
import { currentShop, shopLegal } from "@/lib/shop/current";
import { inLocale } from "@/lib/shop/localized";
import { pageMetadata } from "../page-metadata";
import { toLocale } from "../to-locale";

type Name = "help" | "terms" | "privacy";
export type LegalProps = { params: Promise<{ shop: string; locale: string }> };

export async function legalMetadata({ params }: LegalProps, name: Name): Promise<Metadata> {
  const { shop: segment, locale: asked } = await params;
  const locale = toLocale(asked);
  const shop = currentShop(segment);
  const words = (await loadMessages(locale)).legal[name];
  const title = shopLegal(shop, name, locale)?.title ?? words.title;
  const path = (language: string) => `/${language}/${name}`;
  return pageMetadata({ shop, locale, title, description: words.description, path });
}

/** The shop's own text where it has one, else the text that comes with the program. */
export async function LegalRoute({ params, name }: LegalProps & { name: Name }) {
  const { shop: segment, locale: asked } = await params;
  const locale = toLocale(asked);
  setRequestLocale(locale);
  const shop = currentShop(segment);
  const { legal, shop: shopWords } = await loadMessages(locale);
  const own = shopLegal(shop, name, locale);
  const hours = inLocale(shop.support.hours, locale, shop.defaults.locale);
  const contact = (
    <LegalContact support={shop.support} hours={hours} words={legal} shopWords={shopWords} />
  );
  if (own) return <OwnLegalPage text={own}>{contact}</OwnLegalPage>;
  const text = legal[name];
  const entries = text.sections.map(({ heading, paragraphs }) => ({
    question: fill(heading, { shop: shop.name }),
    answer: fill(paragraphs.join("\n"), { shop: shop.name }),
  }));
  return (
    <>
      {name === "help" ? <JsonLd data={faqData(entries)} /> : null}
      <DefaultLegalPage text={text} shopName={shop.name}>
        {contact}
      </DefaultLegalPage>
    </>
  );
}
