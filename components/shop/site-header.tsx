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

type Props = { shop: Pick<Shop, "name">; locale: Locale; words: CommonWords };

export function SiteHeader({ shop, locale, words }: Props) {
  const { header } = words;
  return (
    <header className="relative z-10">
      <div className="bg-surface">
        <div className="mx-auto flex min-h-16 w-full max-w-page items-center justify-between gap-3 px-4 sm:px-6">
          <HomeLink locale={locale} label={fill(header.home, { shop: shop.name })}>
            <ShopMark />
            <span className="truncate">{shop.name}</span>
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
      <div className="awning" />
    </header>
  );
}
