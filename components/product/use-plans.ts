import { useState } from "react";
import type { CoinAmount } from "@/lib/contract/catalog";
import { fill } from "@/lib/i18n/fill";
import { formatLocale } from "@/lib/i18n/format-locale";
import type { AmountOption } from "./amount-option";
import { arrangePlans, type PlanSort } from "./arrange-plans";
import { filterChoices, narrowPlans, type PlanFilter, UNLIMITED } from "./narrow-plans";
import type { ProductWords } from "./product-words";

type Words = {
  locale: string;
  /** A number of days in words. */
  inDays: string;
  words: ProductWords["form"]["plans"];
};

/** The plans of a brand as they are shown: in an order, and all of them or those that were asked for. */
export function usePlans(
  options: readonly AmountOption[],
  priceOf: (denomination: string) => CoinAmount | undefined,
  { locale, inDays, words }: Words,
) {
  const [sort, setSort] = useState<PlanSort>("days");
  const [filter, setFilter] = useState<PlanFilter>({});
  const kept = narrowPlans(options, filter);
  const shown = arrangePlans(kept, sort, ({ denomination }) => priceOf(denomination));
  const { days, data, region } = filterChoices(options, filter);
  const amount = new Intl.NumberFormat(formatLocale(locale), { maximumFractionDigits: 3 });
  const choices = {
    days: days.map((count) => ({ value: `${count}`, label: fill(inDays, { count }, locale) })),
    data: data.map((value) => ({
      value,
      label:
        value === UNLIMITED
          ? words.dataUnlimited
          : fill(words.dataGb, { amount: amount.format(Number(value)) }),
    })),
    region: region.map(({ code, name }) => ({ value: code, label: name })),
  };
  const onFilter = (key: keyof PlanFilter, value: string) => {
    const wish = value === "" ? undefined : value;
    setFilter({ ...filter, [key]: key === "days" && wish ? Number(wish) : wish });
  };
  const tools = { sort, onSort: setSort, filter, choices, onFilter };
  return { shown, tools: { ...tools, shown: shown.length, total: options.length } };
}
