import { type UseFormReturn, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { describedBy } from "@/components/ui/described-by";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { fill } from "@/lib/i18n/fill";
import type { CheckoutLine, CheckoutMessages, CheckoutValues } from "./checkout-types";
import { formatCoin } from "./format-money";
import { OptionalField, useOpened } from "./optional-field";
import { anchorOf } from "./place-anchor";
import { useCoupon } from "./use-coupon";

type Props = {
  form: UseFormReturn<CheckoutValues>;
  lines: readonly CheckoutLine[];
  messages: CheckoutMessages;
  locale: string;
};

export function CouponField({ form, lines, messages, locale }: Props) {
  const id = anchorOf("coupon");
  const error = form.formState.errors.coupon?.message;
  const typed = useWatch({ control: form.control, name: "coupon" }) ?? "";
  const { state, apply } = useCoupon({ form, lines, locale, messages });
  const hasCoupon = error !== undefined || typed !== "";
  const [isOpen, setOpen] = useOpened(hasCoupon);
  const isNews = "code" in state && state.code === typed.trim() && error === undefined;
  return (
    <OptionalField
      title={messages.couponTitle}
      isOpen={isOpen}
      onToggle={setOpen}
      messages={messages}
    >
      <Field id={id} label={messages.couponLabel} error={error}>
        <Input
          id={id}
          type="text"
          dir="ltr"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={60}
          {...describedBy(id, { error })}
          {...form.register("coupon")}
          onKeyDown={(event) => {
            // Enter in this field is meant for the coupon, not for the whole order.
            if (event.key !== "Enter") return;
            event.preventDefault();
            void apply();
          }}
        />
      </Field>
      {hasCoupon ? (
        <div className="flex flex-wrap items-center gap-2">
          <Button variant="secondary" busy={state.kind === "checking"} onClick={() => void apply()}>
            {state.kind === "checking" ? messages.couponApplying : messages.couponApply}
          </Button>
          <Button
            variant="quiet"
            onClick={() => {
              form.setValue("coupon", "", { shouldDirty: true });
              form.clearErrors("coupon");
              // The button goes, and must not take the focus with it.
              form.setFocus("coupon");
            }}
          >
            {messages.couponRemove}
          </Button>
        </div>
      ) : null}
      <p aria-live="polite" className="text-sm">
        {isNews && state.kind === "applied" ? (
          <span className="font-medium text-ok">
            {fill(messages.couponApplied, { discount: formatCoin(state.discount) })}
          </span>
        ) : null}
        {isNews && state.kind === "later" ? (
          <span className="text-muted">{messages.couponLater}</span>
        ) : null}
      </p>
    </OptionalField>
  );
}
