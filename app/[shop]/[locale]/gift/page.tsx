import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { GiftView } from "@/components/gift/gift-view";
import { OG_SIZE, ogUrl } from "@/lib/findable/og-url";
import { fill } from "@/lib/i18n/fill";
import { loadMessages } from "@/lib/i18n/messages";
import { currentShop } from "@/lib/shop/current";
import { toLocale } from "../to-locale";

// A code is shown here, so the page has the policy of those with money, and that takes a request.
export const dynamic = "force-dynamic";

type Props = { params: Promise<{ shop: string; locale: string }> };

/** What a messenger shows of the link. It asks without the fragment, so it cannot tell more than this. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { shop: segment, locale: asked } = await params;
  const locale = toLocale(asked);
  const shop = currentShop(segment);
  const { gift } = await loadMessages(locale);
  const { title } = gift.meta;
  const description = fill(gift.meta.description, { shop: shop.name });
  const image = { url: ogUrl(shop, locale, {}), alt: title, ...OG_SIZE };
  return {
    title,
    description,
    robots: { index: false, follow: false },
    referrer: "no-referrer",
    openGraph: { title, description, siteName: shop.name, locale, images: [image] },
  };
}

export default async function GiftPage({ params }: Props) {
  const { shop: segment, locale: asked } = await params;
  const locale = toLocale(asked);
  setRequestLocale(locale);
  const { gift, order } = await loadMessages(locale);
  const { page, locked, problem } = gift;
  const { code, picture, esim, copy, aria } = order;
  return (
    <div className="mx-auto w-full max-w-2xl px-4 py-8 sm:px-6 sm:py-12">
      <GiftView
        messages={{ page, locked, problem }}
        codeMessages={{ code, picture, esim, copy, aria }}
        locale={locale}
        shopName={currentShop(segment).name}
      />
    </div>
  );
}
