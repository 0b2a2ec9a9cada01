import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { NotFoundView } from "@/components/shop/not-found-view";
import { loadMessages } from "@/lib/i18n/messages";
import { toLocale } from "../to-locale";

export const revalidate = 3600;

export function generateStaticParams(): [] {
  return [];
}

// Thrown from the head, so that the status is 404 while the page is whole in the server's HTML.
export function generateMetadata(): Metadata {
  notFound();
}

type Props = { params: Promise<{ locale: string }> };

export default async function UnknownPage({ params }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const { common } = await loadMessages(locale);
  return <NotFoundView words={common.notFound} locale={locale} />;
}
