import { useEffect, useRef, useState } from "react";
import type { CoinAmount } from "@/lib/contract/catalog";
import { sumOf, timesOf } from "@/lib/payment/amount";
import type { CheckoutLine, PricedLine } from "./checkout-types";

export type Estimate =
  | { state: "ready"; price: CoinAmount }
  | { state: "loading" }
  | { state: "none" };

const DEBOUNCE_MS = 350;
const NONE: Estimate = { state: "none" };
const LOADING: Estimate = { state: "loading" };

/**
 * About what each line and the whole order will cost in a coin. It never blocks anything: the exact
 * price comes from the validation, so whatever goes wrong here only means that no estimate is shown.
 * Answers are kept by what was asked, so that a late one never stands for something newer.
 */
export function useEstimates(lines: readonly PricedLine[], coin: string, locale: string) {
  const [answers, setAnswers] = useState<Readonly<Record<string, Estimate>>>({});
  const latest = useRef(answers);
  latest.current = answers;
  const asked = JSON.stringify(lines.map((one) => askFor(one, coin, locale)).filter(Boolean));

  useEffect(() => {
    const abort = new AbortController();
    const load = async (ask: Ask) => {
      const estimate = await loadEstimate(ask, abort.signal);
      if (!abort.signal.aborted) setAnswers((known) => ({ ...known, [keyOf(ask)]: estimate }));
    };
    const timer = setTimeout(() => {
      for (const ask of JSON.parse(asked) as Ask[]) {
        if (latest.current[keyOf(ask)]?.state !== "ready") void load(ask);
      }
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [asked]);

  const byLine: Record<string, Estimate> = {};
  for (const one of lines) {
    const ask = askFor(one, coin, locale);
    const known = knownPrice(one.line, coin);
    const unit = known ?? (ask ? (answers[keyOf(ask)] ?? LOADING) : NONE);
    byLine[one.line.key] = times(unit, one.line.quantity);
  }
  return { byLine, total: sum(Object.values(byLine), coin) };
}

function times(estimate: Estimate, quantity: number): Estimate {
  if (estimate.state !== "ready" || quantity === 1) return estimate;
  const { amount, coin } = estimate.price;
  return { state: "ready", price: { amount: timesOf(amount, quantity), coin } };
}

function sum(estimates: readonly Estimate[], coin: string): Estimate {
  if (estimates.some(({ state }) => state === "none")) return NONE;
  const amounts = estimates.flatMap((one) => (one.state === "ready" ? [one.price.amount] : []));
  if (amounts.length < estimates.length) return LOADING;
  return { state: "ready", price: { amount: sumOf(amounts), coin } };
}

function knownPrice({ product }: CheckoutLine, coin: string): Estimate | undefined {
  const { type, price } = product;
  return type === "fixed" && price?.coin === coin ? { state: "ready", price } : undefined;
}

type Ask = { path: string; denomination: string };
const keyOf = ({ path, denomination }: Ask): string => `${path} ${denomination}`;

/** A range is priced by its value; a fixed amount stands in the brand's product list. */
function askFor({ line, value }: PricedLine, coin: string, locale: string): Ask | undefined {
  const { country, slug, product } = line;
  const { denomination } = product;
  if (coin === "" || knownPrice(line, coin)) return undefined;
  if (product.type === "fixed") {
    const brand = `/api/catalog/${country}/brands/${encodeURIComponent(slug)}`;
    return { path: `${brand}?${new URLSearchParams({ coin, lang: locale })}`, denomination };
  }
  if (value === undefined) return undefined;
  const query = new URLSearchParams({ country, brand: slug, value, coin });
  return { path: `/api/price?${query}`, denomination };
}

type PriceReply = { price?: CoinAmount };
type BrandReply = { products?: { denomination: string; price?: CoinAmount }[] };

async function loadEstimate({ path, denomination }: Ask, signal: AbortSignal): Promise<Estimate> {
  try {
    const response = await fetch(path, { signal });
    if (!response.ok) return NONE;
    const reply = (await response.json()) as PriceReply & BrandReply;
    const listed = reply.products?.find((product) => product.denomination === denomination);
    const price = reply.price ?? listed?.price;
    if (typeof price?.amount !== "string" || typeof price.coin !== "string") return NONE;
    return { state: "ready", price };
  } catch {
    return NONE;
  }
}
