"use client";

import { useId, useState } from "react";
import type { OrderPayment } from "@/lib/contract/order-view";
import { fill } from "@/lib/i18n/fill";
import { networkLabel } from "./network-label";
import { useOrderContext } from "./order-context";
import type { OrderMessages } from "./order-messages";
import { QrImage } from "./qr-image";

type Form = "request" | "address" | "amount" | "invoice";
type Choice = { form: Form; value: string };

type Props = { payment: OrderPayment; address: string; qr: string; amount: string };

/** One code at a time, drawn here: what the server chose first, and its parts on request. */
export function QrBlock({ payment, address, qr, amount }: Props) {
  const { messages } = useOrderContext();
  const choices = choicesOf(payment, address, qr, amount);
  const [wanted, setWanted] = useState<Form>();
  const name = useId();
  const shown = choices.find(({ form }) => form === wanted) ?? choices[0];
  if (!shown) return null;
  const { alt, hint } = wordsOf(messages, shown.form);
  const values = { amount, coin: payment.coin, network: networkLabel(payment) };
  return (
    <div className="flex flex-col items-center gap-3">
      <QrImage value={shown.value} title={fill(alt, values)} />
      {choices.length > 1 && (
        <fieldset className="flex w-full max-w-60 flex-wrap gap-1 rounded-field bg-sunken p-1">
          <legend className="sr-only">{messages.qr.label}</legend>
          {choices.map(({ form }) => (
            <label
              key={form}
              className="flex min-h-11 flex-auto cursor-pointer items-center justify-center rounded-field px-2 text-center text-muted text-sm has-checked:bg-surface has-checked:font-medium has-checked:text-ink has-checked:shadow-sm has-focus-visible:outline-2 has-focus-visible:outline-focus sm:min-h-9"
            >
              <input
                type="radio"
                className="sr-only"
                name={name}
                checked={form === shown.form}
                onChange={() => setWanted(form)}
              />
              {messages.qr[form]}
            </label>
          ))}
        </fieldset>
      )}
      {hint && <p className="max-w-64 text-center text-muted text-sm">{hint}</p>}
    </div>
  );
}

/** The first is the one that the server put into `qr`. */
function choicesOf(
  { addressFormat, uri, uriKind }: OrderPayment,
  address: string,
  qr: string,
  amount: string,
): Choice[] {
  if (addressFormat === "lightning") return [{ form: "invoice", value: qr }];
  const request: Choice[] = uri && uriKind === "request" ? [{ form: "request", value: uri }] : [];
  const bare: Choice = { form: "address", value: address };
  const first: Choice = qr === address ? bare : { form: "request", value: qr };
  const rest = [...request, bare].filter(({ form }) => form !== first.form);
  return [first, ...rest, { form: "amount", value: amount }];
}

function wordsOf({ qr }: OrderMessages, form: Form): { alt: string; hint?: string } {
  const words = {
    request: { alt: qr.alt, hint: qr.hintRequest },
    address: { alt: qr.altAddress, hint: qr.hintAddress },
    amount: { alt: qr.altAmount, hint: qr.hintAmount },
    invoice: { alt: qr.alt },
  };
  return words[form];
}
