import type { Problem, ProblemScope } from "@/lib/contract/problem";
import type { CheckoutLine, LinePlace, OrderPlace, Place } from "./checkout-types";
import { placeOfLine } from "./field-places";

const BY_FIELD: Record<string, OrderPlace | LinePlace> = {
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

const BY_SCOPE: Record<ProblemScope, OrderPlace | LinePlace> = {
  line: "amount",
  payment: "payment",
  coupon: "coupon",
  buyer: "email",
  order: "order",
};

/**
 * Where a problem's cause stands. A product that goes to an e-mail address has no recipient field of
 * its own, so what is wrong with its recipient is shown at the e-mail field; what concerns some line,
 * but nobody says which of several, concerns the order.
 */
export function placeOfProblem({ field, scope }: Problem, line: CheckoutLine | undefined): Place {
  const place = BY_FIELD[lastStep(field)] ?? BY_SCOPE[scope] ?? "order";
  if (place !== "recipient" && place !== "amount") return place;
  if (!line) return "order";
  return place === "recipient" && line.product.deliversTo === "email"
    ? "email"
    : placeOfLine(place, line);
}

/** `lines.0.beneficiary` and `beneficiary` name the same field, for the line is known otherwise. */
function lastStep(field: string | undefined): string {
  return field?.split(/[.[\]/]+/).findLast((step) => step !== "" && !/^\d+$/.test(step)) ?? "";
}
