"use client";

import { useCallback, useEffect, useState } from "react";
import type { CoinAmount } from "@/lib/contract/catalog";

export type RangePrice =
  | { status: "none" }
  | { status: "loading" }
  | { status: "failed" }
  | { status: "ready"; price: CoinAmount };

type Brand = { country: string; slug: string };

const TYPING_MS = 350;

/**
 * What a value of the range costs now. Only the answer to the last question counts: an earlier one is
 * aborted.
 * @param value `undefined` while what was typed is no value of the range.
 */
export function useRangePrice(
  { country, slug }: Brand,
  value: string | undefined,
  coin: string,
): { quote: RangePrice; retry: () => void } {
  const [answer, setAnswer] = useState<{ path: string; quote: RangePrice }>();
  const [attempt, setAttempt] = useState(0);
  const path =
    value === undefined
      ? undefined
      : `/api/price?${new URLSearchParams({ country, brand: slug, value, coin })}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks the same again.
  useEffect(() => {
    if (path === undefined) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      readPrice(path, abort.signal)
        .then((price) => setAnswer({ path, quote: { status: "ready", price } }))
        .catch(() => {
          // The price is fixed at checkout; without an estimate the page says so and goes on.
          if (!abort.signal.aborted) setAnswer({ path, quote: { status: "failed" } });
        });
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [path, attempt]);

  const retry = useCallback(() => {
    setAnswer(undefined);
    setAttempt((count) => count + 1);
  }, []);
  if (path === undefined) return { quote: { status: "none" }, retry };
  return { quote: answer?.path === path ? answer.quote : { status: "loading" }, retry };
}

async function readPrice(path: string, signal: AbortSignal): Promise<CoinAmount> {
  const response = await fetch(path, { signal });
  if (!response.ok) throw new Error(`The price answered ${response.status}`);
  const { price } = (await response.json()) as { price?: CoinAmount };
  if (typeof price?.amount !== "string") throw new Error("The price is not in the answer");
  return price;
}
