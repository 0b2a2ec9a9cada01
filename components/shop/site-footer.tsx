import Link from "next/link";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locales";
import type { Shop } from "@/lib/shop/schema";
import { homePath, ordersPath } from "@/lib/urls";
import { LanguageSwitch } from "./language-switch";
import type { CommonWords } from "./words";

type Props = {
  shop: Pick<Shop, "name" | "support" | "disclosure">;
  locale: Locale;
  words: CommonWords;
};

export function SiteFooter({ shop, locale, words }: Props) {
  const { footer, header } = words;
  const support =
    shop.support.url ?? (shop.support.email ? `mailto:${shop.support.email}` : undefined);
  const pages = [
    { href: homePath(locale), label: footer.countries },
    { href: `/${locale}/help`, label: footer.help },
    { href: `/${locale}/terms`, label: footer.terms },
    { href: `/${locale}/privacy`, label: footer.privacy },
  ];
  return (
    <footer className="mt-16 border-line border-t bg-surface">
      <div className="mx-auto grid w-full grid-cols-[minmax(0,1fr)] max-w-page gap-8 px-4 py-10 sm:px-6 md:grid-cols-[minmax(0,1fr)_auto]">
        <div className="grid max-w-md content-start gap-4">
          <p className="text-muted text-sm">{fill(footer.about, { shop: shop.name })}</p>
          <p className="font-medium">{footer.seller}</p>
          {shop.disclosure.style === "label" ? (
            <p className="justify-self-start rounded-full border border-line-strong px-3.5 py-1.5 font-medium text-sm">
              {footer.powered}
            </p>
          ) : null}
        </div>
        <div className="grid content-start gap-4 md:justify-items-end">
          <nav aria-label={footer.nav} className="-ms-2 flex flex-wrap gap-x-2 md:ms-0">
            {pages.map(({ href, label }) => (
              <Link key={href} href={href} prefetch={false} className={ITEM}>
                {label}
              </Link>
            ))}
            <a href={ordersPath(locale)} className={ITEM}>
              {footer.orders}
            </a>
            {support ? (
              <a href={support} className={ITEM}>
                {footer.support}
              </a>
            ) : null}
          </nav>
          <LanguageSwitch locale={locale} label={header.language} />
        </div>
      </div>
    </footer>
  );
}

const ITEM = "inline-flex min-h-11 items-center rounded-field px-2 hover:underline";
