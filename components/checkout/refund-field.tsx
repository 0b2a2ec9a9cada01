import { useEffect } from "react";
import { type UseFormReturn, useWatch } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import { describedBy } from "@/components/ui/described-by";
import { Field } from "@/components/ui/field";
import { FieldError } from "@/components/ui/field-error";
import { Input } from "@/components/ui/input";
import { parseMethodId } from "@/lib/cart/payment-choice";
import { fill } from "@/lib/i18n/fill";
import { isNative, networkOf } from "@/lib/payment/networks";
import { takesRefundAddress } from "@/lib/payment/takes-refund-address";
import type { CheckoutMessages, CheckoutValues } from "./checkout-types";
import { OptionalField, useOpened } from "./optional-field";
import { networkName } from "./payment-names";
import { anchorOf } from "./place-anchor";

type Props = { form: UseFormReturn<CheckoutValues>; messages: CheckoutMessages };

/** Said before paying, a refund needs no letters afterwards; it cannot be added to an order later. */
export function RefundField({ form, messages }: Props) {
  const id = anchorOf("refund");
  const error = form.formState.errors.refundAddress?.message;
  const isFilled = (useWatch({ control: form.control, name: "refundAddress" }) ?? "") !== "";
  const method = useWatch({ control: form.control, name: "method" });
  const way = parseMethodId(method);
  const isNeeded = isFilled || error !== undefined;
  const [isOpen, setOpen] = useOpened(isNeeded);
  useEffect(() => {
    if (!isFilled) form.clearErrors("refundOwn");
  }, [form, isFilled]);
  // What was typed stays when the network changes, and no longer fits it as a rule.
  useEffect(() => {
    if (method !== "" && form.getValues("refundAddress")) void form.trigger("refundAddress");
  }, [form, method]);

  const fits = takesRefundAddress(way);
  // A network that nothing can be sent back on hides the field, but never what somebody typed into it.
  if (!fits && !isOpen && !isNeeded) return null;
  const hint = fits || !error ? hintOf(way, messages) : undefined;
  return (
    <OptionalField
      title={messages.refundTitle}
      isOpen={isOpen}
      onToggle={setOpen}
      messages={messages}
    >
      <div className="grid gap-1">
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
    </OptionalField>
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
