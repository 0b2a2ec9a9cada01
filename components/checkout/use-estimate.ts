import { useEffect, useState } from "react";
import type { CoinAmount } from "@/lib/contract/catalog";
import type { CheckoutChoice } from "./checkout-types";

export type Estimate =
  | { state: "ready"; price: CoinAmount; markupPercent?: string }
  | { state: "loading" }
  | { state: "none" };

const DEBOUNCE_MS = 350;
const NONE: Estimate = { state: "none" };
const LOADING: Estimate = { state: "loading" };

/**
 * About what the order will cost in a coin. It never blocks anything: the exact price comes from the
 * validation, so whatever goes wrong here only means that no estimate is shown.
 * @param value the value of a range, or `undefined` while what was typed is none.
 */
export function useEstimate(
  choice: CheckoutChoice,
  coin: string,
  value: string | undefined,
  locale: string,
): Estimate {
  const { country, slug, product } = choice;
  const known =
    product.type === "fixed" && product.price?.coin === coin ? product.price : undefined;
  const path = known ? undefined : estimatePath({ country, slug, coin, value, locale, product });
  const [answer, setAnswer] = useState<{ path: string; estimate: Estimate }>();

  useEffect(() => {
    if (path === undefined) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      void loadEstimate(path, product.denomination, abort.signal).then((estimate) => {
        if (!abort.signal.aborted) setAnswer({ path, estimate });
      });
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [path, product.denomination]);

  if (known) return { state: "ready", price: known };
  if (path === undefined) return NONE;
  return answer?.path === path ? answer.estimate : LOADING;
}

type Wanted = Pick<CheckoutChoice, "country" | "slug" | "product"> & {
  coin: string;
  value: string | undefined;
  locale: string;
};

/** A range is priced by its value; a fixed amount stands in the brand's product list. */
function estimatePath(wanted: Wanted): string | undefined {
  const { country, slug, product, coin, value, locale } = wanted;
  if (coin === "") return undefined;
  if (product.type === "fixed") {
    const brand = `/api/catalog/${country}/brands/${encodeURIComponent(slug)}`;
    return `${brand}?${new URLSearchParams({ coin, lang: locale })}`;
  }
  if (value === undefined) return undefined;
  return `/api/price?${new URLSearchParams({ country, brand: slug, value, coin })}`;
}

type PriceReply = { price?: CoinAmount; markupPercent?: string };
type BrandReply = { products?: { denomination: string; price?: CoinAmount }[] };

async function loadEstimate(
  path: string,
  denomination: string,
  signal: AbortSignal,
): Promise<Estimate> {
  try {
    const response = await fetch(path, { signal });
    if (!response.ok) return NONE;
    const reply = (await response.json()) as PriceReply & BrandReply;
    const listed = reply.products?.find((product) => product.denomination === denomination);
    const price = reply.price ?? listed?.price;
    if (typeof price?.amount !== "string" || typeof price.coin !== "string") return NONE;
    const { markupPercent } = reply;
    return { state: "ready", price, ...(markupPercent === undefined ? {} : { markupPercent }) };
  } catch {
    return NONE;
  }
}
