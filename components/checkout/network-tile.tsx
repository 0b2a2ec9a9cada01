import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import { isBelowMinimum, isRecommended, methodId } from "@/lib/cart/payment-choice";
import type { CoinAmount, PaymentMethod } from "@/lib/contract/catalog";
import { fill } from "@/lib/i18n/fill";
import { formatLocale } from "@/lib/i18n/format-locale";
import { inOrder } from "@/lib/i18n/in-order";
import type { NetworkFee } from "@/lib/payment/network-fees";
import type { CheckoutMessages } from "./checkout-types";
import { formatCoin } from "./format-money";
import { networkName, viaName } from "./payment-names";
import { roundUp } from "./round-up";

type Props = {
  method: PaymentMethod;
  checked: boolean;
  /** Why the method cannot be chosen; it is shown all the same, so that nobody looks for it. */
  closed: string | undefined;
  estimate: CoinAmount | undefined;
  /** What a transfer on this network usually costs. */
  fee: NetworkFee | undefined;
  messages: CheckoutMessages;
  locale: string;
  onChoose: () => void;
};

export function NetworkTile({
  method,
  checked,
  closed,
  estimate,
  fee,
  messages,
  locale,
  onChoose,
}: Props) {
  const id = `network-${methodId(method).replace(/\W+/g, "-")}`;
  const via = viaName(method.via);
  const { minimum } = method;
  const tooSmall = isBelowMinimum(method, estimate);
  return (
    <label
      htmlFor={id}
      className={`grid min-h-16 grid-cols-[auto_1fr] items-start gap-x-3 rounded-card border p-3 ${
        closed !== undefined
          ? "cursor-not-allowed border-line bg-sunken text-muted"
          : checked
            ? "cursor-pointer border-brand bg-brand-soft"
            : "cursor-pointer border-line bg-surface hover:border-muted"
      } has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2`}
    >
      <input
        id={id}
        type="radio"
        name="checkout-network"
        className="mt-1 size-4 accent-brand"
        checked={checked && closed === undefined}
        disabled={closed !== undefined}
        aria-describedby={`${id}-more`}
        onChange={onChoose}
      />
      <span className="grid gap-1">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-semibold">{via ?? networkName(method)}</span>
          {isRecommended(method) && closed === undefined ? (
            <Badge tone="ok">{messages.recommended}</Badge>
          ) : null}
        </span>
        <span id={`${id}-more`} className="grid gap-1 text-muted text-sm">
          {closed === undefined ? (
            <>
              {via ? (
                <span>{fill(messages.externalVia, { via, network: networkName(method) })}</span>
              ) : null}
              {minimum ? (
                <span className={tooSmall ? "text-warn" : undefined}>
                  {fill(messages.minimum, { amount: formatCoin(roundUp(minimum)) })}
                  {tooSmall ? ` – ${messages.belowMinimum}` : ""}
                </span>
              ) : null}
              {fee ? <span>{feeText(fee, messages, locale)}</span> : null}
            </>
          ) : (
            <span className="text-warn">{closed}</span>
          )}
          {method.verifiedToken ? (
            <span className="inline-flex items-center gap-1">
              <Icon name="shield" size={16} />
              {messages.verifiedToken}
            </span>
          ) : null}
        </span>
      </span>
    </label>
  );
}

function feeText(fee: NetworkFee, messages: CheckoutMessages, locale: string): string {
  const dollars = new Intl.NumberFormat(formatLocale(locale), {
    style: "currency",
    currency: "USD",
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: 2,
    maximumFractionDigits: 3,
  });
  // The formatter takes decimal texts as they are; its type does not know that everywhere.
  const [low, high] = [fee.lowUsd, fee.highUsd].map((text) => dollars.format(text as `${number}`));
  const minutes = fee.seconds >= 90;
  const time = fill(
    minutes ? messages.timeMinutes : messages.timeSeconds,
    { count: minutes ? Math.round(fee.seconds / 60) : fee.seconds },
    locale,
  );
  return fill(messages.typicalFee, { fee: inOrder(`${low}–${high}`, locale), time });
}
