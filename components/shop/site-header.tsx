import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locales";
import type { Shop } from "@/lib/shop/schema";
import { ordersPath } from "@/lib/urls";
import { CartLink } from "./cart-link";
import { CountryLink } from "./country-link";
import { HomeLink } from "./home-link";
import { ShopMark } from "./shop-mark";
import type { CommonWords } from "./words";

type Logo = { light: string; dark: string | undefined; withName: boolean };
type Props = {
  shop: Pick<Shop, "name" | "theme">;
  logo: Logo | undefined;
  locale: Locale;
  words: CommonWords;
};

export function SiteHeader({ shop, logo, locale, words }: Props) {
  const { header } = words;
  const { light, dark, ornament } = shop.theme;
  const ownColors = !!(light.header ?? dark.header);
  return (
    <header className="relative z-10">
      <div className={classNames("site-header", ownColors && "site-header-own")}>
        <div className="mx-auto flex min-h-16 w-full max-w-page items-center justify-between gap-3 px-4 sm:px-6">
          <HomeLink locale={locale} label={fill(header.home, { shop: shop.name })}>
            {logo ? <ShopLogo {...logo} /> : <ShopMark />}
            {logo?.withName ? null : <span className="truncate font-headings">{shop.name}</span>}
          </HomeLink>
          <nav aria-label={header.nav} className="-me-2 flex items-center sm:gap-2">
            <CountryLink locale={locale} label={header.country} labelNow={header.countryNow} />
            <a
              href={ordersPath(locale)}
              className="inline-flex min-h-11 items-center gap-2 rounded-field px-2.5 font-medium hover:bg-sunken"
            >
              <Icon name="receipt" />
              <span className="max-sm:sr-only">{header.orders}</span>
            </a>
            <CartLink locale={locale} words={header} />
          </nav>
        </div>
      </div>
      {ornament === "none" ? null : <div className={ORNAMENTS[ornament]} />}
    </header>
  );
}

const ORNAMENTS = { awning: "awning", line: "h-1 bg-brand" } as const;

/** The name of the shop is the link's own label, so the picture needs none. */
function ShopLogo({ light, dark }: Logo) {
  return (
    <picture className="shrink-0">
      {dark ? <source srcSet={dark} media="(prefers-color-scheme: dark)" /> : null}
      <img src={light} alt="" className="h-9 w-auto max-w-[min(14rem,45vw)] object-contain" />
    </picture>
  );
}
