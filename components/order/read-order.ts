import type { OrderView } from "@/lib/contract/order-view";
import { framePassHeader } from "@/lib/device/frame-pass";
import { isOrderView } from "./is-order-view";

export type Reading =
  | { kind: "view"; view: OrderView }
  | { kind: "missing" }
  | { kind: "failed"; waitMs?: number };

/** The address of an order's state, or of a part of it, in a language. */
export const orderUrl = (reference: string, locale: string, part = ""): string =>
  `/api/orders/${encodeURIComponent(reference)}${part}?lang=${encodeURIComponent(locale)}`;

/** Reads an order once. Whatever goes wrong is a reading too, never an exception. */
export async function readOrder(
  url: string,
  signal: AbortSignal,
  request: (url: string, init: RequestInit) => Promise<Response> = fetch,
): Promise<Reading> {
  try {
    const response = await request(url, {
      cache: "no-store",
      credentials: "same-origin",
      headers: { accept: "application/json", ...framePassHeader() },
      signal,
    });
    if (response.status === 404) return { kind: "missing" };
    if (!response.ok) {
      const wait = Number(response.headers.get("retry-after"));
      return wait > 0 ? { kind: "failed", waitMs: wait * 1000 } : { kind: "failed" };
    }
    const body: unknown = await response.json();
    return isOrderView(body) ? { kind: "view", view: body } : { kind: "failed" };
  } catch {
    // Offline, cut, timed out or not JSON: the page keeps what it has and asks again.
    return { kind: "failed" };
  }
}
