import type { OrderView, Phase, RevealedDelivery } from "@/lib/contract/order-view";
import { isDelivery, isHttpsLink } from "@/lib/orders/is-delivery";

/**
 * Whether a value from the network has the shape that the page relies on. Written by hand, because a
 * schema library would be the heaviest thing on the page.
 */
export function isOrderView(value: unknown): value is OrderView {
  return (
    isRecord(value) &&
    hasAll(value, ["reference", "phase", "state", "paymentState", "serverNow", "emailMasked"]) &&
    (value.phase as string) in KNOWN_PHASES &&
    isText(value.scope, true) &&
    isText(value.createdAt, true) &&
    isText(value.expiresAt, true) &&
    isCount(value.secondsLeft, true) &&
    isBoolean(value.final) &&
    isWatch(value.watch) &&
    isPayment(value.payment) &&
    isList(value.lines, isLine) &&
    isTotals(value.totals) &&
    isText(value.refundAddress, true) &&
    isRecord(value.support) &&
    isText(value.support.email, true) &&
    isText(value.support.url, true)
  );
}

export function isRevealBody(value: unknown): value is { deliveries: RevealedDelivery[] } {
  return isRecord(value) && isList(value.deliveries, isDelivery);
}

const KNOWN_PHASES: Record<Phase, true> = {
  preparing: true,
  awaiting_payment: true,
  on_hold: true,
  verifying: true,
  partly_paid: true,
  confirming: true,
  paid: true,
  delivering: true,
  review: true,
  done: true,
  expired: true,
  failed: true,
  setup_failed: true,
  refunded: true,
  canceled: true,
  unknown: true,
};

type Unknowns = Record<string, unknown>;

const isRecord = (value: unknown): value is Unknowns =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isText = (value: unknown, optional = false): boolean =>
  typeof value === "string" || (optional && value === undefined);

const isCount = (value: unknown, optional = false): boolean =>
  (typeof value === "number" && Number.isFinite(value)) || (optional && value === undefined);

const isBoolean = (value: unknown): boolean => typeof value === "boolean";

const isAmount = (value: unknown, optional = false): boolean =>
  (typeof value === "string" && /^\d{1,30}(\.\d{1,30})?$/.test(value)) ||
  (optional && value === undefined);

const hasAll = (value: Unknowns, names: string[]): boolean =>
  names.every((name) => isText(value[name]));

const isList = (value: unknown, isItem: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(isItem);

const isWatch = (value: unknown): boolean =>
  isRecord(value) && isBoolean(value.stream) && isCount(value.pollSeconds, true);

const isCoinAmount = (value: unknown): boolean =>
  isRecord(value) && isAmount(value.amount) && isText(value.coin);

const isTotals = (value: unknown): boolean =>
  isRecord(value) &&
  isCoinAmount(value.due) &&
  (value.before === undefined || isCoinAmount(value.before));

function isPayment(value: unknown): boolean {
  return (
    isRecord(value) &&
    hasAll(value, ["coin", "network", "uriKind", "addressFormat"]) &&
    isText(value.address, true) &&
    isAmount(value.amount, true) &&
    isText(value.qr, true) &&
    isText(value.uri, true) &&
    !/^\s*(javascript|data|vbscript):/i.test(String(value.uri ?? "")) &&
    isAmount(value.received) &&
    isAmount(value.missing, true) &&
    isAmount(value.overpaid, true) &&
    isHttpsLink(value.explorerUrl) &&
    isHttpsLink(value.checkoutUrl) &&
    isList(
      value.transactions,
      (item) => isRecord(item) && isText(item.hash) && isHttpsLink(item.url),
    ) &&
    (value.original === undefined ||
      (isRecord(value.original) && hasAll(value.original, ["coin", "network"]))) &&
    (value.hold === undefined || isHold(value.hold))
  );
}

const isHold = (value: unknown): boolean =>
  isRecord(value) &&
  isText(value.reason) &&
  isAmount(value.accepted, true) &&
  isAmount(value.actual, true);

function isLine(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { logo } = value;
  return (
    hasAll(value, ["id", "brand", "label", "kind", "country", "deliversTo", "state"]) &&
    isText(value.beneficiaryMasked) &&
    isBoolean(value.revealable) &&
    isText(value.reference, true) &&
    isText(value.failure, true) &&
    (logo === undefined || (isRecord(logo) && isText(logo.url) && isText(logo.background, true)))
  );
}
