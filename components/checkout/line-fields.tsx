import type { UseFormReturn } from "react-hook-form";
import { AmountField } from "./amount-field";
import type { CheckoutLine, CheckoutMessages, CheckoutValues } from "./checkout-types";
import { RecipientField } from "./recipient-field";

type Props = {
  form: UseFormReturn<CheckoutValues>;
  line: CheckoutLine;
  isOnly: boolean;
  messages: CheckoutMessages;
  locale: string;
};

/** What has to be known of one line; a fixed amount that comes by e-mail needs nothing more. */
export function LineFields({ isOnly, ...props }: Props) {
  const { line } = props;
  const { range, deliversTo, label } = line.product;
  if (!range && deliversTo === "email") return null;
  const fields = (
    <>
      <AmountField {...props} />
      <RecipientField {...props} />
    </>
  );
  if (isOnly) return fields;
  return (
    <fieldset className="grid gap-4 border-line border-b pb-5">
      <legend className="mb-2 font-semibold">
        {range ? line.brandName : `${line.brandName} ${label}`}
      </legend>
      {fields}
    </fieldset>
  );
}
