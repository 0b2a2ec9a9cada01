import type { Resolver } from "react-hook-form";
import type { requestOrder, requestValidation } from "@/lib/cart/order-requests";
import type { CheckoutLine, CheckoutMessages, CheckoutValues } from "./checkout-types";

const LOST = { ok: false, failure: { kind: "lost" } } as const;

const loadResolver = () => import("./checkout-resolver");
const loadRequests = () => import("@/lib/cart/order-requests");

/** By then the page has done what it must do to be of use. */
const READING_MS = 3_000;

/**
 * Checks and requests come with the library that reads schemas, which nobody needs before something was
 * typed. Fetched while the buyer reads, or at once for who begins to type, so that they are there when
 * the first field is left. Returns what calls it off.
 */
export function fetchChecks(): () => void {
  const stop = () => {
    clearTimeout(timer);
    document.removeEventListener("focusin", fetchNow);
  };
  const fetchNow = () => {
    stop();
    void Promise.allSettled([loadResolver(), loadRequests()]);
  };
  const timer = setTimeout(fetchNow, READING_MS);
  document.addEventListener("focusin", fetchNow);
  return stop;
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
