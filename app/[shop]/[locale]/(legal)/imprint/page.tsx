import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { LegalContact } from "@/components/shop/legal-contact";
import { LegalFrame, OwnLegalPage } from "@/components/shop/legal-page";
import { NotFoundView } from "@/components/shop/not-found-view";
import { loadMessages } from "@/lib/i18n/messages";
import { currentShop, shopLegal } from "@/lib/shop/current";
import { inLocale } from "@/lib/shop/localized";
import { pageMetadata } from "../../page-metadata";
import { toLocale } from "../../to-locale";
import type { LegalProps } from "../legal-route";

export const revalidate = 86_400;

export function generateStaticParams(): [] {
  return [];
}

async function find({ params }: LegalProps) {
  const { shop: segment, locale: asked } = await params;
  const locale = toLocale(asked);
  const shop = currentShop(segment);
  return {
    shop,
    locale,
    own: shopLegal(shop, "imprint", locale),
    words: await loadMessages(locale),
  };
}

export async function generateMetadata(props: LegalProps): Promise<Metadata> {
  const { shop, locale, own, words } = await find(props);
  if (!own && !shop.legalEntity) notFound();
  const { title, description } = words.shop.imprint;
  const path = (language: string) => `/${language}/imprint`;
  return pageMetadata({ shop, locale, title: own?.title ?? title, description, path });
}

export default async function ImprintPage(props: LegalProps) {
  const { shop, locale, own, words } = await find(props);
  setRequestLocale(locale);
  const { imprint } = words.shop;
  const { legalEntity, support, defaults } = shop;
  const hours = inLocale(support.hours, locale, defaults.locale);
  const contact = (
    <LegalContact support={support} hours={hours} words={words.legal} shopWords={words.shop} />
  );
  if (own) return <OwnLegalPage text={own}>{contact}</OwnLegalPage>;
  if (!legalEntity) return <NotFoundView words={words.common.notFound} locale={locale} />;
  const facts = [
    { name: imprint.operator, value: legalEntity.name },
    { name: imprint.address, value: legalEntity.address },
    { name: imprint.registration, value: legalEntity.registration },
  ].filter(({ value }) => value !== undefined);
  return (
    <LegalFrame title={imprint.title}>
      <dl className="grid gap-4">
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt className="text-muted text-sm">{name}</dt>
            <dd className="font-medium">{value}</dd>
          </div>
        ))}
      </dl>
      {contact}
    </LegalFrame>
  );
}
