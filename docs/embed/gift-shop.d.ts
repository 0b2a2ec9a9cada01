// Types for a site that shows the shop: copy this file beside the site's own sources.

export type GiftShopPhase =
  | "preparing"
  | "awaiting_payment"
  | "on_hold"
  | "verifying"
  | "partly_paid"
  | "confirming"
  | "paid"
  | "delivering"
  | "review"
  | "done"
  | "expired"
  | "failed"
  | "setup_failed"
  | "refunded"
  | "canceled"
  | "unknown";

/** What the frame posts to the site, at the site's exact origin. */
export type GiftShopMessage = { source: "gift-shop"; v: 1 } & (
  | { type: "ready"; title: string; close: string; leave: string }
  | { type: "size"; height: number }
  | { type: "order"; reference: string; phase: GiftShopPhase }
);

/** What the site posts to the frame, at the shop's exact origin. The loader does it by itself. */
export type GiftShopGreeting = { source: "gift-shop"; type: "hello"; email?: string };

/** What the element fires, all of it bubbling. */
export type GiftShopEvents = {
  "gift-shop:ready": CustomEvent<Record<string, never>>;
  "gift-shop:size": CustomEvent<Record<string, never>>;
  "gift-shop:order": CustomEvent<{ reference: string; phase: GiftShopPhase }>;
};

declare global {
  interface HTMLElementTagNameMap {
    /** Attributes: `country`, `brand`, `lang`, `theme` (`light` or `dark`) and `data-email`. */
    "gift-shop": HTMLElement;
  }
  interface DocumentEventMap extends GiftShopEvents {}
  interface HTMLElementEventMap extends GiftShopEvents {}
}
