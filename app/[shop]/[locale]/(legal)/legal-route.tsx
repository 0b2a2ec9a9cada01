import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { LegalPage } from "@/components/shop/legal-page";
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
  return <LegalPage text={legal[name]} shop={currentShop(shop)} words={legal} />;
}
