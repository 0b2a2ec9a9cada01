import { useEffect } from "react";
import { formatCoin } from "@/components/checkout/format-money";
import { fill } from "@/lib/i18n/fill";
import type { AmountOption } from "./amount-option";
import { AmountTiles, type AmountTilesProps, RANGE_CHOICE } from "./amount-tiles";
import { unitPrice } from "./arrange-plans";
import { PlanTools } from "./plan-tools";
import type { ProductWords } from "./product-words";
import { usePlans } from "./use-plans";

type Props = AmountTilesProps & {
  locale: string;
  /** A number of days in words. */
  inDays: string;
  words: ProductWords["form"]["plans"];
};

/** Many plans as tiles: ordered, narrowed, and each with what a unit of it costs. */
export function PlanTiles({ locale, inDays, words, ...tiles }: Props) {
  const { options, chosen, onChoose, priceOf } = tiles;
  const { shown, tools } = usePlans(options, priceOf, { locale, inDays, words });
  const [first] = shown;
  useEffect(() => {
    // What is not shown cannot stay chosen: nobody would see what they are about to buy.
    const isSeen = chosen === RANGE_CHOICE || shown.some((plan) => plan.denomination === chosen);
    if (first && !isSeen) onChoose(first.denomination);
  });
  const unitPriceOf = ({ denomination, measure }: AmountOption): string | undefined => {
    const price = priceOf(denomination);
    const { gigabytes, days } = measure ?? {};
    // Without a limit only the days can be compared.
    const [units, text] =
      gigabytes === undefined ? [days?.toString(), words.perDay] : [gigabytes, words.perGb];
    const unit = price && units !== undefined ? unitPrice(price, units) : undefined;
    return unit && fill(text, { price: `≈ ${formatCoin(unit)}` });
  };
  return (
    <AmountTiles
      {...tiles}
      tools={<PlanTools {...tools} locale={locale} words={words} />}
      options={shown}
      unitPriceOf={unitPriceOf}
    />
  );
}
