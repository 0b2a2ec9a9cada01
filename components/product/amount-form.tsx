"use client";

import { type FormEvent, lazy, Suspense, useRef, useState } from "react";
import { checkAmount } from "@/components/checkout/amount-check";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Select } from "@/components/ui/select";
import type { CartItem } from "@/lib/cart/cart-item";
import type { Locale } from "@/lib/i18n/locales";
import { AddToCart } from "./add-to-cart";
import type { AmountOption, AmountRange } from "./amount-option";
import { AmountTiles, RANGE_CHOICE } from "./amount-tiles";
import { arePlans } from "./are-plans";
import { type FitAnswers, fitOf } from "./fit-of";
import { PriceLine, type Quote } from "./price-line";
import type { ProductWords } from "./product-words";
import { RANGE_ID, RangeField } from "./range-field";
import { rangeProblem } from "./range-problem";
import { RegionFitField } from "./region-fit-field";
import { useFit } from "./use-fit";
import { useFixedPrices } from "./use-fixed-prices";
import { useRangePrice } from "./use-range-price";

/** Only a long list of plans needs them; where they cannot be loaded the plans are tiles like others. */
const PlanTiles = lazy(() =>
  import("./plan-tiles").then(
    (loaded) => ({ default: loaded.PlanTiles }),
    () => ({ default: AmountTiles }),
  ),
);

type Props = {
  action: string;
  country: string;
  slug: string;
  locale: Locale;
  words: ProductWords["form"];
  options: readonly AmountOption[];
  range?: AmountRange | undefined;
  coins: readonly string[];
  homeCoin: string;
  /** A number of days in words. */
  inDays: string;
  /** Where each product works, for whoever will use it; absent where a number or an account decides. */
  fits?: Readonly<Record<string, FitAnswers>>;
  fitWords: ProductWords["fit"];
  /** More fields of the form, sent as they are. */
  hidden?: Readonly<Record<string, string>>;
  /** Whether the product can be put aside for an order of several. */
  withCart?: boolean;
};

/** A form that works as it is: the script only adds prices and checks what was typed. */
export function AmountForm(props: Props) {
  const { action, country, slug, locale, words, options, range, coins, homeCoin, inDays } = props;
  const { fits = {}, hidden = {}, withCart = true } = props;
  const form = useRef<HTMLFormElement>(null);
  const [coin, setCoin] = useState(homeCoin);
  const [chosen, setChosen] = useState(options[0]?.denomination ?? RANGE_CHOICE);
  const [typed, setTyped] = useState("");
  const [isChecked, setChecked] = useState(false);
  const isRange = range !== undefined && chosen === RANGE_CHOICE;
  const check = isRange ? checkAmount(typed, range) : undefined;
  const problem = check && range && rangeProblem(check, range, words.errors, locale);
  const value = check?.kind === "ok" ? check.value : undefined;
  const fixed = useFixedPrices({ country, slug, locale }, options, coin, homeCoin);
  const ranged = useRangePrice({ country, slug }, value, coin);

  const priceOf = (denomination: string) => fixed.prices[denomination];
  const tiles = {
    legend: options.some(({ notes }) => notes.length > 0) ? words.planTitle : words.title,
    options,
    chosen,
    onChoose: setChosen,
    priceOf,
    otherLabel: range ? words.other : undefined,
  };
  const option = options.find(({ denomination }) => denomination === chosen);
  const answers = fitOf(fits, chosen, option?.label ?? "");
  const fit = useFit(answers, { country, slug, denomination: chosen });

  /** Whether the choice can be bought; if not, the place where it says why has the focus. */
  const isReady = (): boolean => {
    // Tiles that are painted and not yet alive may show another choice than the one known here.
    const shown = form.current && new FormData(form.current).get("d");
    if (typeof shown === "string" && shown !== chosen) {
      setChosen(shown);
      return false;
    }
    setChecked(problem !== undefined);
    const unaccepted = fit.ask();
    const first = problem !== undefined ? RANGE_ID : unaccepted;
    if (first !== undefined) {
      document.getElementById(first)?.focus();
      return false;
    }
    fit.remember();
    return true;
  };
  const submit = (event: FormEvent) => {
    if (!isReady()) event.preventDefault();
  };
  const choose = (): CartItem | undefined => {
    if (!isReady()) return undefined;
    const product = value === undefined ? { denomination: chosen } : { value };
    return { country, slug, quantity: 1, ...product };
  };

  return (
    <form ref={form} action={action} method="get" onSubmit={submit} autoComplete="off" noValidate>
      <input type="hidden" name="c" value={country} />
      <input type="hidden" name="b" value={slug} />
      {Object.entries(hidden).map(([name, text]) => (
        <input key={name} type="hidden" name={name} value={text} />
      ))}
      <div className="grid gap-5 p-4 sm:p-6">
        {options.length > 0 ? (
          arePlans(options) ? (
            <Suspense fallback={<AmountTiles {...tiles} />}>
              <PlanTiles {...tiles} inDays={inDays} locale={locale} words={words.plans} />
            </Suspense>
          ) : (
            <AmountTiles {...tiles} />
          )
        ) : (
          <h2 className="font-semibold text-lg">{words.title}</h2>
        )}
        {range && (isRange || options.length > 0) ? (
          <RangeField
            range={range}
            typed={typed}
            onType={setTyped}
            onLeave={() => setChecked(typed.trim() !== "")}
            error={isChecked ? problem : undefined}
            disabled={!isRange}
            words={words}
          />
        ) : null}
        {fit.field ? <RegionFitField {...fit.field} words={props.fitWords} /> : null}
        <Field id="amount-coin" label={words.coinLabel} hint={words.coinHint}>
          <Select
            id="amount-coin"
            name="coin"
            value={coin}
            onChange={(event) => setCoin(event.target.value)}
            aria-describedby="amount-coin-hint"
          >
            {coins.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </Select>
        </Field>
      </div>
      <div className="buy-bar grid gap-2 rounded-b-card border-line border-t bg-surface px-4 pt-3 pb-[max(1rem,env(safe-area-inset-bottom))] sm:px-6 sm:pb-6">
        <PriceLine
          quote={isRange ? rangeQuote(ranged.quote, value, range) : fixedQuote(fixed, option)}
          coin={coin}
          locale={locale}
          words={words}
          onRetry={isRange ? ranged.retry : fixed.retry}
        />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" size="lg" className="flex-auto px-4!">
            {words.submit}
            <Icon name="arrow" />
          </Button>
          {withCart ? (
            <AddToCart
              choose={choose}
              ownRecipient={(isRange ? range : option)?.ownRecipient ?? false}
              locale={locale}
              words={words}
            />
          ) : null}
        </div>
        <p className="text-muted text-xs">{words.priceNote}</p>
      </div>
    </form>
  );
}

function rangeQuote(
  quote: ReturnType<typeof useRangePrice>["quote"],
  amount: string | undefined,
  { currency }: AmountRange,
): Quote {
  if (quote.status !== "ready" || amount === undefined) return quote;
  return { ...quote, face: { amount, currency } };
}

function fixedQuote(
  { status, prices }: Pick<ReturnType<typeof useFixedPrices>, "status" | "prices">,
  option: AmountOption | undefined,
): Quote {
  if (!option) return { status: "none" };
  if (status !== "ready") return { status };
  const price = prices[option.denomination];
  return price ? { status: "ready", price, face: option.face } : { status: "missing" };
}
