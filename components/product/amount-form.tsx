"use client";

import { type FormEvent, lazy, Suspense, useState } from "react";
import { formatCoin } from "@/components/checkout/format-money";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Select } from "@/components/ui/select";
import { browserStore } from "@/lib/cart/browser-storage";
import type { CartItem } from "@/lib/cart/cart-item";
import type { UsePlace } from "@/lib/checkout/region-fit";
import { rememberPlaceOfUse } from "@/lib/device/place-of-use";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locales";
import { AddToCart } from "./add-to-cart";
import type { AmountOption, AmountRange } from "./amount-option";
import { AmountTiles, RANGE_CHOICE } from "./amount-tiles";
import { unitPrice } from "./arrange-plans";
import { PriceLine, type Quote } from "./price-line";
import type { ProductWords } from "./product-words";
import { RANGE_ID, RangeField } from "./range-field";
import { rangeProblem, toValue } from "./range-problem";
import { FIT_CONSENT_ID, type FitAnswers, RegionFitField } from "./region-fit-field";
import { useFixedPrices } from "./use-fixed-prices";
import { usePlans } from "./use-plans";
import { useRangePrice } from "./use-range-price";

/** Only a long list of plans has them. */
const PlanTools = lazy(async () => ({ default: (await import("./plan-tools")).PlanTools }));

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
  /** Where it works, for whoever will use it; absent where a number or an account decides. */
  fit?: FitAnswers | undefined;
  fitWords: ProductWords["fit"];
  /** More fields of the form, sent as they are. */
  hidden?: Readonly<Record<string, string>>;
  /** Whether the product can be put aside for an order of several. */
  withCart?: boolean;
};

/** A form that works as it is: the script only adds prices and checks what was typed. */
export function AmountForm(props: Props) {
  const { action, country, slug, locale, words, options, range, coins, homeCoin, inDays, fit } =
    props;
  const { hidden = {}, withCart = true } = props;
  const [coin, setCoin] = useState(homeCoin);
  const [chosen, setChosen] = useState(options[0]?.denomination ?? RANGE_CHOICE);
  const [typed, setTyped] = useState("");
  const [isChecked, setChecked] = useState(false);
  const [place, setPlace] = useState<UsePlace>("here");
  const [isAccepted, setAccepted] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const isRange = range !== undefined && chosen === RANGE_CHOICE;
  const problem = isRange ? rangeProblem(typed, range, words.errors, locale) : undefined;
  const value = isRange && problem === undefined ? toValue(typed) : undefined;
  const fixed = useFixedPrices({ country, slug, locale }, options, coin, homeCoin);
  const ranged = useRangePrice({ country, slug }, value, coin);

  const priceOf = (denomination: string) => fixed.prices[denomination];
  const plans = usePlans(options, priceOf, { locale, inDays, words: words.plans });
  const [firstShown] = plans.shown;
  // What is not shown cannot stay chosen: nobody would see what they are about to buy.
  if (firstShown && !isRange && !plans.shown.some(({ denomination }) => denomination === chosen)) {
    setChosen(firstShown.denomination);
  }
  const unitPriceOf = ({ denomination, measure }: AmountOption): string | undefined => {
    const price = priceOf(denomination);
    const { gigabytes, days } = measure ?? {};
    // Without a limit only the days can be compared.
    const [units, text] =
      gigabytes === undefined
        ? [days?.toString(), words.plans.perDay]
        : [gigabytes, words.plans.perGb];
    const unit = price && units !== undefined ? unitPrice(price, units) : undefined;
    return unit && fill(text, { price: `≈ ${formatCoin(unit)}` });
  };
  const option = options.find(({ denomination }) => denomination === chosen);

  /** Whether the choice can be bought; if not, the place where it says why has the focus. */
  const isReady = (): boolean => {
    const isUnaccepted = fit?.[place].risky === true && !isAccepted;
    setChecked(problem !== undefined);
    setAsked(isUnaccepted);
    if (problem !== undefined || isUnaccepted) {
      const first = problem !== undefined ? RANGE_ID : FIT_CONSENT_ID;
      document.getElementById(first)?.focus();
      return false;
    }
    if (fit) rememberPlaceOfUse(browserStore("localStorage"), { country, slug }, place);
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
    <form action={action} method="get" onSubmit={submit} autoComplete="off" noValidate>
      <input type="hidden" name="c" value={country} />
      <input type="hidden" name="b" value={slug} />
      {Object.entries(hidden).map(([name, text]) => (
        <input key={name} type="hidden" name={name} value={text} />
      ))}
      <div className="grid gap-5 p-4 sm:p-6">
        {options.length > 0 ? (
          <AmountTiles
            legend={options.some(({ notes }) => notes.length > 0) ? words.planTitle : words.title}
            tools={
              plans.tools ? (
                <Suspense>
                  <PlanTools {...plans.tools} locale={locale} words={words.plans} />
                </Suspense>
              ) : null
            }
            options={plans.shown}
            chosen={chosen}
            onChoose={setChosen}
            priceOf={priceOf}
            unitPriceOf={plans.tools ? unitPriceOf : undefined}
            otherLabel={range ? words.other : undefined}
          />
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
        {fit ? (
          <RegionFitField
            answers={fit}
            place={place}
            onPlace={setPlace}
            accepted={isAccepted}
            onAccept={setAccepted}
            isMissing={isAsked && !isAccepted}
            words={props.fitWords}
          />
        ) : null}
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
      <div className="sticky bottom-0 grid gap-2 rounded-b-card border-line border-t bg-surface px-4 pt-3 pb-[max(1rem,env(safe-area-inset-bottom))] sm:static sm:px-6 sm:pb-6">
        <PriceLine
          quote={isRange ? rangeQuote(ranged.quote, value, range) : fixedQuote(fixed, option)}
          coin={coin}
          locale={locale}
          words={words}
          onRetry={isRange ? ranged.retry : fixed.retry}
        />
        <Button type="submit" size="lg" className="w-full">
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
        <p className="text-muted text-xs">{words.priceNote}</p>
      </div>
    </form>
  );
}

function rangeQuote(
  quote: ReturnType<typeof useRangePrice>["quote"],
  value: string | undefined,
  { currency }: AmountRange,
): Quote {
  if (quote.status !== "ready" || value === undefined) return { status: quoteStatus(quote) };
  return { status: "ready", price: quote.price, face: { amount: value, currency } };
}

function quoteStatus({ status }: { status: string }): "none" | "loading" | "failed" {
  return status === "loading" || status === "failed" ? status : "none";
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
