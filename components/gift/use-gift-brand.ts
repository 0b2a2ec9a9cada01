"use client";

import { useCallback, useEffect, useState } from "react";
import type { BrandPage } from "@/lib/contract/catalog";
import type { GiftBrand } from "@/lib/gift/gift";
import type { Locale } from "@/lib/i18n/locales";

type State = {
  status: "loading" | "found" | "unknown" | "failed";
  page?: Pick<BrandPage, "brand" | "redemption">;
};

/** What the catalogue says of the brand that a gift names; only the catalogue is believed about brands. */
export function useGiftBrand(wanted: GiftBrand | undefined, locale: Locale) {
  const [state, setState] = useState<State>({ status: wanted ? "loading" : "unknown" });
  const retry = useCallback(() => setState({ status: "loading" }), []);

  useEffect(() => {
    if (!wanted || state.status !== "loading") return;
    const abort = new AbortController();
    readBrand(wanted, locale, abort.signal)
      .then((page) => setState(page ? { status: "found", page } : { status: "unknown" }))
      .catch(() => {
        // Without an answer the gift is shown without its brand, and another try is offered.
        if (!abort.signal.aborted) setState({ status: "failed" });
      });
    return () => abort.abort();
  }, [wanted, locale, state.status]);

  return { ...state, retry };
}

async function readBrand(
  { country, slug }: GiftBrand,
  locale: Locale,
  signal: AbortSignal,
): Promise<BrandPage | undefined> {
  const response = await fetch(`/api/catalog/${country}/brands/${slug}?lang=${locale}`, { signal });
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`The catalogue answered ${response.status}`);
  return (await response.json()) as BrandPage;
}
