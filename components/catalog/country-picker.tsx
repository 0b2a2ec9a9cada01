"use client";

import { type FormEvent, useDeferredValue, useMemo, useState } from "react";
import { rememberCountry } from "@/components/shop/use-country";
import { Button } from "@/components/ui/button";
import { SearchInput } from "@/components/ui/search-input";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locales";
import { fold, matchRank } from "@/lib/search/fold";
import { countryPath } from "@/lib/urls";
import type { CatalogWords } from "./catalog-words";
import { CountryGroups, CountryItem, CountryList, type PickerCountry } from "./country-list";

type Props = {
  countries: readonly PickerCountry[];
  popular: readonly string[];
  locale: Locale;
  words: CatalogWords["picker"];
};

export function CountryPicker({ countries, popular, locale, words }: Props) {
  const [typed, setTyped] = useState("");
  const query = fold(useDeferredValue(typed));
  const found = useMemo(() => search(countries, query), [countries, query]);

  const openFirst = (event: FormEvent) => {
    event.preventDefault();
    const [first] = search(countries, fold(typed));
    if (!typed.trim() || !first) return;
    rememberCountry(first.code);
    window.location.assign(countryPath(locale, first.code));
  };

  return (
    <div className="grid gap-10">
      <search className="block max-w-xl">
        <form onSubmit={openFirst}>
          <label htmlFor="country-search" className="mb-2 block font-medium">
            {words.searchLabel}
          </label>
          <div className="relative">
            <SearchInput
              id="country-search"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              placeholder={words.searchPlaceholder}
              enterKeyHint="go"
              className="min-h-14 text-lg"
            />
          </div>
          <p role="status" className="sr-only">
            {query === "" ? "" : fill(words.matches, { count: found.length }, locale)}
          </p>
        </form>
      </search>
      {query === "" ? (
        <>
          {popular.length > 0 ? (
            <section aria-labelledby="popular-countries">
              <h2 id="popular-countries" className="mb-4 font-semibold text-lg">
                {words.popular}
              </h2>
              <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3 sm:gap-3 lg:grid-cols-4">
                {popular.map((code) => {
                  const country = countries.find((candidate) => candidate.code === code);
                  return country ? (
                    <CountryItem key={code} country={country} locale={locale} framed />
                  ) : null;
                })}
              </ul>
            </section>
          ) : null}
          <CountryGroups countries={countries} locale={locale} title={words.all} />
        </>
      ) : found.length > 0 ? (
        <CountryList countries={found} locale={locale} />
      ) : (
        <div className="grid justify-items-start gap-3">
          <p className="font-semibold text-lg">{fill(words.none, { query: typed.trim() })}</p>
          <p className="text-muted">{words.noneHelp}</p>
          <Button variant="secondary" onClick={() => setTyped("")}>
            {words.clear}
          </Button>
        </div>
      )}
    </div>
  );
}

function search(countries: readonly PickerCountry[], query: string): PickerCountry[] {
  if (query === "") return [];
  return countries
    .map((country) => {
      const code = country.code.toLowerCase() === query ? 5 : 0;
      const name = matchRank(fold(country.name), query);
      const also = matchRank(country.also, query);
      return { country, rank: Math.max(code, name, Math.min(also, 2)) };
    })
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ country }) => country);
}
