import type { Metadata, Viewport } from "next";
import { setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { DemoRibbon } from "@/components/shop/demo-ribbon";
import { EarlyInput } from "@/components/shop/early-input";
import { ErrorViewProvider } from "@/components/shop/error-view";
import { KeepSource } from "@/components/shop/keep-source";
import { LogoGuard } from "@/components/shop/logo-guard";
import { OfflineReady } from "@/components/shop/offline-ready";
import { SiteFooter } from "@/components/shop/site-footer";
import { SiteHeader } from "@/components/shop/site-header";
import { SoftNavigation } from "@/components/shop/soft-navigation";
import { UnavailableView } from "@/components/shop/unavailable-view";
import { VisitCounter } from "@/components/shop/visit-counter";
import { renewSoon } from "@/lib/catalog/renew-soon";
import { servesStale } from "@/lib/catalog/stale";
import { env } from "@/lib/env/server";
import { directionOf } from "@/lib/i18n/direction";
import { currentShop, shopFile, shopLegal } from "@/lib/shop/current";
import type { Shop } from "@/lib/shop/schema";
import { themeCss } from "@/lib/shop/theme";
import "@/styles/global.css";
import { loadMessages } from "@/lib/i18n/messages";
import { toLocale } from "./to-locale";

type Params = { params: Promise<{ shop: string; locale: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { shop: segment, locale } = await params;
  const shop = currentShop(segment);
  const fresh = `v=${shop.revision}`;
  return {
    metadataBase: new URL(shop.url),
    title: { default: shop.name, template: `%s · ${shop.name}` },
    applicationName: shop.name,
    manifest: `/manifest.webmanifest?lang=${toLocale(locale)}&${fresh}`,
    icons: {
      icon: { url: `/icon.svg?${fresh}`, type: "image/svg+xml" },
      apple: `/icons/180.png?${fresh}`,
    },
    appleWebApp: { title: shop.name, statusBarStyle: "default" },
    formatDetection: { telephone: false, address: false, email: false, date: false },
  };
}

function logoOf(shop: Shop) {
  const light = shopFile(shop, shop.logo?.light)?.path;
  const dark = shopFile(shop, shop.logo?.dark)?.path;
  return light === undefined ? undefined : { light, dark, withName: shop.logo?.withName ?? false };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  colorScheme: "light dark",
};

/** The frame of every page: it reads nothing of the request, so that catalogue pages stay static. */
export default async function ShopLayout({ params, children }: Params & { children: ReactNode }) {
  const { shop: segment, locale: asked } = await params;
  const locale = toLocale(asked);
  setRequestLocale(locale);
  const shop = currentShop(segment);
  const { common, shop: shopWords } = await loadMessages(locale);
  const mayBeOld = servesStale();
  // A page that says so must not go on saying it for its whole life once upstream is back.
  if (mayBeOld) await renewSoon();
  const theme = themeCss(shop.theme, (name) => shopFile(shop, name)?.path);
  const failure = <UnavailableView words={common.error} locale={locale} />;
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <body>
        {theme ? <style>{theme}</style> : null}
        <a
          href="#content"
          className="sr-only rounded-field bg-brand px-4 py-3 font-semibold text-on-brand focus:not-sr-only focus:absolute focus:start-2 focus:top-2 focus:z-20"
        >
          {common.skip}
        </a>
        {env().DEMO ? <DemoRibbon words={common} /> : null}
        <SiteHeader shop={shop} logo={logoOf(shop)} locale={locale} words={common} />
        {mayBeOld ? (
          <p className="border-line border-b bg-warn-soft px-4 py-2 text-center text-ink text-sm">
            {common.stale}
          </p>
        ) : null}
        <main id="content" tabIndex={-1} className="flex-1">
          <ErrorViewProvider view={failure}>{children}</ErrorViewProvider>
        </main>
        <LogoGuard />
        <SoftNavigation />
        <KeepSource />
        <OfflineReady locale={locale} />
        <SiteFooter
          shop={shop}
          locale={locale}
          words={common}
          shopWords={shopWords}
          hasImprint={!!(shop.legalEntity ?? shopLegal(shop, "imprint", locale))}
        />
        {shop.analytics.endpoint ? <VisitCounter endpoint={shop.analytics.endpoint} /> : null}
        <EarlyInput />
      </body>
    </html>
  );
}
