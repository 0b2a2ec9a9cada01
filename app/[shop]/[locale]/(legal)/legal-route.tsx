import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { JsonLd } from "@/components/shop/json-ld";
import { LegalPage } from "@/components/shop/legal-page";
import { faqData } from "@/lib/findable/faq-data";
import { fill } from "@/lib/i18n/fill";
import { currentShop } from "@/lib/shop/current";
import { pageMetadata } from "../page-metadata";
import { readWords, toLocale } from "../read-words";

type Name = "help" | "terms" | "privacy";
export type LegalProps = { params: Promise<{ shop: string; locale: string }> };

export async function legalMetadata({ params }: LegalProps, name: Name): Promise<Metadata> {
  const { shop, locale: asked } = await params;
  const locale = toLocale(asked);
  const { title, description } = (await readWords(locale)).legal[name];
  const path = (language: string) => `/${language}/${name}`;
  return pageMetadata({ shop: currentShop(shop), locale, title, description, path });
}

export async function LegalRoute({ params, name }: LegalProps & { name: Name }) {
  const { shop, locale: asked } = await params;
  const locale = toLocale(asked);
  setRequestLocale(locale);
  const { legal } = await readWords(locale);
  const { name: shopName, ...rest } = currentShop(shop);
  const text = legal[name];
  const entries = text.sections.map(({ heading, paragraphs }) => ({
    question: fill(heading, { shop: shopName }),
    answer: fill(paragraphs.join("\n"), { shop: shopName }),
  }));
  return (
    <>
      {name === "help" ? <JsonLd data={faqData(entries)} /> : null}
      <LegalPage text={text} shop={{ name: shopName, ...rest }} words={legal} />
    </>
  );
}
