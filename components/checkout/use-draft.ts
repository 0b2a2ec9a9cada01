import { useEffect } from "react";
import type { UseFormReturn } from "react-hook-form";
import { browserStore } from "@/lib/cart/browser-storage";
import { restoreDraft, type StoredDraft, saveDraft } from "@/lib/cart/checkout-draft-store";
import { isUsable, methodId } from "@/lib/cart/payment-choice";
import type { PaymentMethod } from "@/lib/contract/catalog";
import type { CheckoutChoice, CheckoutValues } from "./checkout-types";

/** Brings back what was typed before a reload, and keeps what is typed now, within the session. */
export function useDraft(
  form: UseFormReturn<CheckoutValues>,
  choice: CheckoutChoice,
  methods: readonly PaymentMethod[],
): void {
  const { country, slug, product, value } = choice;
  const key = [country, slug, product.denomination, value ?? ""].join("/");

  useEffect(() => {
    const store = browserStore("sessionStorage");
    const { method, coin, ...texts } = restoreDraft(store, key);
    for (const name of [
      "email",
      "phone",
      "account",
      "value",
      "coupon",
      "refundAddress",
      "newsletter",
    ] as const) {
      const kept = texts[name];
      // Whatever was typed before the page came alive is newer than the draft.
      const typed = name !== "value" && form.getValues(name);
      if (kept !== undefined && !typed) form.setValue(name, kept);
    }
    const known = methods.find((one) => methodId(one) === method && isUsable(one));
    if (known && known.coin === coin) {
      form.setValue("coin", known.coin);
      form.setValue("method", methodId(known));
    }
    return form.subscribe({
      formState: { values: true },
      callback: ({ values }) => saveDraft(store, toDraft(key, values)),
    });
  }, [form, key, methods]);
}

function toDraft(choice: string, values: Partial<CheckoutValues>): StoredDraft {
  return {
    choice,
    email: values.email ?? "",
    phone: values.phone ?? "",
    account: values.account ?? "",
    value: values.value ?? "",
    coin: values.coin ?? "",
    method: values.method ?? "",
    coupon: values.coupon ?? "",
    refundAddress: values.refundAddress ?? "",
    newsletter: values.newsletter === true,
  };
}
