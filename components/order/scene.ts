import type { OrderView, Phase } from "@/lib/contract/order-view";
import type { OrderMessages } from "./order-messages";

/** A phase as the page tells it: the same phase reads differently when money has arrived. */
export type Scene = keyof OrderMessages["scene"];

type Tone = "info" | "ok" | "warn" | "danger";
type Step = "pay" | "confirm" | "deliver" | "done";

export type SceneStyle = {
  tone: Tone;
  icon: "wallet" | "clock" | "check" | "warning" | "shield" | "info" | "receipt" | "close";
  /** Where the order stands on its way; none when it has left the way. */
  step?: Step;
  /** Whether address, amount and code may be on the page at all. */
  payable: boolean;
  /** Whether something is going on that a moving sign should show. */
  busy?: true;
  urgency: "polite" | "assertive";
};

const calm = { payable: false, urgency: "polite" } as const;
const stop = { payable: false, urgency: "assertive" } as const;

export const SCENES: Record<Scene, SceneStyle> = {
  preparing: { ...calm, tone: "info", icon: "clock", step: "pay", busy: true },
  pay: { tone: "info", icon: "wallet", step: "pay", payable: true, urgency: "polite" },
  sent: { ...stop, tone: "info", icon: "wallet", step: "confirm", busy: true },
  pay_external: { ...calm, tone: "info", icon: "wallet", step: "pay" },
  hold_price: { ...stop, tone: "warn", icon: "warning", step: "pay" },
  hold_echo: { ...stop, tone: "danger", icon: "warning" },
  hold_address: { ...stop, tone: "danger", icon: "warning" },
  hold_bad_address: { ...stop, tone: "danger", icon: "warning" },
  hold_unverified: { ...stop, tone: "warn", icon: "warning" },
  verifying: { ...stop, tone: "warn", icon: "clock", step: "confirm", busy: true },
  verifying_partly: { ...stop, tone: "warn", icon: "clock", step: "confirm" },
  partly_paid: { tone: "warn", icon: "wallet", step: "pay", payable: true, urgency: "polite" },
  confirming: { ...calm, tone: "info", icon: "clock", step: "confirm", busy: true },
  paid: { ...calm, tone: "ok", icon: "check", step: "deliver", busy: true },
  delivering: { ...calm, tone: "ok", icon: "clock", step: "deliver", busy: true },
  rebuy: { ...calm, tone: "info", icon: "clock", step: "deliver", busy: true },
  review: { ...calm, tone: "info", icon: "shield", step: "deliver" },
  done: { ...calm, tone: "ok", icon: "check", step: "done" },
  done_partly: { ...calm, tone: "warn", icon: "receipt", step: "done" },
  done_waiting: { ...calm, tone: "ok", icon: "clock", step: "deliver", busy: true },
  expired: { ...stop, tone: "warn", icon: "clock" },
  expired_partly: { ...stop, tone: "warn", icon: "warning" },
  failed: { ...stop, tone: "danger", icon: "close" },
  failed_sent: { ...stop, tone: "warn", icon: "warning" },
  failed_paid: { ...stop, tone: "warn", icon: "shield" },
  setup_failed: { ...stop, tone: "warn", icon: "close" },
  refunded: { ...calm, tone: "ok", icon: "receipt" },
  canceled: { ...calm, tone: "info", icon: "close" },
  unknown: { ...calm, tone: "info", icon: "clock", busy: true },
};

/** Which scene a state of an order is, given whether the time to pay ran out on this very page. */
export function sceneOf(view: OrderView, timeIsUp: boolean): Scene {
  const choose = SCENE_OF_PHASE[view.phase];
  return typeof choose === "string" ? choose : choose(view, timeIsUp);
}

/** The same scene where a wallet of this browser was asked to pay: nothing may invite to pay once more. */
export function sceneIfSent(scene: Scene): Scene {
  if (SCENES[scene].payable) return "sent";
  return scene === "failed" || scene === "setup_failed" ? "failed_sent" : scene;
}

/** A transaction that is named counts, though nothing of it is booked: nobody may be told to pay again. */
const hasMoney = ({ payment, paymentState }: OrderView): boolean =>
  isAboveZero(payment.received) ||
  payment.transactions.length > 0 ||
  /received/i.test(paymentState);

export function isAboveZero(amount: string | undefined): boolean {
  return /[1-9]/.test(amount ?? "");
}

const HOLD_SCENES = {
  price_changed: "hold_price",
  wrong_echo: "hold_echo",
  address_changed: "hold_address",
  bad_address: "hold_bad_address",
  unverified: "hold_unverified",
} as const;

type Choice = Scene | ((view: OrderView, timeIsUp: boolean) => Scene);

const SCENE_OF_PHASE: Record<Phase, Choice> = {
  preparing: ({ payment }) => (payment.checkoutUrl ? "pay_external" : "preparing"),
  awaiting_payment: ({ payment }, timeIsUp) => {
    if (payment.hold) return HOLD_SCENES[payment.hold.reason];
    if (timeIsUp) return "verifying";
    if (payment.address && payment.amount) return "pay";
    return payment.checkoutUrl ? "pay_external" : "preparing";
  },
  on_hold: ({ payment }) => HOLD_SCENES[payment.hold?.reason ?? "wrong_echo"] ?? "hold_echo",
  verifying: ({ payment }) => (isAboveZero(payment.received) ? "verifying_partly" : "verifying"),
  partly_paid: ({ payment }, timeIsUp) => {
    if (payment.hold) return HOLD_SCENES[payment.hold.reason];
    return timeIsUp || !payment.address || !payment.missing ? "verifying_partly" : "partly_paid";
  },
  confirming: "confirming",
  paid: "paid",
  delivering: ({ state }) => (state === "WaitingForRebuy" ? "rebuy" : "delivering"),
  review: "review",
  done: ({ lines, watch }) => {
    // The server has a finished order read on only while something of it is missing.
    if (watch.pollSeconds !== undefined) return "done_waiting";
    return lines.some(({ state }) => state !== "delivered") ? "done_partly" : "done";
  },
  expired: ({ payment }) => (isAboveZero(payment.received) ? "expired_partly" : "expired"),
  failed: (view) => (hasMoney(view) ? "failed_paid" : "failed"),
  setup_failed: "setup_failed",
  refunded: "refunded",
  canceled: "canceled",
  unknown: "unknown",
};
