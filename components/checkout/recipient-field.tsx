import type { UseFormReturn } from "react-hook-form";
import { describedBy } from "@/components/ui/described-by";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { CheckoutLine, CheckoutMessages, CheckoutValues } from "./checkout-types";
import { lineField, placeOfLine } from "./field-places";
import { PhoneField } from "./phone-field";
import { anchorOf } from "./place-anchor";

type Props = {
  form: UseFormReturn<CheckoutValues>;
  line: CheckoutLine;
  messages: CheckoutMessages;
  locale: string;
};

/** Who receives the product, where that is not simply the buyer's e-mail address. */
export function RecipientField(props: Props) {
  if (props.line.product.deliversTo === "phone") return <PhoneField {...props} />;
  if (props.line.product.deliversTo === "account") return <AccountField {...props} />;
  return null;
}

function AccountField({ form, line, messages }: Props) {
  const id = anchorOf(placeOfLine("recipient", line));
  const error = form.formState.errors.lines?.[line.key]?.account?.message;
  return (
    <Field id={id} label={messages.accountLabel} hint={messages.accountHint} error={error}>
      <Input
        id={id}
        type="text"
        dir="ltr"
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
