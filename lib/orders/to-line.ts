import type { LineView } from "../contract/order-view";
import { httpsUrl } from "../https-url";
import { lookUp } from "../look-up";
import { deliveryTarget } from "./delivery-target";
import { maskBeneficiary } from "./mask";
import { isRevealable } from "./to-deliveries";
import type { UpstreamDelivery } from "./upstream-order";

/** Several words for the same thing are on record, so a code that is there counts more than any word. */
const STATES: Readonly<Record<string, LineView["state"]>> = {
  Created: "waiting",
  WaitingForPayment: "waiting",
  WaitingForDelivery: "delivering",
  WaitingForRebuy: "delivering",
  WaitingForManualAction: "delivering",
  Succeeded: "delivered",
  Done: "delivered",
  Completed: "delivered",
  Failed: "failed",
  Refunded: "refunded",
};

export function toLine(delivery: UpstreamDelivery, orderDone: boolean): LineView {
  const { deliverable } = delivery;
  const revealable = isRevealable(delivery);
  const known = lookUp(STATES, delivery.delivery_state) ?? "unknown";
  const reference = deliverable.operator_reference?.trim();
  const arrived = revealable || Boolean(reference);
  const state = known === "failed" || known === "refunded" ? known : arrived ? "delivered" : known;
  const logo = httpsUrl(deliverable.brand_logo);
  const background = deliverable.brand_bg_color;
  return {
    id: delivery.id,
    brand: deliverable.brand_name,
    label: labelOf(delivery),
    kind: delivery.kind,
    country: deliverable.country_code,
    ...(logo !== undefined && {
      logo: {
        url: logo,
        ...(background && /^#[0-9a-f]{6}$/i.test(background) && { background }),
      },
    }),
    deliversTo: deliveryTarget(deliverable.delivery_type) ?? "email",
    beneficiaryMasked: maskBeneficiary(deliverable.beneficiary_account),
    state: orderDone && state === "unknown" ? "delivered" : state,
    revealable,
    ...(reference && { reference }),
  };
}

/** A range is named `"range"` in every field but these two. */
function labelOf({ deliverable }: UpstreamDelivery): string {
  const {
    denomination = "",
    localized_denomination: localized,
    product_value: value,
  } = deliverable;
  if (denomination !== "range") return localized ?? denomination;
  return `${value ?? ""} ${deliverable.currency_code ?? ""}`.trim();
}
