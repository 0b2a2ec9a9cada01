"use client";

import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { LOCALE_NAMES, LOCALES, type Locale } from "@/lib/i18n/locales";
import { homePath } from "@/lib/urls";

type Props = { locale: Locale; label: string };

/**
 * Links to this very page in the other languages. They are plain links: another language is another
 * document, and the address of the page is known only in the browser, because the server's is internal.
 */
export function LanguageSwitch({ locale, label }: Props) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-x-1">
      <Icon name="globe" className="me-1 text-muted" />
      {LOCALES.map((other) => (
        <a
          key={other}
          href={homePath(other)}
          hrefLang={other}
          lang={other}
          aria-current={other === locale ? "true" : undefined}
          onClick={(event) => {
            // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet.
            document.cookie = `locale=${other}; path=/; max-age=31536000; samesite=lax`;
            event.currentTarget.href = samePage(other);
          }}
          className={classNames(
            "inline-flex min-h-11 items-center rounded-field px-2 hover:underline",
            other === locale ? "font-semibold" : "text-muted",
          )}
        >
          {LOCALE_NAMES[other]}
        </a>
      ))}
    </nav>
  );
}

function samePage(locale: Locale): string {
  const { pathname, search, hash } = window.location;
  return pathname.replace(/^\/[^/]*/, homePath(locale)) + search + hash;
}
