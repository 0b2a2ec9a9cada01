"use client";

import { useCallback, useEffect, useState } from "react";
import type { BrandCard } from "@/lib/contract/catalog";
import { type TileBrand, toTileBrand } from "./tile-brand";

type State = { brands: readonly TileBrand[]; status: "loading" | "complete" | "failed" };

/** Kept for as long as the document lives, so that coming back finds the list as it was. */
const loaded = new Map<string, readonly TileBrand[]>();

/**
 * All brands of a country. The page brings the first ones; the others follow once it is usable.
 * @param country its code, and what else belongs into the address.
 * @param total how many there are.
 */
export function useCatalogue(
  country: string,
  first: readonly TileBrand[],
  total: number,
): State & { retry: () => void } {
  const [state, setState] = useState<State>(() => {
    const known = loaded.get(country);
    if (known) return { brands: known, status: "complete" };
    return { brands: first, status: total > first.length ? "loading" : "complete" };
  });
  const retry = useCallback(() => setState((old) => ({ ...old, status: "loading" })), []);

  useEffect(() => {
    if (state.status !== "loading") return;
    const abort = new AbortController();
    readCatalogue(country, abort.signal)
      .then((all) => {
        const brands = inOrder(first, all);
        loaded.set(country, brands);
        setState({ brands, status: "complete" });
      })
      .catch(() => {
        // A failed read is an answer of its own here: the page says so and offers another try.
        if (!abort.signal.aborted) setState((old) => ({ ...old, status: "failed" }));
      });
    return () => abort.abort();
  }, [country, first, state.status]);

  return { ...state, retry };
}

async function readCatalogue(country: string, signal: AbortSignal): Promise<TileBrand[]> {
  const response = await fetch(`/api/catalog/${country}`, { signal });
  if (!response.ok) throw new Error(`The catalogue answered ${response.status}`);
  const { brands } = (await response.json()) as { brands: BrandCard[] };
  return brands.map(toTileBrand);
}

/** The first ones keep their places; what cannot be bought stays at the end. */
function inOrder(first: readonly TileBrand[], all: readonly TileBrand[]): TileBrand[] {
  const fresh = new Map(all.map((brand) => [brand.slug, brand]));
  const head = first.flatMap(({ slug }) => fresh.get(slug) ?? []);
  const ordered = [...new Set([...head, ...all])];
  return [
    ...ordered.filter(({ mark }) => mark !== "out"),
    ...ordered.filter(({ mark }) => mark === "out"),
  ];
}
