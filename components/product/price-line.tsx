import { formatCoin } from "@/components/checkout/format-money";
import { markupOf } from "@/components/checkout/markup";
import type { CoinAmount, FaceValue } from "@/lib/contract/catalog";
import { fill } from "@/lib/i18n/fill";
import type { ProductWords } from "./product-words";

export type Quote =
  | { status: "none" | "loading" | "failed" | "missing" }
  | { status: "ready"; price: CoinAmount; face?: FaceValue | undefined };

type Props = {
  quote: Quote;
  coin: string;
  locale: string;
  words: ProductWords["form"];
  onRetry: () => void;
};

/** About what it costs. Its height is the same in every state, so that the button below stays put. */
export function PriceLine({ quote, coin, locale, words, onRetry }: Props) {
  if (quote.status === "ready") {
    const { price, face } = quote;
    const markup = face && markupOf(price, face, locale);
    return (
      <div className="min-h-16" aria-live="polite" data-testid="price">
        <p className="text-muted text-sm">{words.priceLabel}</p>
        <p className="flex flex-wrap items-baseline gap-x-3">
          <strong className="font-semibold text-xl tabular-nums">
            <bdi>{formatCoin(price)}</bdi>
          </strong>
          {markup ? (
            <span className="text-muted text-sm">{fill(words.markup, { percent: markup })}</span>
          ) : null}
        </p>
      </div>
    );
  }
  const text = {
    none: words.priceNone,
    loading: words.priceLoading,
    failed: words.priceFailed,
    missing: fill(words.priceMissing, { coin }),
  }[quote.status];
  return (
    <div className="min-h-16 text-muted text-sm" aria-live="polite" data-testid="price">
      <p>{text}</p>
      {quote.status === "failed" ? (
        <button
          type="button"
          onClick={onRetry}
          className="min-h-11 font-medium text-brand underline underline-offset-4"
        >
          {words.priceRetry}
        </button>
      ) : null}
    </div>
  );
}
