"use client";

import { useState } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { fill } from "@/lib/i18n/fill";
import { isAmount, remainder } from "@/lib/payment/amount";
import { useOrderContext } from "./order-context";
import type { OrderMessages } from "./order-messages";

type Props = { due: string; coin: string; network: string };

/**
 * Helps those who withdraw from an exchange to make the exact amount arrive. Which fee an exchange
 * keeps is known to the exchange alone, so the page compares what it says and computes nothing else.
 */
export function ExchangeCheck({ due, coin, network }: Props) {
  const { messages } = useOrderContext();
  const [arriving, setArriving] = useState("");
  const text = messages.exchange;
  // "1,234" is a thousand to some and one to others, so three digits after a comma are not guessed.
  const typed = arriving.trim().replace(/^0,|,(?!\d{3}$)/, (comma) => comma.replace(",", "."));
  const readable = isAmount(typed);
  const error = typed !== "" && !readable ? fill(text.unreadable, { example: due }) : undefined;
  const result = readable ? compare(due, typed, coin, text) : undefined;

  return (
    <Disclosure title={text.title}>
      <p className="mb-4 max-w-prose text-muted text-sm">{text.text}</p>
      <div className="max-w-sm">
        <Field id="exchange-arriving" label={fill(text.label, { coin })} error={error}>
          <Input
            id="exchange-arriving"
            inputMode="decimal"
            autoComplete="off"
            maxLength={40}
            dir="ltr"
            value={arriving}
            onChange={(event) => setArriving(event.target.value)}
            aria-invalid={error !== undefined}
            aria-describedby={error ? "exchange-arriving-error" : "exchange-result"}
          />
        </Field>
      </div>
      <p
        id="exchange-result"
        role="status"
        className={`mt-3 font-medium empty:hidden ${result?.look ?? ""}`}
        data-testid="exchange-result"
      >
        {result?.sentence}
      </p>
      <p className="mt-4 max-w-prose text-muted text-sm">{fill(text.warnings, { network })}</p>
    </Disclosure>
  );
}

type Result = { look: string; sentence: string };

function compare(
  due: string,
  arriving: string,
  coin: string,
  text: OrderMessages["exchange"],
): Result {
  const missing = remainder(due, arriving);
  if (missing) {
    return { look: "text-danger", sentence: fill(text.less, { amount: missing, coin, due }) };
  }
  const excess = remainder(arriving, due);
  if (excess) return { look: "text-warn", sentence: fill(text.more, { amount: excess, coin }) };
  return { look: "text-ok", sentence: text.exact };
}
