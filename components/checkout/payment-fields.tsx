import { type UseFormReturn, useWatch } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { coinsOf, methodId, networksOf, preferredMethod } from "@/lib/cart/payment-choice";
import type { CoinAmount, PaymentMethod } from "@/lib/contract/catalog";
import { fill } from "@/lib/i18n/fill";
import { formatLocale } from "@/lib/i18n/format-locale";
import { NETWORK_FEES_AS_OF, type NetworkFee, networkFee } from "@/lib/payment/network-fees";
import type { CheckoutMessages, CheckoutValues } from "./checkout-types";
import { NetworkTile } from "./network-tile";
import { anchorOf } from "./place-anchor";

type Props = {
  form: UseFormReturn<CheckoutValues>;
  methods: readonly PaymentMethod[];
  /** Methods that this order was refused for, by id, with the reason. */
  refused: Readonly<Record<string, string>>;
  estimate: CoinAmount | undefined;
  /** The shop's own figures, which stand before the table's. */
  networkFees: Readonly<Record<string, NetworkFee>> | undefined;
  messages: CheckoutMessages;
  locale: string;
};

export function PaymentFields(props: Props) {
  const { form, methods, refused, estimate, networkFees, messages, locale } = props;
  const coin = useWatch({ control: form.control, name: "coin" });
  const chosen = useWatch({ control: form.control, name: "method" });
  const error = form.formState.errors.method?.message;
  const id = anchorOf("payment");
  const networks = networksOf(methods, coin, { estimate, networkFees });

  const choose = (name: "coin" | "method", value: string) => {
    form.setValue(name, value, { shouldDirty: true });
    form.clearErrors("method");
  };
  const chooseCoin = (next: string) => {
    const open = methods.filter((method) => refused[methodId(method)] === undefined);
    const first = preferredMethod(
      open.filter((method) => method.coin === next),
      { coin: next, defaults: { coin: "", network: "" } },
    );
    choose("method", first ? methodId(first) : "");
    choose("coin", next);
  };

  return (
    <div className="grid gap-5">
      <Field id="checkout-coin" label={messages.coinLabel}>
        <Select
          id="checkout-coin"
          value={coin}
          onChange={(event) => chooseCoin(event.target.value)}
        >
          {coinsOf(methods).map((option) => (
            <option key={option.coin} value={option.coin} disabled={!option.usable}>
              {option.usable ? option.coin : fill(messages.coinPaused, { coin: option.coin })}
            </option>
          ))}
        </Select>
      </Field>
      <fieldset
        id={id}
        tabIndex={-1}
        aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
        className="grid gap-2"
      >
        <legend className="font-medium">{messages.networkLabel}</legend>
        <p id={`${id}-hint`} className="text-muted text-sm">
          {messages.networkHint}
        </p>
        <div className="grid gap-2 sm:grid-cols-2">
          {networks.map((method) => (
            <NetworkTile
              key={methodId(method)}
              method={method}
              checked={chosen === methodId(method)}
              closed={closedBecause(method, refused, messages)}
              estimate={estimate}
              fee={networkFee(method, networkFees)}
              messages={messages}
              locale={locale}
              onChoose={() => choose("method", methodId(method))}
            />
          ))}
        </div>
        <p className="text-muted text-sm">
          {fill(messages.typicalNote, { date: monthOf(NETWORK_FEES_AS_OF, locale) })}
        </p>
        {error ? (
          <p id={`${id}-error`} className="font-medium text-danger text-sm">
            {error}
          </p>
        ) : null}
      </fieldset>
    </div>
  );
}

function monthOf(month: string, locale: string): string {
  const format = new Intl.DateTimeFormat(formatLocale(locale), {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return format.format(new Date(`${month}-15T00:00:00Z`));
}

function closedBecause(
  method: PaymentMethod,
  refused: Readonly<Record<string, string>>,
  messages: CheckoutMessages,
): string | undefined {
  if (method.coinSuspended) return fill(messages.coinIsPaused, { coin: method.coin });
  if (method.networkSuspended) return messages.networkPaused;
  return refused[methodId(method)];
}
