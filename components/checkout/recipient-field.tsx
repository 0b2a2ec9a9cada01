import { useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { fill } from "@/lib/i18n/fill";
import type { CheckoutChoice, CheckoutMessages, CheckoutValues } from "./checkout-types";
import { describedBy } from "./described-by";
import { checkPhone } from "./phone-check";
import { anchorOf } from "./problem-summary";

type Props = {
  form: UseFormReturn<CheckoutValues>;
  choice: CheckoutChoice;
  phoneExample: string | undefined;
  messages: CheckoutMessages;
};

/** Who receives the product, where that is not simply the buyer's e-mail address. */
export function RecipientField(props: Props) {
  if (props.choice.product.deliversTo === "phone") return <PhoneField {...props} />;
  if (props.choice.product.deliversTo === "account") return <AccountField {...props} />;
  return null;
}

function PhoneField({ form, choice, phoneExample, messages }: Props) {
  const id = anchorOf("recipient");
  const error = form.formState.errors.phone?.message;
  const country = choice.countryName;
  const hint = phoneExample
    ? fill(messages.phoneHint, { country, example: phoneExample })
    : fill(messages.phoneHintPlain, { country });
  // What was typed stays as it is; how it is understood stands below it.
  const [reading, setReading] = useState("");
  const read = (text: string) => {
    if (text.trim() === "") return setReading("");
    void checkPhone(text, choice.country).then((check) =>
      setReading(check.kind === "ok" ? check.pretty : ""),
    );
  };
  return (
    <div>
      <Field id={id} label={messages.phoneLabel} hint={hint} error={error}>
        <Input
          id={id}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          maxLength={40}
          required
          {...describedBy(id, { hint, error })}
          {...form.register("phone", {
            onBlur: (event: { target: { value: string } }) => read(event.target.value),
            onChange: () => setReading(""),
          })}
        />
      </Field>
      <p aria-live="polite" className="mt-1 min-h-6 text-muted text-sm">
        {reading === "" || error ? "" : fill(messages.phoneReads, { number: reading })}
      </p>
    </div>
  );
}

function AccountField({ form, messages }: Props) {
  const id = anchorOf("recipient");
  const error = form.formState.errors.account?.message;
  return (
    <Field id={id} label={messages.accountLabel} hint={messages.accountHint} error={error}>
      <Input
        id={id}
        type="text"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={100}
        required
        {...describedBy(id, { hint: messages.accountHint, error })}
        {...form.register("account")}
      />
    </Field>
  );
}
