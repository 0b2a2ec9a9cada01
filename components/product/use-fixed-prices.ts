"use client";

import { useCallback, useEffect, useState } from "react";
import type { CoinAmount, Product } from "@/lib/contract/catalog";
import type { AmountOption } from "./amount-option";

type Prices = Readonly<Record<string, CoinAmount | undefined>>;
type State = { prices: Prices; status: "ready" | "loading" | "failed" };
type Brand = { country: string; slug: string; locale: string };

/** The prices of the fixed amounts in a coin. The page itself brings those in the shop's own coin. */
export function useFixedPrices(
  { country, slug, locale }: Brand,
  options: readonly AmountOption[],
  coin: string,
  homeCoin: string,
): State & { retry: () => void } {
  const [known, setKnown] = useState<Readonly<Record<string, Prices>>>(() => ({
    [homeCoin]: Object.fromEntries(options.map(({ denomination, price }) => [denomination, price])),
  }));
  const [failed, setFailed] = useState<string>();
  const prices = known[coin];
  const isNeeded = prices === undefined && failed !== coin && options.length > 0;

  useEffect(() => {
    if (!isNeeded) return;
    const abort = new AbortController();
    readPrices({ country, slug, locale }, coin, abort.signal)
      .then((found) => setKnown((old) => ({ ...old, [coin]: found })))
      .catch(() => {
        // Checkout shows the price in any case; here it is said that it could not be loaded.
        if (!abort.signal.aborted) setFailed(coin);
      });
    return () => abort.abort();
  }, [isNeeded, country, slug, locale, coin]);

  const retry = useCallback(() => setFailed(undefined), []);
  if (prices) return { prices, status: "ready", retry };
  const status = failed === coin ? "failed" : options.length > 0 ? "loading" : "ready";
  return { prices: {}, status, retry };
}

async function readPrices(brand: Brand, coin: string, signal: AbortSignal): Promise<Prices> {
  const query = new URLSearchParams({ coin, lang: brand.locale });
  const path = `/api/catalog/${brand.country}/brands/${encodeURIComponent(brand.slug)}?${query}`;
  const response = await fetch(path, { signal });
  if (!response.ok) throw new Error(`The brand answered ${response.status}`);
  const { products } = (await response.json()) as { products: Product[] };
  return Object.fromEntries(products.map(({ denomination, price }) => [denomination, price]));
}
