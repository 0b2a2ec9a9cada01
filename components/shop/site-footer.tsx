import { SoftLink } from "@/components/ui/soft-link";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locales";
import { inLocale } from "@/lib/shop/localized";
import type { Shop } from "@/lib/shop/schema";
import { homePath, ordersPath } from "@/lib/urls";
import { LanguageSwitch } from "./language-switch";
import type { CommonWords, ShopWords } from "./words";

type Props = {
  shop: Pick<Shop, "name" | "support" | "disclosure" | "footer" | "catalogue" | "defaults">;
  locale: Locale;
  words: CommonWords;
  shopWords: ShopWords;
  hasImprint: boolean;
};

export function SiteFooter({ shop, locale, words, shopWords, hasImprint }: Props) {
  const { footer, header } = words;
  const { helpUrl, accountUrl, verificationUrl } = shop.support;
  const { countries, hiddenCountries, kinds } = shop.catalogue;
  const sellsEverything = !countries && hiddenCountries.length === 0 && !kinds;
  const hours = inLocale(shop.support.hours, locale, shop.defaults.locale);
  const support =
    shop.support.url ?? (shop.support.email ? `mailto:${shop.support.email}` : undefined);
  const pages = [
    { href: homePath(locale), label: footer.countries },
    ...(helpUrl ? [] : [{ href: `/${locale}/help`, label: footer.help }]),
    { href: `/${locale}/terms`, label: footer.terms },
    { href: `/${locale}/privacy`, label: footer.privacy },
    ...(hasImprint ? [{ href: `/${locale}/imprint`, label: shopWords.footer.imprint }] : []),
  ];
  const elsewhere = [
    { href: helpUrl, label: footer.help },
    { href: support, label: footer.support },
    { href: accountUrl, label: shopWords.footer.account },
    { href: verificationUrl, label: shopWords.footer.verification },
    ...shop.footer.links.map(({ url, label }) => ({
      href: url,
      label: inLocale(label, locale, shop.defaults.locale),
    })),
  ].filter(({ href }) => href !== undefined);
  return (
    <footer className="mt-16 border-line border-t bg-surface">
      <div className="mx-auto grid w-full grid-cols-[minmax(0,1fr)] max-w-page gap-8 px-4 py-10 sm:px-6 md:grid-cols-[minmax(0,1fr)_auto]">
        <div className="grid max-w-md content-start gap-4">
          {sellsEverything ? (
            <p className="text-muted text-sm">{fill(footer.about, { shop: shop.name })}</p>
          ) : null}
          <p className="font-medium">{footer.seller}</p>
          {shop.disclosure.style === "label" ? (
            <p className="justify-self-start rounded-full border border-line-strong px-3.5 py-1.5 font-medium text-sm">
              {footer.powered}
            </p>
          ) : null}
          {hours ? <p className="text-muted text-sm">{fill(shopWords.hours, { hours })}</p> : null}
        </div>
        <div className="grid content-start gap-4 md:justify-items-end">
          <nav aria-label={footer.nav} className="-ms-2 flex flex-wrap gap-x-2 md:ms-0">
            {pages.map(({ href, label }) => (
              <SoftLink key={href} href={href} className={ITEM}>
                {label}
              </SoftLink>
            ))}
            <a href={ordersPath(locale)} className={ITEM}>
              {footer.orders}
            </a>
            {elsewhere.map(({ href, label }) => (
              <a key={`${href} ${label}`} href={href} className={ITEM}>
                {label}
              </a>
            ))}
          </nav>
          <LanguageSwitch locale={locale} label={header.language} />
        </div>
      </div>
    </footer>
  );
}

const ITEM = "inline-flex min-h-11 items-center rounded-field px-2 hover:underline";
