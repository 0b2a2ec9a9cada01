import type { UseFormReturn } from "react-hook-form";
import { describedBy } from "@/components/ui/described-by";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { fill } from "@/lib/i18n/fill";
import type { CheckoutLine, CheckoutMessages, CheckoutValues } from "./checkout-types";
import { lineField, placeOfLine } from "./field-places";
import { formatMoney } from "./format-money";
import { anchorOf } from "./place-anchor";

type Props = {
  form: UseFormReturn<CheckoutValues>;
  line: CheckoutLine;
  messages: CheckoutMessages;
  locale: string;
};

/** The value of a range; a fixed amount is changed on its product page. */
export function AmountField({ form, line, messages, locale }: Props) {
  const range = line.product.range;
  if (!range) return null;
  const id = anchorOf(placeOfLine("amount", line));
  const error = form.formState.errors.lines?.[line.key]?.value?.message;
  const show = (amount: string) => formatMoney({ amount, currency: range.currency }, locale);
  const limits = { min: show(range.min), max: show(range.max), step: show(range.step) };
  const template = /^0*(\.0*1|1(\.0*)?)$/.test(range.step)
    ? messages.amountHint
    : messages.amountHintStep;
  const hint = fill(template, limits);
  return (
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
        {...form.register(lineField(line, "value"))}
      />
    </Field>
  );
}
