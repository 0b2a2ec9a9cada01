import { type RefObject, useEffect, useRef } from "react";
import type { UseFormReturn } from "react-hook-form";
import { browserStore } from "@/lib/cart/browser-storage";
import { formatCartItem } from "@/lib/cart/cart-item";
import { restoreDraft, type StoredDraft, saveDraft } from "@/lib/cart/checkout-draft-store";
import { isUsable, methodId } from "@/lib/cart/payment-choice";
import type { PaymentMethod } from "@/lib/contract/catalog";
import type { CheckoutLine, CheckoutValues } from "./checkout-types";
import { lineField } from "./field-places";
import { restoreField } from "./restore-field";
import { toCartItem } from "./to-cart-item";

type Lines = {
  lines: readonly CheckoutLine[];
  /** The lines of this moment: what is typed belongs to them, not to those that the page was opened with. */
  latest: RefObject<readonly CheckoutLine[]>;
};

/** Brings back what was typed before a reload, and keeps what is typed now, within the session. */
export function useDraft(
  form: UseFormReturn<CheckoutValues>,
  { lines, latest }: Lines,
  methods: readonly PaymentMethod[],
): void {
  useEffect(() => {
    const store = browserStore("sessionStorage");
    const products = productsOf(latest.current);
    const draft = restoreDraft(store, Object.values(products));
    for (const name of ["email", "coupon", "refundAddress", "newsletter"] as const) {
      // Whatever was typed before the page came alive is newer than the draft.
      if (draft[name] !== undefined && !form.getValues(name)) restoreField(form, name, draft[name]);
    }
    for (const [key, product] of Object.entries(products)) {
      const kept = draft.lines[product] ?? {};
      for (const name of ["value", "phone", "account"] as const) {
        const field = lineField({ key }, name);
        const typed = name !== "value" && form.getValues(field);
        if (kept[name] !== undefined && !typed) restoreField(form, field, kept[name]);
      }
    }
    const known = methods.find((one) => methodId(one) === draft.method && isUsable(one));
    if (known && known.coin === draft.coin) {
      form.setValue("coin", known.coin);
      form.setValue("method", methodId(known));
    }
    return form.subscribe({
      formState: { values: true },
      callback: ({ values }) => saveDraft(store, toDraft(latest.current, values)),
    });
  }, [form, latest, methods]);

  const kept = useRef(lines);
  useEffect(() => {
    // Of two lines that buy the same, the second becomes the first when that is removed.
    if (kept.current === lines) return;
    kept.current = lines;
    saveDraft(browserStore("sessionStorage"), toDraft(lines, form.getValues()));
  }, [form, lines]);
}

/** What each line buys, by its key; the second line that buys the same is told from the first. */
function productsOf(lines: readonly CheckoutLine[]): Record<string, string> {
  const seen = new Map<string, number>();
  return Object.fromEntries(
    lines.map((line) => {
      const product = formatCartItem({ ...toCartItem(line), quantity: 1 });
      const times = (seen.get(product) ?? 0) + 1;
      seen.set(product, times);
      return [line.key, times === 1 ? product : `${product}#${times}`];
    }),
  );
}

function toDraft(lines: readonly CheckoutLine[], values: Partial<CheckoutValues>): StoredDraft {
  const typed = values.lines ?? {};
  return {
    lines: Object.fromEntries(
      Object.entries(productsOf(lines)).map(([key, product]) => {
        const { value = "", phone = "", account = "" } = typed[key] ?? {};
        return [product, { value, phone, account }];
      }),
    ),
    email: values.email ?? "",
    coin: values.coin ?? "",
    method: values.method ?? "",
    coupon: values.coupon ?? "",
    refundAddress: values.refundAddress ?? "",
    newsletter: values.newsletter === true,
  };
}
