import { useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { fill } from "@/lib/i18n/fill";
import type { CheckoutLine, CheckoutMessages, CheckoutValues } from "./checkout-types";
import { describedBy } from "./described-by";
import { lineField, placeOfLine } from "./field-places";
import { checkPhone } from "./phone-check";
import { anchorOf } from "./problem-summary";

type Props = {
  form: UseFormReturn<CheckoutValues>;
  line: CheckoutLine;
  messages: CheckoutMessages;
};

/** Who receives the product, where that is not simply the buyer's e-mail address. */
export function RecipientField(props: Props) {
  if (props.line.product.deliversTo === "phone") return <PhoneField {...props} />;
  if (props.line.product.deliversTo === "account") return <AccountField {...props} />;
  return null;
}

function PhoneField({ form, line, messages }: Props) {
  const id = anchorOf(placeOfLine("recipient", line));
  const error = form.formState.errors.lines?.[line.key]?.phone?.message;
  const { countryName: country, phoneExample } = line;
  const hint = phoneExample
    ? fill(messages.phoneHint, { country, example: phoneExample })
    : fill(messages.phoneHintPlain, { country });
  // What was typed stays as it is; how it is understood stands below it.
  const [reading, setReading] = useState("");
  const read = (text: string) => {
    if (text.trim() === "") return setReading("");
    void checkPhone(text, line.country).then((check) =>
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
          {...form.register(lineField(line, "phone"), {
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

function AccountField({ form, line, messages }: Props) {
  const id = anchorOf(placeOfLine("recipient", line));
  const error = form.formState.errors.lines?.[line.key]?.account?.message;
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
        {...form.register(lineField(line, "account"))}
      />
    </Field>
  );
}
