import type { UseFormReturn } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { fill } from "@/lib/i18n/fill";
import type { CheckoutChoice, CheckoutMessages, CheckoutValues } from "./checkout-types";
import { describedBy } from "./described-by";
import { formatMoney } from "./format-money";
import { anchorOf } from "./problem-summary";

type Props = {
  form: UseFormReturn<CheckoutValues>;
  choice: CheckoutChoice;
  /** The highest amount that a spending limit still allows, offered with one click. */
  left: string | undefined;
  messages: CheckoutMessages;
  locale: string;
};

/** The value of a range; a fixed amount is changed on its product page. */
export function AmountField({ form, choice, left, messages, locale }: Props) {
  const range = choice.product.range;
  if (!range) return null;
  const id = anchorOf("amount");
  const error = form.formState.errors.value?.message;
  const show = (amount: string) => formatMoney({ amount, currency: range.currency }, locale);
  const limits = { min: show(range.min), max: show(range.max), step: show(range.step) };
  const template = /^0*(\.0*1|1(\.0*)?)$/.test(range.step)
    ? messages.amountHint
    : messages.amountHintStep;
  const hint = fill(template, limits);
  return (
    <div className="grid gap-2">
      <Field
        id={id}
        label={fill(messages.amountLabel, { currency: range.currency })}
        hint={hint}
        error={error}
      >
        <Input
          id={id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          maxLength={20}
          required
          {...describedBy(id, { hint, error })}
          {...form.register("value")}
        />
      </Field>
      {left === undefined ? null : (
        <Button
          variant="secondary"
          className="justify-self-start"
          onClick={() => {
            form.setValue("value", left, { shouldDirty: true });
            form.clearErrors("value");
          }}
        >
          {fill(messages.amountUseLeft, { left: show(left) })}
        </Button>
      )}
    </div>
  );
}
