import { fill } from "@/lib/i18n/fill";
import type { CheckoutMessages } from "./checkout-types";

type Props = {
  title: string;
  quantity: number;
  /** The most that the order has room for. */
  max: number;
  onChange: (quantity: number) => void;
  messages: CheckoutMessages;
};

const STEP =
  "grid size-11 place-items-center rounded-field border border-line-strong bg-surface font-semibold text-lg hover:bg-sunken disabled:text-muted";

/** How many of one product; each of them gets a code of its own. */
export function QuantityField({ title, quantity, max, onChange, messages }: Props) {
  return (
    <fieldset className="flex items-center gap-2">
      <legend className="sr-only">{fill(messages.quantityOf, { product: title })}</legend>
      <button
        type="button"
        className={STEP}
        disabled={quantity <= 1}
        onClick={() => onChange(quantity - 1)}
        aria-label={fill(messages.quantityLess, { product: title })}
      >
        −
      </button>
      <output className="min-w-6 text-center tabular-nums" aria-live="polite">
        {quantity}
      </output>
      <button
        type="button"
        className={STEP}
        disabled={quantity >= max}
        onClick={() => onChange(quantity + 1)}
        aria-label={fill(messages.quantityMore, { product: title })}
      >
        +
      </button>
    </fieldset>
  );
}
