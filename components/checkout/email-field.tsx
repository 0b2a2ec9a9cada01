import { type UseFormReturn, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { describedBy } from "@/components/ui/described-by";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { emailHint } from "@/lib/checkout/email-hint";
import { fill } from "@/lib/i18n/fill";
import type { CheckoutMessages, CheckoutValues } from "./checkout-types";
import { anchorOf } from "./place-anchor";

type Props = {
  form: UseFormReturn<CheckoutValues>;
  /** Something of the order is delivered to this address. */
  bringsCode: boolean;
  messages: CheckoutMessages;
};

export function EmailField({ form, bringsCode, messages }: Props) {
  const id = anchorOf("email");
  const error = form.formState.errors.email?.message;
  const hint = bringsCode ? messages.emailHintCode : messages.emailHintReceipt;
  const typed = useWatch({ control: form.control, name: "email" }) ?? "";
  const better = emailHint(typed);
  return (
    <div>
      <Field id={id} label={messages.emailLabel} hint={hint} error={error}>
        <Input
          id={id}
          type="email"
          dir="ltr"
          inputMode="email"
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          required
          {...describedBy(id, { hint, error })}
          {...form.register("email")}
        />
      </Field>
      <div aria-live="polite">
        {better ? (
          <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <span className="break-all">{fill(messages.emailTypo, { email: better })}</span>
            <Button
              variant="secondary"
              onClick={() =>
                form.setValue("email", better, {
                  shouldDirty: true,
                  shouldValidate: error !== undefined,
                })
              }
            >
              {messages.emailTypoFix}
            </Button>
          </p>
        ) : null}
      </div>
    </div>
  );
}
