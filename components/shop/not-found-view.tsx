import { ButtonLink } from "@/components/ui/button";
import { SoftLink } from "@/components/ui/soft-link";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locales";
import { browsePath, homePath, ordersPath } from "@/lib/urls";
import { MessageView } from "./message-view";
import { SearchForm } from "./search-form";
import type { CommonWords } from "./words";

type Props = {
  words: CommonWords["notFound"];
  locale: Locale;
  /** What was looked for in vain: a country, a brand of a country, or just a page. */
  missing?: "country" | "page" | { code: string; name: string };
};

export function NotFoundView({ words, locale, missing = "page" }: Props) {
  const pick = homePath(locale);
  if (typeof missing === "object") {
    const { code, name } = missing;
    const browse = browsePath(locale, code);
    return (
      <MessageView
        icon="search"
        title={fill(words.brandTitle, { country: name })}
        text={words.brandText}
      >
        <SearchForm action={browse} label={fill(words.searchLabel, { country: name })} />
        <div className="flex flex-wrap gap-3">
          <ButtonLink href={browse} variant="secondary">
            {words.toBrands}
          </ButtonLink>
          <ButtonLink href={pick} variant="quiet">
            {words.toCountries}
          </ButtonLink>
        </div>
      </MessageView>
    );
  }
  const isCountry = missing === "country";
  return (
    <MessageView
      icon={isCountry ? "globe" : "search"}
      title={isCountry ? words.countryTitle : words.title}
      text={isCountry ? words.countryText : words.text}
    >
      <ButtonLink href={pick} size="lg">
        {words.toCountries}
      </ButtonLink>
      <p className="flex flex-wrap gap-x-6">
        <SoftLink href={`/${locale}/help`} className={LINK}>
          {words.toHelp}
        </SoftLink>
        <a href={ordersPath(locale)} className={LINK}>
          {words.toOrders}
        </a>
      </p>
    </MessageView>
  );
}

const LINK = "inline-flex min-h-11 items-center text-brand underline underline-offset-4";
