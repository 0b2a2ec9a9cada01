import type { DeliveryTarget } from "@/lib/contract/catalog";
import type { Problem, ProblemScope } from "@/lib/contract/problem";
import type { Place, PlacedProblem } from "./checkout-types";

const BY_FIELD: Record<string, Place> = {
  email: "email",
  beneficiary: "recipient",
  phone: "recipient",
  account: "recipient",
  value: "amount",
  denomination: "amount",
  amount: "amount",
  brand: "amount",
  payment: "payment",
  via: "payment",
  coin: "payment",
  network: "payment",
  refund: "refund",
  coupon: "coupon",
};

const BY_SCOPE: Record<ProblemScope, Place> = {
  line: "amount",
  payment: "payment",
  coupon: "coupon",
  buyer: "email",
  order: "order",
};

/**
 * Puts each problem where its cause stands. A product that goes to an e-mail address has no recipient
 * field of its own, so what is wrong with its recipient is shown at the e-mail field.
 */
export function placeProblems(
  problems: readonly Problem[],
  deliversTo: DeliveryTarget,
): PlacedProblem[] {
  return problems.map(({ code, detail, field, scope }) => {
    const place = BY_FIELD[lastStep(field)] ?? BY_SCOPE[scope] ?? "order";
    const shown = place === "recipient" && deliversTo === "email" ? "email" : place;
    return { place: shown, text: detail, code };
  });
}

/** `lines.0.beneficiary` and `beneficiary` name the same field here, for there is one line. */
function lastStep(field: string | undefined): string {
  return field?.split(/[.[\]/]+/).findLast((step) => step !== "" && !/^\d+$/.test(step)) ?? "";
}

/** Refusals that another coin or network can cure: the tile that was refused is closed. */
const CLOSES_METHOD = new Set([
  "suspended_coin",
  "suspended_network",
  "unsupported_protocol_coin_combination",
  "not_allowed_payment_via",
  "payment_method_not_supported_for_email",
  "fullname_missing",
  "cant_setup_payment",
  "user_blocked_by_external_payment_processor",
  "kyc_missing_on_payment_processor",
  "kyc_pending_on_payment_processor",
  "kyc_invalid_on_payment_processor",
  "kyc_declined_on_payment_processor",
]);

/** The refusal that closes the chosen method, if there is one. */
export function refusalOfMethod(problems: readonly Problem[]): Problem | undefined {
  return problems.find(({ code }) => CLOSES_METHOD.has(code));
}
