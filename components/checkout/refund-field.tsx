import { type UseFormReturn, useWatch } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { fill } from "@/lib/i18n/fill";
import type { CheckoutMessages, CheckoutValues } from "./checkout-types";
import { describedBy } from "./described-by";
import { networkName } from "./payment-names";
import { anchorOf } from "./problem-summary";

type Props = { form: UseFormReturn<CheckoutValues>; messages: CheckoutMessages };

const HINTS: Readonly<Record<string, "refundHintBitcoin" | "refundHintSolana" | undefined>> = {
  "BTC|Mainnet": "refundHintBitcoin",
  "USDC|Solana": "refundHintSolana",
};

/** Said before paying, a refund needs no letters afterwards; it cannot be added to an order later. */
export function RefundField({ form, messages }: Props) {
  const id = anchorOf("refund");
  const error = form.formState.errors.refundAddress?.message;
  const typed = useWatch({ control: form.control, name: "refundAddress" }) ?? "";
  const method = useWatch({ control: form.control, name: "method" });
  const [, coin = "", network = ""] = method.split("|");
  if (network === "" || network === "Lightning") return null;
  const special = HINTS[`${coin}|${network}`];
  const hint = fill(messages[special ?? "refundHint"], { network: networkName({ coin, network }) });
  const isOpen = error !== undefined || typed !== "";
  return (
    <details open={isOpen || undefined} className="group">
      <summary className="inline-flex min-h-11 cursor-pointer items-center gap-2 font-medium text-brand">
        {messages.refundTitle}
        <span className="font-normal text-muted text-sm">({messages.optional})</span>
      </summary>
      <div className="mt-2 grid gap-1">
        <Field id={id} label={messages.refundLabel} hint={hint} error={error}>
          <Input
            id={id}
            type="text"
            autoComplete="off"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            translate="no"
            maxLength={200}
            {...describedBy(id, { hint, error })}
            {...form.register("refundAddress")}
          />
        </Field>
        <Checkbox label={messages.refundOwn} {...form.register("refundOwn")} />
      </div>
    </details>
  );
}
