import type { Resolver } from "react-hook-form";
import type { requestOrder, requestValidation } from "@/lib/cart/order-requests";
import type { CheckoutLine, CheckoutMessages, CheckoutValues } from "./checkout-types";

const LOST = { ok: false, failure: { kind: "lost" } } as const;

const loadResolver = () => import("./checkout-resolver");
const loadRequests = () => import("@/lib/cart/order-requests");

/**
 * Checks and requests come with the library that reads schemas, which nobody needs before something was
 * typed. Fetched while the buyer reads, so that they are there when the first field is left.
 */
export function fetchChecks(): void {
  void Promise.allSettled([loadResolver(), loadRequests()]);
}

/** Where the checks cannot be fetched the values pass: the server has the last word, and must be reached anyway. */
export function lateResolver(
  context: { messages: CheckoutMessages; locale: string },
  currentLines: () => readonly CheckoutLine[],
): Resolver<CheckoutValues> {
  return async (values, formContext, options) => {
    const loaded = await loadResolver().catch(() => undefined);
    if (!loaded) return { values, errors: {} };
    return loaded.checkoutResolver(context, currentLines)(values, formContext, options);
  };
}

export const validateLate: typeof requestValidation = async (...asked) => {
  const loaded = await loadRequests().catch(() => undefined);
  return loaded ? loaded.requestValidation(...asked) : LOST;
};

export const orderLate: typeof requestOrder = async (...asked) => {
  const loaded = await loadRequests().catch(() => undefined);
  return loaded ? loaded.requestOrder(...asked) : LOST;
};
