import type { Metadata, Viewport } from "next";
import { setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { FrameBridge } from "@/components/embed/frame-bridge";
import { DemoRibbon } from "@/components/shop/demo-ribbon";
import { EarlyInput } from "@/components/shop/early-input";
import { ErrorViewProvider } from "@/components/shop/error-view";
import { LogoGuard } from "@/components/shop/logo-guard";
import { ShopMark } from "@/components/shop/shop-mark";
import { UnavailableView } from "@/components/shop/unavailable-view";
import { framePath } from "@/lib/embed/frame-path";
import { frameThemeCss } from "@/lib/embed/theme";
import { env } from "@/lib/env/server";
import { directionOf } from "@/lib/i18n/direction";
import { shopFile } from "@/lib/shop/current";
import { themeCss } from "@/lib/shop/theme";
import "@/styles/global.css";
import { loadMessages } from "@/lib/i18n/messages";
import { type FrameParams, findFrame } from "./find-frame";

type Params = { params: Promise<FrameParams> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { shop } = findFrame(await params);
  return {
    metadataBase: new URL(shop.url),
    title: { default: shop.name, template: `%s · ${shop.name}` },
    robots: { index: false, follow: false },
    icons: { icon: `/icon.svg?v=${shop.revision}` },
    formatDetection: { telephone: false, address: false, email: false, date: false },
  };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

const LINK = "inline-flex min-h-11 items-center px-2 hover:underline";

/** A page inside another site: a name, who sells, and nothing that the site around has itself. */
export default async function FrameLayout({ params, children }: Params & { children: ReactNode }) {
  const { shop, locale, theme } = findFrame(await params);
  setRequestLocale(locale);
  const { common, embed } = await loadMessages(locale);
  const css = themeCss(shop.theme, (name) => shopFile(shop, name)?.path);
  const failure = <UnavailableView words={common.error} locale={locale} />;
  return (
    <html lang={locale} dir={directionOf(locale)} data-frame-theme={theme}>
      <body className="min-h-0!">
        <style>{css + frameThemeCss(theme, shop)}</style>
        <FrameBridge
          origins={shop.embed.origins}
          title={shop.name}
          close={embed.close}
          leave={embed.leave}
        />
        {env().DEMO ? <DemoRibbon words={common} /> : null}
        <header className="bg-surface">
          <a
            href={framePath({ locale, theme, country: shop.defaults.country })}
            className="inline-flex min-h-14 items-center gap-2 px-4 font-semibold sm:px-6"
          >
            <ShopMark />
            <span className="truncate">{shop.name}</span>
          </a>
        </header>
        <main id="content">
          <ErrorViewProvider view={failure}>{children}</ErrorViewProvider>
        </main>
        <LogoGuard />
        <footer className="mt-8 flex flex-wrap items-center justify-between gap-x-4 border-line border-t px-4 py-3 text-muted text-sm sm:px-6">
          <p>
            {common.footer.seller}{" "}
            {shop.disclosure.style === "label" ? (
              <span className="font-medium text-ink">{common.footer.powered}</span>
            ) : null}
          </p>
          <nav aria-label={common.footer.nav} className="-mx-2 flex flex-wrap">
            {(["terms", "privacy", "orders"] as const).map((page) => (
              <a
                key={page}
                href={`/${locale}/${page}`}
                target="_blank"
                className={LINK}
                rel="noopener"
              >
                {common.footer[page]}
              </a>
            ))}
          </nav>
        </footer>
        <EarlyInput />
      </body>
    </html>
  );
}
