import { useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { emailFault } from "@/lib/checkout/email-fault";
import { visibleText } from "@/lib/checkout/visible-text";
import type { CoinAmount } from "@/lib/contract/catalog";
import type { CheckoutLine, CheckoutMessages, CheckoutValues } from "./checkout-types";
import { validateLate } from "./late-checks";
import { toValidationBody } from "./to-validation-body";

type CouponState =
  | { kind: "idle" | "checking" }
  | { kind: "applied"; code: string; discount: CoinAmount }
  /** Something else stands in the way, which the order's own check will say. */
  | { kind: "later"; code: string };

type Options = {
  form: UseFormReturn<CheckoutValues>;
  lines: readonly CheckoutLine[];
  locale: string;
  messages: CheckoutMessages;
};

/** Asks about a coupon as soon as the buyer wants to know, with the order as far as it is filled in. */
export function useCoupon({ form, lines, locale, messages }: Options) {
  const [state, setState] = useState<CouponState>({ kind: "idle" });

  async function apply(): Promise<void> {
    const code = (form.getValues("coupon") ?? "").trim();
    if (code === "" || state.kind === "checking") return;
    const email = visibleText(form.getValues("email") ?? "");
    if (emailFault(email)) {
      form.setError("email", { type: "coupon", message: messages.couponEmailFirst });
      form.setFocus("email");
      return;
    }
    form.clearErrors("coupon");
    setState({ kind: "checking" });
    const values = form.getValues();
    const body = toValidationBody(
      { ...values, email, coupon: code, refundAddress: "", newsletter: false },
      { lines, locale },
    );
    const outcome = await validateLate(body, { locale });
    // What was typed meanwhile is another coupon, which nobody has asked about yet.
    if ((form.getValues("coupon") ?? "").trim() !== code) return setState({ kind: "idle" });
    const refused =
      !outcome.ok && outcome.failure.kind === "problems"
        ? outcome.failure.problems.filter(({ scope }) => scope === "coupon")
        : [];
    if (refused.length > 0) {
      const message = refused.map(({ detail }) => detail).join(" ");
      form.setError("coupon", { type: "server", message });
      setState({ kind: "idle" });
    } else if (outcome.ok && outcome.value.discount) {
      setState({ kind: "applied", code, discount: outcome.value.discount });
    } else {
      setState({ kind: "later", code });
    }
  }

  return { state, apply };
}
