import { useEffect, useState } from "react";
import { type UseFormReturn, useWatch } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { FieldError } from "@/components/ui/field-error";
import { Input } from "@/components/ui/input";
import { fill } from "@/lib/i18n/fill";
import { isNative, networkOf } from "@/lib/payment/networks";
import { takesRefundAddress } from "@/lib/payment/takes-refund-address";
import type { CheckoutMessages, CheckoutValues } from "./checkout-types";
import { describedBy } from "./described-by";
import { networkName } from "./payment-names";
import { anchorOf } from "./problem-summary";

type Props = { form: UseFormReturn<CheckoutValues>; messages: CheckoutMessages };

/** Said before paying, a refund needs no letters afterwards; it cannot be added to an order later. */
export function RefundField({ form, messages }: Props) {
  const id = anchorOf("refund");
  const error = form.formState.errors.refundAddress?.message;
  const isFilled = (useWatch({ control: form.control, name: "refundAddress" }) ?? "") !== "";
  const method = useWatch({ control: form.control, name: "method" });
  const [, coin = "", network = ""] = method.split("|");
  const [isOpen, setOpen] = useState(false);
  const isNeeded = isFilled || error !== undefined;
  useEffect(() => {
    if (isNeeded) setOpen(true);
  }, [isNeeded]);
  useEffect(() => {
    if (!isFilled) form.clearErrors("refundOwn");
  }, [form, isFilled]);
  // What was typed stays when the network changes, and no longer fits it as a rule.
  useEffect(() => {
    if (method !== "" && form.getValues("refundAddress")) void form.trigger("refundAddress");
  }, [form, method]);

  const fits = takesRefundAddress({ coin, network });
  // A network that nothing can be sent back on hides the field, but never what somebody typed into it.
  if (!fits && !isOpen && !isNeeded) return null;
  const hint = fits || !error ? hintOf({ coin, network }, messages) : undefined;
  return (
    <details
      open={isOpen}
      className="group"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="inline-flex min-h-11 cursor-pointer items-center gap-2 font-medium text-brand">
        {messages.refundTitle}
        <span className="font-normal text-muted text-sm">({messages.optional})</span>
      </summary>
      <div className="mt-2 grid gap-1">
        <Field id={id} label={messages.refundLabel} hint={hint} error={error}>
          <Input
            id={id}
            type="text"
            dir="ltr"
            autoComplete="off"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            translate="no"
            maxLength={200}
            {...describedBy(id, { hint, error })}
            {...form.register("refundAddress")}
          />
        </Field>
        <OwnWallet form={form} messages={messages} />
      </div>
    </details>
  );
}

function OwnWallet({ form, messages }: Props) {
  const id = anchorOf("refundOwn");
  const error = form.formState.errors.refundOwn?.message;
  return (
    <div>
      <Checkbox
        id={id}
        label={messages.refundOwn}
        {...describedBy(id, { error })}
        {...form.register("refundOwn")}
      />
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </div>
  );
}

function hintOf(way: { coin: string; network: string }, messages: CheckoutMessages): string {
  const network = networkOf(way.coin, way.network);
  const words = { coin: way.coin, network: networkName(way) };
  if (!takesRefundAddress(way)) return fill(messages.refundUnsupported, words);
  if (network.format === "bitcoin") return messages.refundHintBitcoin;
  // A token goes to an account of its own there, which a new wallet does not have yet.
  const needsAccount = network.format === "solana" && !isNative(way.coin, network);
  return fill(needsAccount ? messages.refundHintSolana : messages.refundHint, words);
}
