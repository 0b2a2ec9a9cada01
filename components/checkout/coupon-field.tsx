import { type UseFormReturn, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { fill } from "@/lib/i18n/fill";
import type { CheckoutLine, CheckoutMessages, CheckoutValues } from "./checkout-types";
import { describedBy } from "./described-by";
import { formatCoin } from "./format-money";
import { anchorOf } from "./problem-summary";
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
  const isNews = "code" in state && state.code === typed.trim() && error === undefined;
  return (
    <details open={hasCoupon || undefined} className="group">
      <summary className="inline-flex min-h-11 cursor-pointer items-center gap-2 font-medium text-brand">
        {messages.couponTitle}
        <span className="font-normal text-muted text-sm">({messages.optional})</span>
      </summary>
      <div className="mt-2 grid gap-2">
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
            <Button
              variant="secondary"
              busy={state.kind === "checking"}
              onClick={() => void apply()}
            >
              {state.kind === "checking" ? messages.couponApplying : messages.couponApply}
            </Button>
            <Button
              variant="quiet"
              onClick={() => {
                form.setValue("coupon", "", { shouldDirty: true });
                form.clearErrors("coupon");
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
      </div>
    </details>
  );
}
