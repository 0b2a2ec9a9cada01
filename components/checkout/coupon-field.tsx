import { type UseFormReturn, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { CheckoutMessages, CheckoutValues } from "./checkout-types";
import { describedBy } from "./described-by";
import { anchorOf } from "./problem-summary";

type Props = { form: UseFormReturn<CheckoutValues>; messages: CheckoutMessages };

export function CouponField({ form, messages }: Props) {
  const id = anchorOf("coupon");
  const error = form.formState.errors.coupon?.message;
  const typed = useWatch({ control: form.control, name: "coupon" }) ?? "";
  const hasCoupon = error !== undefined || typed !== "";
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
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={60}
            {...describedBy(id, { error })}
            {...form.register("coupon")}
          />
        </Field>
        {hasCoupon ? (
          <div>
            <Button
              variant="quiet"
              className="-ms-4"
              onClick={() => {
                form.setValue("coupon", "", { shouldDirty: true });
                form.clearErrors("coupon");
              }}
            >
              {messages.couponRemove}
            </Button>
          </div>
        ) : null}
      </div>
    </details>
  );
}
