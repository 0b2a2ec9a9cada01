import type { DeliveryTarget } from "../contract/catalog";
import { lookUp } from "../look-up";

const TARGETS: Readonly<Record<string, DeliveryTarget>> = {
  by_email: "email",
  by_phone: "phone",
  by_account: "account",
};

/** Where a product goes, by upstream's word for it; `undefined` for a word that is not known. */
export const deliveryTarget = (deliveryType: string): DeliveryTarget | undefined =>
  lookUp(TARGETS, deliveryType);
