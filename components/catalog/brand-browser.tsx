"use client";

import { useDeferredValue, useMemo } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locales";
import type { Kind } from "@/lib/shop/kinds";
import { SoldElsewhereLinks } from "../search/sold-elsewhere";
import { useAlike } from "../search/use-alike";
import { useElsewhere } from "../search/use-elsewhere";
import { BrandGrid } from "./brand-grid";
import { NO_FILTERS, writeFilters } from "./browse-filters";
import { BrowseToolbar } from "./browse-toolbar";
import type { BrowseWords } from "./catalog-words";
import { indexBrands, searchBrands } from "./search-brands";
import type { TileBrand } from "./tile-brand";
import { useBrowseFilters } from "./use-browse-filters";
import { useCatalogue } from "./use-catalogue";

type Props = {
  country: { code: string; name: string };
  locale: Locale;
  words: BrowseWords;
  /** The first brands, which stand in the page itself. */
  first: readonly TileBrand[];
  total: number;
  kinds: readonly Kind[];
  categories: readonly { key: string; name: string }[];
  /** Stands in the address of what is loaded, so that no cache answers for another configuration. */
  revision: string;
};

/** All brands of a country, filtered as one types. */
export function BrandBrowser(props: Props) {
  const { country, locale, words, first, total, kinds, categories, revision } = props;
  const { browse } = words;
  const [filters, setFilters] = useBrowseFilters();
  const { brands, status, retry } = useCatalogue(`${country.code}?v=${revision}`, first, total);
  const wanted = useDeferredValue(filters);
  const index = useMemo(() => indexBrands(brands, words.categories), [brands, words.categories]);
  const query = wanted.q.trim();
  const alike = useAlike({ country: country.code, locale, revision }, query);
  const found = useMemo(
    () => searchBrands(index, wanted, locale, alike),
    [index, wanted, locale, alike],
  );
  const isMissed = found.length === 0 && status !== "loading";
  const elsewhere = useElsewhere(country.code, query, isMissed);
  const isFiltered = wanted.q.trim() !== "" || wanted.kind !== "all" || wanted.category !== "";
  const count = isFiltered || status === "complete" ? found.length : total;

  return (
    <div className="grid gap-6">
      <BrowseToolbar
        filters={filters}
        onChange={setFilters}
        kinds={kinds}
        categories={categories}
        words={words}
      />
      <p role="status" className="min-h-6 text-muted">
        {isFiltered && status === "loading"
          ? browse.loading
          : fill(browse.count, { count }, locale)}
      </p>
      {status === "failed" ? (
        <Notice tone="warn" title={browse.partialTitle}>
          <p className="mb-3">{browse.partialText}</p>
          <Button variant="secondary" onClick={retry}>
            {browse.retry}
          </Button>
        </Notice>
      ) : null}
      {found.length > 0 ? (
        <BrandGrid
          question={writeFilters(wanted)}
          brands={found}
          country={country.code}
          locale={locale}
          words={words.tile}
          moreLabel={browse.more}
        />
      ) : status === "loading" ? null : (
        <div className="grid justify-items-start gap-4 py-8">
          <h2 className="font-semibold text-xl">{browse.emptyTitle}</h2>
          <p className="text-muted">
            {fill(query === "" ? browse.emptyFilters : browse.emptyText, {
              country: country.name,
              query,
            })}
          </p>
          <SoldElsewhereLinks found={elsewhere} locale={locale} words={words.search} />
          <Button onClick={() => setFilters({ ...NO_FILTERS, sort: filters.sort })}>
            {browse.reset}
          </Button>
        </div>
      )}
    </div>
  );
}
