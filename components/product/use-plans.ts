import { useState } from "react";
import type { CoinAmount } from "@/lib/contract/catalog";
import { pick } from "@/lib/i18n/fill";
import type { AmountOption } from "./amount-option";
import { arrangePlans, lengthsOf, type PlanSort } from "./arrange-plans";

/** Fewer plans are seen at a glance. */
const WORTH_SORTING = 4;

/** The plans of a brand as they are shown: in an order, and of one length or of all. */
export function usePlans(
  options: readonly AmountOption[],
  priceOf: (denomination: string) => CoinAmount | undefined,
  dayForms: { one: string; other: string },
  locale: string,
) {
  const [sort, setSort] = useState<PlanSort>("days");
  const [length, setLength] = useState(0);
  const arePlans =
    options.length >= WORTH_SORTING && options.every(({ measure }) => measure !== undefined);
  if (!arePlans) return { shown: options, tools: undefined };
  const kept = options.filter(({ measure }) => length === 0 || measure?.days === length);
  const shown = arrangePlans(kept, sort, ({ denomination }) => priceOf(denomination));
  const lengths = lengthsOf(options).map((days) => ({
    days,
    label: pick(days, dayForms, locale),
  }));
  const tools = {
    sort,
    onSort: setSort,
    lengths,
    length,
    onLength: setLength,
    shown: shown.length,
    total: options.length,
  };
  return { shown, tools };
}
